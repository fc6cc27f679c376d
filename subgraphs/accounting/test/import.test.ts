import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { remainingMs, withDeadline } from '@finflow/shared/deadline';
import { until } from '@finflow/shared/testing/until';
import { createImportJobs } from '../src/imports/import-jobs.ts';
import { failInterruptedImports } from '../src/imports/fail-interrupted-imports.ts';
import { openDatabase, type Database } from '../src/database.ts';
import { clock } from './support/books.ts';
import { balances } from './support/invoicing.ts';
import { fileOf, fileRow, largeFile } from './support/receivables-file.ts';
import { openWorld, type Company, type World } from './support/world.ts';

let world: World;
let company: Company;
let owner: Database;
beforeAll(async () => {
  world = await openWorld();
  owner = await openDatabase(world.database.ownerUrl);
});
afterAll(async () => {
  await owner.close(true);
  await world.close();
});
beforeEach(async () => {
  company = await world.openCompany();
});

const upload = (content: Buffer) => ({
  fileName: 'invoices.csv',
  mimeType: 'text/csv',
  contentBase64: content.toString('base64'),
});

const importFields = `id status rowsTotal rowsDone invoicesImported rowsSkipped rowsRejected failure
  errors { line column code } finishedAt`;

const start = async (content: Buffer, mode = 'ALL_OR_NOTHING') => {
  const { result } = await company.ask(
    `mutation ($input: ImportReceivablesInput!) { result: importReceivables(input: $input) {
      ... on ReceivablesImportStarted { import { ${importFields} } }
      ... on InvalidInput { code field } ... on Conflict { code } } }`,
    { input: { file: upload(content), mode } },
  );
  return result;
};

const read = async (id: string) => {
  const query = `query ($id: ID!) { receivablesImport(id: $id) { ${importFields} } }`;
  return (await company.ask(query, { id })).receivablesImport;
};

/** Imports, and waits for the end. */
const run = async (content: Buffer, mode?: string) => {
  const started = await start(content, mode);
  const { id } = started.import;
  await until(async () => (await read(id)).status !== 'RUNNING');
  return read(id);
};

const countOfInvoices = async () =>
  (await company.ask('{ invoices { totalCount } }')).invoices.totalCount;

const broken = () =>
  fileOf(
    fileRow({ number: '1' }),
    fileRow({ number: '2', amount: '-1' }),
    fileRow({ number: '3', settled: '' }),
  );

