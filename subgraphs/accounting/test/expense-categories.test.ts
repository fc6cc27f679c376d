import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { InvalidEvent } from '@finflow/shared/events/validate';
import { newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import type { Refusal } from '@finflow/shared/refusal';
import type { TestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase, type Database } from '../src/database.ts';
import { closePeriod } from '../src/ledger/close-period.ts';
import { postManualEntry, reverseEntry } from '../src/ledger/ledger.service.ts';
import { accountingDatabase, clock, newBooks, type Books } from './support/books.ts';
import { deliver } from './support/deliver.ts';

let database: TestDatabase;
let orm: Database;
let books: Books;
beforeAll(async () => {
  database = await accountingDatabase();
  orm = await openDatabase(database.appUrl);
});
afterAll(async () => {
  await orm.close(true);
  await database.close();
});
beforeEach(async () => {
  books = await newBooks(orm);
});

const inBooks = <T>(
  work: (room: { em: Database['em']; organizationId: string; clock: typeof clock }) => Promise<T>,
) => {
  const { organizationId } = books;
  return inOrganization(organizationId, () => work({ em: orm.em.fork(), organizationId, clock }));
};

const accountIds = () =>
  inBooks(async ({ em }) => {
    const rows = await em.execute<{ id: string; code: string }[]>('select id, code from account');
    return new Map(rows.map(({ id, code }) => [code, id]));
  });

function accepted(result: string | Refusal): string {
  if (typeof result !== 'string') throw new Error(result.code);
  return result;
}

async function post(debit: string, credit: string, amountMinor = 4990n): Promise<string> {
  const ids = await accountIds();
  const line = (side: 'DEBIT' | 'CREDIT', code: string) => ({
    accountId: ids.get(code) ?? '',
    side,
    amountMinor,
  });
  const entry = {
    date: '2026-02-10',
    description: 'Hetzner 10',
    idempotencyKey: newId(),
    postings: [line('DEBIT', debit), line('CREDIT', credit)],
  };
  return accepted(await inBooks((room) => postManualEntry(entry, room)));
}
const spend = () => post('6999', '1000');

const categorized = (transactionId: string, accountCode: string, revision = 1) =>
  newEvent(
    'transaction_categorized',
    {
      source: '/analytics',
      subject: transactionId,
      organizationId: books.organizationId,
      data: {
        transactionId,
        category: 'ANY',
        accountCode,
        decidedBy: 'PERSON',
        revision,
        number: revision,
      },
    },
    clock,
  );
const hear = (...events: ReturnType<typeof categorized>[]) => deliver(events, books);

/** What is on the accounts of expenses, by code; nothing is left out. */
const expenses = () =>
  inBooks(async ({ em }) => {
    const rows = await em.execute<{ code: string; balance: string }[]>(
      `select a.code, sum(b.debit_minor - b.credit_minor)::text as balance
       from account_balance b join account a on a.id = b.account_id where a.type = 'EXPENSE'
       group by a.code having sum(b.debit_minor - b.credit_minor) <> 0`,
    );
    return Object.fromEntries(rows.map(({ code, balance }) => [code, balance]));
  });

const entries = () =>
  inBooks(({ em }) =>
    em.execute<{ kind: string; date: string; description: string }[]>(
      'select kind, date::text as date, description from journal_entry order by sequence',
    ),
  );

describe('an expense that waits for its category', () => {
  it('moves to the account of its category by a new entry', async () => {
    await hear(categorized(await spend(), '6200'));
    expect(await expenses()).toEqual({ 6200: '4990' });
    expect(await entries()).toEqual([
      { kind: 'MANUAL', date: '2026-02-10', description: 'Hetzner 10' },
      { kind: 'RECLASSIFY_EXPENSE', date: '2026-02-10', description: 'Categorized: Hetzner 10' },
    ]);
  });

  it('moves once, however often it is told', async () => {
    const id = await spend();
    const event = categorized(id, '6200');
    await hear(event, event, { ...event, id: newId() });
    expect(await expenses()).toEqual({ 6200: '4990' });
    expect(await entries()).toHaveLength(2);
  });

  it('moves on when somebody corrects it, and back; an older decision changes nothing', async () => {
    const id = await spend();
    await hear(categorized(id, '6200'), categorized(id, '6310', 2));
    expect(await expenses()).toEqual({ 6310: '4990' });
    await hear(categorized(id, '6200', 1));
    expect(await expenses()).toEqual({ 6310: '4990' });
    await hear(categorized(id, '6200', 3));
    expect(await expenses()).toEqual({ 6200: '4990' });
  });

  it('is booked on the first open day when its period is closed', async () => {
    const id = await spend();
    await inBooks((room) => closePeriod('2026-02-28', { ...room, closedBy: newId() }));
    await hear(categorized(id, '6200'));
    expect((await entries()).at(-1)).toMatchObject({
      kind: 'RECLASSIFY_EXPENSE',
      date: '2026-03-01',
    });
  });

  it('is taken back from where it stands', async () => {
    const id = await spend();
    await hear(categorized(id, '6200'));
    await inBooks((room) => reverseEntry({ entryId: id, idempotencyKey: 'back' }, room));
    expect(await expenses()).toEqual({});
    await hear(categorized(id, '6310', 2));
    expect(await expenses()).toEqual({});
  });
});

describe('what stays as it is', () => {
  it('is an expense that somebody coded to a real account', async () => {
    await hear(categorized(await post('6000', '1000'), '6200'));
    expect(await expenses()).toEqual({ 6000: '4990' });
  });

  it('is an expense that somebody moved by an entry of their own', async () => {
    const id = await spend();
    await post('6300', '6999');
    await hear(categorized(id, '6200'));
    expect(await expenses()).toEqual({ 6300: '4990' });
  });

  it('is an expense whose account there is not, or that is none', async () => {
    const id = await spend();
    await hear(categorized(id, '7777'), categorized(id, '4000', 2));
    expect(await expenses()).toEqual({ 6999: '4990' });
  });

  it('is everything, when the entry is of another organization', async () => {
    const theirs = await spend();
    books = await newBooks(orm);
    await expect(hear(categorized(theirs, '6200'))).rejects.toThrow(InvalidEvent);
  });
});

it('tells which entry a reversal takes back', async () => {
  const id = await spend();
  const reversal = accepted(
    await inBooks((room) => reverseEntry({ entryId: id, idempotencyKey: 'back' }, room)),
  );
  const owner = await openDatabase(database.ownerUrl);
  const [row] = await owner.em
    .fork()
    .execute<{ about: string }[]>(
      `select event->'data'->>'reversalOf' as about from outbox where key = ?`,
      [reversal],
    );
  await owner.close(true);
  expect(row?.about).toBe(id);
});
