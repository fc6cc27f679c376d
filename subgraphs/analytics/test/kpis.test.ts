import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { fixedClock } from '@finflow/shared/clock';
import { newId } from '@finflow/shared/ids';
import { addDays } from '@finflow/shared/local-date';
import { checkQuestion, type AnalyzeQuestion } from '../src/analyze/analyze-question.ts';
import { analyze } from '../src/analyze/analyze.service.ts';
import { topCustomers, topExpenses, topMerchants } from '../src/kpis/kpi.queries.ts';
import { readInsights } from '../src/insights/insights.service.ts';
import { readAges, readKpis } from '../src/kpis/kpis.service.ts';
import { clock, eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
const [ours, theirs, nobody] = [newId(), newId(), newId()];

beforeAll(async () => {
  room = await openTestDatabase();
  await hear(room.database, story(ours));
  await hear(room.database, story(theirs));
});
afterAll(() => room.close());

/** It is the 15th of July: half a year of rent, a customer who pays, one who is late. */
function story(id: string) {
  const write = eventsOf(id);
  const [paid, late] = [newId(), newId()];
  const twice = write.spent('Timber', '900', { account: '5000', date: '2026-07-03' });
  return [
    write.created(),
    write.posted('2026-03-01', 'Dr 1000 1000000', 'Cr 3000 1000000'),
    ...['04', '05', '06', '07'].map((month) =>
      write.spent('Rent', '40000', { account: '6000', date: `2026-${month}-01` }),
    ),
    write.posted('2026-05-01', 'Dr 1100 90000', 'Cr 4000 90000'),
    write.invoiced(paid, '90000', '2026-05-31'),
    write.posted('2026-06-10', 'Dr 1000 60000', 'Cr 1100 60000'),
    write.updated(paid, '90000', '30000'),
    write.invoiced(late, '7000', '2026-03-31'),
    write.posted('2026-07-02', 'Dr 1100 7000', 'Cr 4000 7000'),
    write.spent('timber ', '1500', { account: '5000', date: '2026-07-04' }),
    write.spent(' Timber', '1000', { account: '5000', date: '2026-07-05' }),
    twice,
    write.takenBack(twice),
  ];
}

const inside = <T>(id: string, work: () => Promise<T>): Promise<T> => inOrganization(id, work);
const em = () => room.database.em.fork();
const kpis = (id: string, asked = {}) => inside(id, () => readKpis(em(), '2026-07-15', asked));
const asked = (changes: Partial<AnalyzeQuestion>): AnalyzeQuestion => ({
  measures: ['EXPENSES'],
  from: '2026-01-01',
  to: '2026-07-31',
  grain: 'MONTH',
  dimension: null,
  keys: null,
  ...changes,
});
const table = async (id: string, changes: Partial<AnalyzeQuestion>) =>
  (await inside(id, () => analyze(em(), checkQuestion(asked(changes))))).map(
    ({ start, key, values }) =>
      [start, ...(key === null ? [] : [key]), ...values.map(({ minor }) => Number(minor))].join(
        ' ',
      ),
  );

describe('key figures', () => {
  it('are of the period, beside the one before', async () => {
    const figures = await kpis(ours);
    expect(figures).toMatchObject({
      period: { from: '2026-07-01', to: '2026-07-15' },
      before: { from: '2026-06-01', to: '2026-06-15' },
      sums: { revenueMinor: 7000n, expensesMinor: 42_500n, inMinor: 900n, outMinor: 43_400n },
      sumsBefore: { revenueMinor: 0n, expensesMinor: 40_000n, inMinor: 60_000n },
      cash: { current: 897_500n, previous: 940_000n },
      receivables: { current: 37_000n, previous: 30_000n },
    });
  });

  it('burn what the last three whole months lost on average, without the one in which the books began', async () => {
    const figures = await kpis(ours);
    expect(figures?.burnMinor).toBe(20_000n); // 40,000 twice, and once 20,000 more than that came in.
    expect(figures?.runwayMonths).toBe(44.8);
    const may = await kpis(ours, { from: '2026-05-01', to: '2026-05-31' });
    expect(may?.burnMinor).toBe(40_000n);
  });

  it('tell for how long sales wait for their money', async () => {
    // Invoiced in the 90 days up to the 15th of July: both, by their date of issue.
    const figures = await kpis(ours);
    expect(figures?.daysSalesOutstanding).toBe(34.3);
  });

  it('sort open invoices by age, as of today', async () => {
    const figures = await kpis(ours);
    if (!figures) throw new Error('The organization is known');
    const ages = await inside(ours, () => readAges(em(), figures));
    expect(ages.map(({ count, dueMinor }) => [count, Number(dueMinor)])).toEqual([
      [0, 0],
      [0, 0],
      [1, 30_000],
      [0, 0],
      [1, 7_000],
    ]);
  });

  it('sort them by whole days, and leave out what nothing is due on', async () => {
    const id = newId();
    const write = eventsOf(id);
    const paid = newId();
    const days = [0, 1, 30, 31, 60, 61, 90, 91];
    await hear(room.database, [
      write.created(),
      ...days.map((ago) => write.invoiced(newId(), '100', addDays('2026-07-15', -ago))),
      write.invoiced(paid, '100', '2026-07-01'),
      write.updated(paid, '100', '0'),
    ]);
    const figures = await kpis(id);
    if (!figures) throw new Error('The organization is known');
    const ages = await inside(id, () => readAges(em(), figures));
    expect(ages.map(({ count }) => count)).toEqual([1, 2, 2, 2, 1]);
  });

  it('burn what three months did, the one that ends with the period among them', async () => {
    const id = newId();
    const write = eventsOf(id);
    const lost = ['100', '200', '300', '600'].map((minor, month) =>
      write.posted(`2026-0${month + 2}-10`, `Dr 6000 ${minor}00`, `Cr 1000 ${minor}00`),
    );
    const opening = write.posted('2026-01-05', 'Dr 1000 900000', 'Cr 3000 900000');
    await hear(room.database, [write.created(), opening, ...lost]);
    const may = await kpis(id, { from: '2026-05-01', to: '2026-05-31' });
    expect(may?.burnMinor).toBe(36_667n);
  });

  it('name no account on which nothing is left', async () => {
    const id = newId();
    const write = eventsOf(id);
    const expense = write.spent('Wrong', '500', { account: '6400' });
    const events = [write.created(), expense, write.takenBack(expense), write.spent('Rent', '9')];
    await hear(room.database, events);
    const period = { from: '2026-07-01', to: '2026-07-31' };
    const question = { currency: 'EUR', period, first: 5 };
    const named = await inside(id, () => topExpenses(em(), question));
    expect(named.map(({ key }) => key)).toEqual(['6999']);
  });

  it('count what was paid to a payee as a whole, however it was split over accounts', async () => {
    const id = newId();
    const write = eventsOf(id);
    const { data, ...event } = write.posted(
      '2026-07-02',
      'Dr 6000 300',
      'Dr 6999 100',
      'Cr 1000 400',
    );
    const split = { ...event, data: { ...data, description: 'Hall' } };
    await hear(room.database, [write.created(), split, write.spent(' ', '100')]);
    const period = { from: '2026-07-01', to: '2026-07-31' };
    const payees = await inside(id, () =>
      topMerchants(em(), { currency: 'EUR', period, first: 2 }),
    );
    expect(payees).toEqual([{ key: 'Hall', count: 1, amountMinor: 400n }]);
    const spent = { measures: ['SPENT'], dimension: 'MERCHANT', grain: 'TOTAL' } as const;
    expect(await table(id, spent)).toEqual(['2026-01-01  100', '2026-01-01 hall 400']);
  });

  it('name the greatest, payees however they are spelled, and not what was taken back', async () => {
    const period = { from: '2026-04-01', to: '2026-07-31' };
    const question = { currency: 'EUR', period, first: 2 };
    const [customers, merchants, expenses] = await inside(ours, () =>
      Promise.all([
        topCustomers(em(), question),
        topMerchants(em(), question),
        topExpenses(em(), question),
      ]),
    );
    expect(customers).toMatchObject([{ count: 2, amountMinor: 97_000n }]);
    expect(
      merchants.map(({ key, count, amountMinor }) => [key, count, Number(amountMinor)]),
    ).toEqual([
      ['Rent', 4, 160_000],
      [expect.stringMatching(/^timber$/i), 2, 2_500], // Which one sorts first is the database's matter.
    ]);
    expect(expenses.map(({ key, amountMinor }) => [key, Number(amountMinor)])).toEqual([
      ['6000', 160_000],
      ['5000', 2_500],
    ]);
  });

  it('are null for who has no books yet', async () => {
    expect(await kpis(nobody)).toBeNull();
  });
});

describe('what is asked of the books', () => {
  it('comes by period, oldest first, several measures side by side', async () => {
    const rows = await table(ours, {
      measures: ['REVENUE', 'EXPENSES', 'PROFIT'],
      grain: 'QUARTER',
    });
    expect(rows).toEqual(['2026-04-01 90000 120000 -30000', '2026-07-01 7000 42500 -35500']);
  });

  it('begins where it was asked to', async () => {
    expect(await table(ours, { from: '2026-06-15', to: '2026-07-05', grain: 'WEEK' })).toEqual([
      '2026-06-29 42500',
    ]);
    expect(await table(ours, { from: '2026-07-01', to: '2026-07-05', grain: 'WEEK' })).toEqual([
      '2026-07-01 42500',
    ]);
    expect(await table(ours, { grain: 'TOTAL' })).toEqual(['2026-01-01 162500']);
  });

  it('is told apart by the dimension, and confined to its keys', async () => {
    const by = { dimension: 'ACCOUNT', grain: 'TOTAL' } as const;
    expect(await table(ours, by)).toEqual(['2026-01-01 5000 2500', '2026-01-01 6000 160000']);
    expect(await table(ours, { ...by, keys: ['6000'] })).toEqual(['2026-01-01 6000 160000']);
    expect(await table(ours, { ...by, keys: [] })).toEqual([]);
    const spent = { measures: ['SPENT'], dimension: 'MERCHANT', grain: 'TOTAL' } as const;
    expect(await table(ours, spent)).toEqual(['2026-01-01 rent 160000', '2026-01-01 timber 2500']);
  });

  it('finds a payee and a customer however they are spelled', async () => {
    const spent = { measures: ['SPENT'], dimension: 'MERCHANT', grain: 'TOTAL' } as const;
    expect(await table(ours, { ...spent, keys: [' Rent'] })).toEqual(['2026-01-01 rent 160000']);
    const invoiced = { measures: ['INVOICED'], dimension: 'CUSTOMER', grain: 'TOTAL' } as const;
    const all = await table(ours, invoiced);
    const keys = all.map((row) => row.split(' ')[1]?.toUpperCase() ?? '');
    expect(await table(ours, { ...invoiced, keys })).toEqual(all);
  });

  it('is each organization’s own', async () => {
    const [mine, others, none] = [ours, theirs, nobody].map((id) => table(id, { grain: 'TOTAL' }));
    expect(await mine).toEqual(await others);
    expect(await none).toEqual([]);
  });

  it.each<[string, Partial<AnalyzeQuestion>]>([
    ['measures must name at least one.', { measures: [] }],
    ['measures must not repeat one.', { measures: ['SPENT', 'SPENT'] }],
    ['from must not be after to.', { from: '2026-08-01' }],
    [
      'From and to may be 400 days apart at most for the grain DAY.',
      { from: '2020-01-01', grain: 'DAY' },
    ],
    ["MONEY_IN can't be told apart by ACCOUNT.", { measures: ['MONEY_IN'], dimension: 'ACCOUNT' }],
    ['keys need a dimension.', { keys: ['6000'] }],
    [
      'keys may be 100 at most, of 500 characters each.',
      { dimension: 'ACCOUNT', keys: Array.from({ length: 101 }, String) },
    ],
  ])('is refused, and says why: %s', (message, changes) => {
    expect(() => checkQuestion(asked(changes))).toThrow(message);
  });

  it('may be about four hundred days by the day, the first and the last among them', () => {
    const of = (days: number) => () =>
      checkQuestion(asked({ grain: 'DAY', to: addDays('2026-01-01', days - 1) }));
    expect(of(400)).not.toThrow();
    expect(of(401)).toThrow('400 days');
  });

  it('is refused when nobody could read the answer', async () => {
    const many = eventsOf(newId());
    const created = many.created();
    const id = created.organizationid ?? '';
    const spent = Array.from({ length: 1_001 }, (_, index) => many.spent(`Payee ${index}`, '1'));
    await hear(room.database, [created, ...spent]);
    const by = { measures: ['SPENT'], dimension: 'MERCHANT', grain: 'TOTAL' } as const;
    await expect(table(id, by)).rejects.toThrow('This has more than 1000 rows.');
  });
});

describe('what is worth a look', () => {
  it('is what stood in the books last Sunday, all week long', async () => {
    const on = (day: string) =>
      inside(ours, () => readInsights(em(), fixedClock(`${day}T10:00:00Z`)));
    const monday = await on('2026-07-13');
    expect(monday?.week).toBe('2026-07-13');
    expect(monday?.insights.map(({ kind }) => kind)).toEqual(['LATE_PAYER', 'LARGE_CUSTOMER']);
    expect(await on('2026-07-19')).toEqual(monday);
    expect((await on('2026-07-20'))?.week).toBe('2026-07-20');
  });

  it('tells of sales and of an account that changed, by whole weeks of the books', async () => {
    const write = eventsOf(newId());
    const created = write.created();
    const mondays = Array.from({ length: 19 }, (_, ago) => addDays('2026-07-06', -7 * ago));
    const grown = (ago: number) => (ago < 4 ? 15_000 : 10_000);
    await hear(room.database, [
      created,
      ...mondays.flatMap((monday, ago) => [
        write.posted(addDays(monday, 6), `Dr 1000 ${grown(ago)}`, `Cr 4000 ${grown(ago)}`),
        write.posted(monday, `Dr 6200 ${grown(ago) / 5}`, `Cr 1000 ${grown(ago) / 5}`),
      ]),
      // After Sunday: another week's matter.
      write.posted('2026-07-13', 'Dr 1000 900000', 'Cr 4000 900000'),
    ]);
    const found = await inside(created.organizationid ?? '', () => readInsights(em(), clock));
    expect(found?.insights.map(({ text }) => text)).toEqual([
      'Sales before tax of the last four weeks were €600.00, 50 % above the €400.00 of four usual weeks before.',
      'Software and services took €120.00 in the last four weeks, 50 % more than the €80.00 of four usual weeks before.',
    ]);
  });

  it('is nothing for who has no books yet', async () => {
    expect(await inside(nobody, () => readInsights(em(), clock))).toBeNull();
  });
});
