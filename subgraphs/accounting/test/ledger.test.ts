import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { newPartner } from '@finflow/shared/testing/viewers';
import { balances, newInvoice } from './support/invoicing.ts';
import { openWorld, type Company, type World } from './support/world.ts';

let world: World;
let company: Company;
let accountId: Record<string, string>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  company = await world.openCompany();
  const { accounts } = await company.ask('{ accounts { id code } }');
  accountId = Object.fromEntries(
    accounts.map(({ id, code }: { id: string; code: string }) => [code, id]),
  );
});

const entryFields = `... on InvalidInput { code field } ... on NotFound { code } ... on Conflict { code }
  ... on JournalEntryPosted { entry { id sequence kind hash reversalOf { id }
    postings { side amount { decimal currency } account { code name } } } }`;

const rent = (fields = {}) => ({
  date: '2026-03-01',
  description: 'Rent of March',
  idempotencyKey: 'rent',
  postings: [
    { accountId: accountId['6000'], side: 'DEBIT', amountMinor: '90000' },
    { accountId: accountId['1000'], side: 'CREDIT', amountMinor: '90000' },
  ],
  ...fields,
});

const post = async (input: object) => {
  const mutation = `mutation ($input: PostJournalEntryInput!) { result: postJournalEntry(input: $input) { ${entryFields} } }`;
  return (await company.ask(mutation, { input })).result;
};
const reverse = async (entryId: string, fields = {}) => {
  const mutation = `mutation ($input: ReverseJournalEntryInput!) { result: reverseJournalEntry(input: $input) { ${entryFields} } }`;
  return (await company.ask(mutation, { input: { entryId, idempotencyKey: 'back', ...fields } }))
    .result;
};

describe('an entry by hand', () => {
  it('is posted once for a key', async () => {
    const first = await post(rent());
    expect(first.entry).toMatchObject({
      sequence: 1,
      kind: 'MANUAL',
      postings: [
        {
          side: 'DEBIT',
          amount: { decimal: '900.00', currency: 'EUR' },
          account: { code: '6000' },
        },
        { side: 'CREDIT', account: { code: '1000', name: 'Bank' } },
      ],
    });
    expect(await post(rent())).toEqual(first);
    expect(await post(rent({ description: 'Other' }))).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await balances(company)).toEqual({ 1000: '-90000', 6000: '90000' });
  });

  it('is refused when it does not balance, names no account, or comes too late', async () => {
    const [debit, credit] = rent().postings;
    const lines = (...postings: object[]) => post(rent({ postings }));
    expect(await lines({ ...debit, amountMinor: '1' }, { ...credit })).toMatchObject({
      code: 'ENTRY_NOT_BALANCED',
    });
    expect(await lines({ ...debit })).toMatchObject({ code: 'ENTRY_NOT_BALANCED' });
    expect(await lines()).toMatchObject({ code: 'ENTRY_NOT_BALANCED' });
    expect(
      await lines({ ...debit, amountMinor: '-1' }, { ...credit, amountMinor: '-1' }),
    ).toMatchObject({
      code: 'NEGATIVE_AMOUNT',
      field: 'input.postings.0.amountMinor',
    });
    expect(await lines({ ...debit, accountId: newId() }, { ...credit })).toMatchObject({
      code: 'ACCOUNT_NOT_FOUND',
    });
    await company.ask(`mutation { closePeriod(input: { through: "2026-03-01" }) { __typename } }`);
    expect(await post(rent())).toMatchObject({ code: 'PERIOD_CLOSED', field: 'input.date' });
    expect(await balances(company)).toEqual({});
  });

  it('is taken back by a reversal, once', async () => {
    const { entry } = await post(rent());
    const back = await reverse(entry.id);
    expect(back.entry).toMatchObject({
      sequence: 2,
      kind: 'REVERSAL',
      reversalOf: { id: entry.id },
    });
    expect(await reverse(entry.id)).toEqual(back);
    expect(await reverse(entry.id, { idempotencyKey: 'again' })).toMatchObject({
      code: 'ALREADY_REVERSED',
    });
    expect(await reverse(newId())).toMatchObject({ code: 'ENTRY_NOT_FOUND' });
    expect(await balances(company)).toEqual({});
  });

  it('of an invoice is not taken back here', async () => {
    await newInvoice(company);
    const { journalEntries } = await company.ask('{ journalEntries { edges { node { id } } } }');
    expect(await reverse(journalEntries.edges[0].node.id)).toMatchObject({
      code: 'NOT_REVERSIBLE',
    });
  });
});