describe('an import', () => {
  it('writes invoices as by hand, at the dates of the file', async () => {
    expect(await run(fileOf(fileRow({ number: 'A-7' })))).toMatchObject({
      status: 'COMPLETED',
      rowsTotal: 1,
      rowsDone: 1,
      invoicesImported: 1,
      failure: null,
    });
    const { invoices } = await company.ask(
      `{ invoices(filter: { search: "a-7" }) { edges { node { number reference status issueDate dueDate
        customer { name } total { decimal } timeline { kind at } journalEntries { kind date } } } } }`,
    );
    expect(invoices.edges[0].node).toMatchObject({
      number: 'INV-00001',
      reference: 'A-7',
      status: 'PAID',
      issueDate: '2013-01-02',
      customer: { name: '0001-ABCDE' },
      total: { decimal: '55.94' },
      journalEntries: [
        { kind: 'ISSUE_INVOICE', date: '2013-01-02' },
        { kind: 'RECEIVE_BY_HAND', date: '2013-01-15' },
      ],
    });
    expect(await balances(company, '2013-01-14')).toEqual({ 1100: '5594', 4000: '-5594' });
    expect(await balances(company)).toEqual({ 1000: '5594', 4000: '-5594' });
  });

  it('of the same file again adds nothing; new rows of it come in', async () => {
    await run(largeFile(40));
    const before = await balances(company);
    expect(await run(largeFile(40))).toMatchObject({
      status: 'COMPLETED',
      invoicesImported: 0,
      rowsSkipped: 40,
    });
    expect(await balances(company)).toEqual(before);
    expect(await run(largeFile(41))).toMatchObject({ invoicesImported: 1, rowsSkipped: 40 });
  });

  it('writes nothing at all when one row is wrong', async () => {
    expect(await run(broken())).toMatchObject({
      status: 'FAILED',
      failure: '1 of 3 rows are wrong. Nothing was written.',
      rowsRejected: 1,
      errors: [{ line: 3, column: 'InvoiceAmount', code: 'NEGATIVE_AMOUNT' }],
    });
    expect(await countOfInvoices()).toBe(0);
    expect(await balances(company)).toEqual({});
  });

  it('leaves out the wrong rows when it may', async () => {
    expect(await run(broken(), 'GOOD_ROWS_ONLY')).toMatchObject({
      status: 'COMPLETED',
      rowsTotal: 3,
      rowsDone: 3,
      invoicesImported: 2,
      rowsRejected: 1,
    });
    expect(await balances(company)).toEqual({ 1000: '5594', 1100: '5594', 4000: '-11188' });
  });

  it('rejects a number that is in the books with other content, and rows of a closed period', async () => {
    await run(fileOf(fileRow({ number: '1' })));
    await company.ask(`mutation { closePeriod(input: { through: "2013-06-30" }) { __typename } }`);
    const next = fileOf(fileRow({ number: '1', amount: '1.00' }), fileRow({ number: '2' }));
    expect((await run(next)).errors).toEqual([
      { line: 2, column: 'invoiceNumber', code: 'NUMBER_TAKEN' },
      { line: 3, column: 'InvoiceDate', code: 'PERIOD_CLOSED' },
    ]);
  });

  it('of a file that is none is refused at once', async () => {
    expect(await start(Buffer.from('a,b\n'))).toEqual({
      code: 'UNKNOWN_COLUMN',
      field: 'input.file',
    });
  });

  it('shows progress while it writes, and lets no second one in', async () => {
    const seen: number[] = [];
    const database = await openDatabase(world.database.appUrl);
    const jobs = createImportJobs({ database, clock });
    const { organizationId } = company;
    const request = {
      organizationId,
      fileName: 'f.csv',
      content: largeFile(1200),
      mode: 'ALL_OR_NOTHING' as const,
    };
    const first = jobs.run({ ...request, onProgress: (done) => seen.push(done) });
    await until(async () => seen.length > 0);
    await failInterruptedImports(owner, clock); // Another process starts: it leaves this one alone.
    const [row] = (
      await world.query('select rows_done from receivables_import where status = $1', ['RUNNING'])
    ).rows;
    expect(row.rows_done).toBeGreaterThan(0);
    expect(await start(fileOf(fileRow()))).toEqual({ code: 'IMPORT_RUNNING' });
    expect(await countOfInvoices()).toBe(0);
    expect(await first).toMatchObject({ status: 'COMPLETED', invoicesImported: 1200 });
    expect(seen).toEqual([500, 1000, 1200]);
    await database.close(true);
  });

  it('has who books something meanwhile told that the books are busy, and changes nothing', async () => {
    const holder = owner.em.fork();
    const closed = async () => (await world.query('select 1 from period_lock')).rowCount;
    const before = await closed();
    await holder.transactional(async (em) => {
      await em.execute('select 1 from ledger_head for update');
      const { result } = await company.ask(
        `mutation ($date: LocalDate!) { result: closePeriod(input: { through: $date }) {
          __typename ... on Conflict { code } } }`,
        { date: '2020-01-31' },
      );
      expect(result).toEqual({ __typename: 'Conflict', code: 'BOOKS_BUSY' });
    });
    expect(await closed()).toBe(before);
  });

  it('goes on after the deadline of the request that began it', async () => {
    const database = await openDatabase(world.database.appUrl);
    const jobs = createImportJobs({ database, clock });
    const left: (number | null)[] = [];
    const request = {
      organizationId: company.organizationId,
      fileName: 'f.csv',
      content: fileOf(fileRow()),
      mode: 'ALL_OR_NOTHING' as const,
      onProgress: () => left.push(remainingMs()),
    };
    const done = await withDeadline(Date.now() + 30_000, () => jobs.run(request));
    expect(done).toMatchObject({ status: 'COMPLETED' });
    expect(left).toEqual([null]);
    await database.close(true);
  });

  it('writes nothing when it can not say that it is done', async () => {
    const connection = owner.em.fork();
    await connection.execute(`
      create function fault() returns trigger language plpgsql as $$ begin raise 'a fault'; end $$;
      create trigger fault before update on receivables_import for each row
        when (new.status = 'COMPLETED') execute function fault()`);
    try {
      expect(await run(fileOf(fileRow({ number: '1' })))).toMatchObject({ status: 'FAILED' });
    } finally {
      await connection.execute('drop function fault cascade');
    }
    expect(await countOfInvoices()).toBe(0);
  });

  it('that fails while the database is away is said to have failed once it is back', async () => {
    const connection = owner.em.fork();
    // A sequence counts on though its transaction is undone.
    await connection.execute(`
      create sequence tried;
      create function fault() returns trigger language plpgsql security definer as
        $$ begin perform nextval('tried'); raise 'away'; end $$;
      create trigger fault before update on receivables_import for each row
        when (new.status <> 'RUNNING') execute function fault()`);
    const { import: begun } = await start(fileOf(fileRow({ number: '1' })));
    try {
      await until(async () => {
        const { rows } = await world.query('select last_value::int as count from tried');
        return rows[0].count >= 3;
      });
      expect(await read(begun.id)).toMatchObject({ status: 'RUNNING' });
    } finally {
      await connection.execute('drop function fault cascade');
      await connection.execute('drop sequence tried');
    }
    await until(async () => (await read(begun.id)).status === 'FAILED');
    expect(await countOfInvoices()).toBe(0);
    expect(await run(fileOf(fileRow({ number: '1' })))).toMatchObject({ status: 'COMPLETED' });
  });

  it('that the server left behind is said to have failed', async () => {
    const { import: done } = await start(fileOf(fileRow()));
    await until(async () => (await read(done.id)).status === 'COMPLETED');
    await world.query(`update receivables_import set status = 'RUNNING' where id = $1`, [done.id]);
    await failInterruptedImports(owner, clock);
    expect(await read(done.id)).toMatchObject({
      status: 'FAILED',
      failure: expect.stringContaining('INTERRUPTED'),
    });
  });
});

it('a preview says what an import would do, and writes nothing', async () => {
  await run(fileOf(fileRow({ number: '1' })));
  const { result } = await company.ask(
    `mutation ($input: PreviewReceivablesImportInput!) { result: previewReceivablesImport(input: $input) {
      ... on ReceivablesImportPreview { rowsTotal rowsGood rowsRejected rowsKnown customers total { decimal }
        sample { line number settledDate amount { decimal } } errors { line code } } } }`,
    { input: { file: upload(broken()) } },
  );
  expect(result).toEqual({
    rowsTotal: 3,
    rowsGood: 1,
    rowsRejected: 1,
    rowsKnown: 1,
    customers: 1,
    total: { decimal: '55.94' },
    sample: [{ line: 4, number: '3', settledDate: null, amount: { decimal: '55.94' } }],
    errors: [{ line: 3, code: 'NEGATIVE_AMOUNT' }],
  });
  expect(await countOfInvoices()).toBe(1);
});