describe('closing a period', () => {
  const close = async (through: string) => {
    const mutation = `mutation ($t: LocalDate!) { result: closePeriod(input: { through: $t }) {
      ... on PeriodClosed { through } ... on InvalidInput { code } } }`;
    return (await company.ask(mutation, { t: through })).result;
  };
  it('goes forward only, and never beyond today', async () => {
    expect(await close('2026-02-28')).toEqual({ through: '2026-02-28' });
    expect(await close('2026-01-31')).toEqual({ code: 'PERIOD_CLOSED' });
    expect(await close('2026-03-11')).toEqual({ code: 'DATE_IN_FUTURE' });
  });

  it('is written down under the id of the API key where a program did it', async () => {
    const apiKeyId = newId();
    const { organizationId } = company;
    const program = newPartner({ apiKeyId, organizationId, scopes: ['ledger:write'] });
    const mutation = 'mutation { closePeriod(input: { through: "2026-01-31" }) { __typename } }';
    const { data } = await world.ask(program, mutation);
    expect(data.closePeriod).toEqual({ __typename: 'PeriodClosed' });
    const { rows } = await world.query(
      'select closed_by from period_lock where organization_id = $1',
      [organizationId],
    );
    expect(rows).toEqual([{ closed_by: apiKeyId }]);
  });
});

describe('reading the books', () => {
  it('gives each account on its normal side, as of a day', async () => {
    await post(rent({ date: '2026-02-01', idempotencyKey: 'a' }));
    await post(rent({ date: '2026-03-01', idempotencyKey: 'b' }));
    const { accounts } = await company.ask(`{ accounts { code
      now: balance { decimal } february: balance(asOf: "2026-02-28") { decimal } } }`);
    const rows = accounts.filter(
      ({ code }: { code: string }) => code === '6000' || code === '1000',
    );
    expect(rows).toEqual([
      { code: '1000', now: { decimal: '-1800.00' }, february: { decimal: '-900.00' } },
      { code: '6000', now: { decimal: '1800.00' }, february: { decimal: '900.00' } },
    ]);
  });

  it('pages through the entries, newest first, and by account', async () => {
    for (const [date, key] of [
      ['2026-01-05', 'a'],
      ['2026-03-05', 'b'],
      ['2026-02-05', 'c'],
    ]) {
      await post(rent({ date, idempotencyKey: key }));
    }
    const query = `query ($after: String, $filter: JournalEntryFilter) {
      journalEntries(first: 2, after: $after, filter: $filter) { totalCount
        edges { node { date } } pageInfo { hasNextPage endCursor } } }`;
    const first = (await company.ask(query)).journalEntries;
    const second = (await company.ask(query, { after: first.pageInfo.endCursor })).journalEntries;
    const dates = [...first.edges, ...second.edges].map(
      ({ node }: { node: { date: string } }) => node.date,
    );
    expect(dates).toEqual(['2026-03-05', '2026-02-05', '2026-01-05']);
    expect([first.totalCount, second.pageInfo.hasNextPage]).toEqual([3, false]);
    const of = async (filter: object) =>
      (await company.ask(query, { filter })).journalEntries.totalCount;
    expect(await of({ accountId: accountId['6000'] })).toBe(3);
    expect(await of({ accountId: accountId['4000'] })).toBe(0);
    expect(await of({ from: '2026-02-01', to: '2026-02-28' })).toBe(1);
    expect(await of({ invoiceId: 'nothing' })).toBe(0);
  });

  it('refuses a cursor of another list, and more than a hundred at once', async () => {
    const owner = company.member('OWNER');
    const codes = async (args: string) =>
      (await world.ask(owner, `{ journalEntries(${args}) { totalCount } }`)).errors.map(
        ({ extensions }: { extensions: { code: string } }) => extensions.code,
      );
    expect(await codes('first: 101')).toEqual(['BAD_USER_INPUT']);
    expect(await codes('after: "nonsense"')).toEqual(['BAD_USER_INPUT']);
  });
});
