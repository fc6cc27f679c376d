import { describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { addDays, addMonths } from '@finflow/shared/local-date';
import fc from 'fast-check';
import type { Figures } from '../src/forecast/figures.ts';
import type { ForecastQuestion } from '../src/forecast/forecast-question.ts';
import type { Outlook } from '../src/forecast/outlook.ts';
import { outlookOf } from '../src/forecast/outlook-of.ts';
import type { ScenarioInput } from '../src/forecasting/known/outlook.ts';

const today = '2026-07-15';
const [first, second, third] = [newId(), newId(), newId()];

/** Two years of 1,000.00 on the 20th of each month; of the last year's invoices half were for the first customer. */
const figures: Figures = {
  days: Array.from({ length: 24 }, (_, index) => ({
    date: addDays(addMonths(today, index - 23), 19),
    amountMinor: 100_000n,
  })).filter(({ date }) => date <= today),
  openingMinor: 0n,
  customers: [
    { key: first, amountMinor: 600_000n },
    { key: second, amountMinor: 450_000n },
    { key: third, amountMinor: 150_000n },
  ],
  categories: [
    { key: '6100', amountMinor: 900_000n },
    { key: '6000', amountMinor: 300_000n },
  ],
};

const ask = (
  target: ForecastQuestion['target'],
  scenarios: readonly ScenarioInput[],
  more: Partial<ForecastQuestion> = {},
): Outlook =>
  outlookOf({
    figures,
    books: null,
    today,
    question: { target, grain: 'MONTH', horizon: 2, scenarios, ...more },
  });

const flowsOf = ({ current, points }: Outlook) => [current, ...points].map((one) => one?.flow);
const sum = (texts: readonly string[]) => texts.reduce((all, text) => all + BigInt(text), 0n);
const totalOf = ({ current, points }: Outlook) =>
  sum([...(current ? [current] : []), ...points].map(({ flow }) => flow));

const lost = (customerId: string): ScenarioInput => ({
  kind: 'LOST_CUSTOMER',
  customerId,
  openInvoices: 'PAID',
});
const hire: ScenarioInput = {
  kind: 'EVERY_MONTH',
  from: '2026-08-25',
  amountMinor: -40_000n,
  category: null,
};

describe('a lost customer', () => {
  it('takes its share of the year’s invoices off revenue, in every period', () => {
    const outlook = ask('REVENUE', [lost(first)]);
    expect(flowsOf(ask('REVENUE', []))).toEqual(['100000', '100000', '100000']);
    expect(flowsOf(outlook)).toEqual(['50000', '50000', '50000']);
    expect(outlook.effects).toEqual(['-150000']);
    expect(outlook.customers.map(({ key, expected }) => [key, expected])).toEqual([
      [second, '112500'],
      [third, '37500'],
    ]);
  });

  it('is lost once, and nothing is left without all of them', () => {
    const outlook = ask('REVENUE', [lost(first), lost(first), lost(second), lost(third)]);
    expect(flowsOf(outlook)).toEqual(['0', '0', '0']);
    expect(outlook.effects).toEqual(['-150000', '0', '-112500', '-37500']);
    expect(outlook.customers).toEqual([]);
  });

  it('takes nothing off where it got more back in a year than it was invoiced', () => {
    const customers = [
      { key: first, amountMinor: 600_000n },
      { key: second, amountMinor: 600_000n },
      { key: third, amountMinor: -150_000n },
    ];
    const question = { target: 'REVENUE', grain: 'MONTH', horizon: 2 } as const;
    const effects = [lost(third), lost(first)].map(
      (scenario) =>
        outlookOf({
          figures: { ...figures, customers },
          books: null,
          today,
          question: { ...question, scenarios: [scenario] },
        }).effects,
    );
    expect(effects).toEqual([['0'], ['-150000']]);
  });

  it('changes no expenses, nor any revenue where nothing was invoiced to it', () => {
    expect(ask('EXPENSE', [lost(first)]).effects).toEqual(['0']);
    expect(ask('REVENUE', [lost(newId())]).effects).toEqual(['0']);
  });
});

describe('an amount', () => {
  it('of every month that goes out is an expense from its day on, and no revenue', () => {
    const outlook = ask('EXPENSE', [hire]);
    expect(flowsOf(outlook)).toEqual(['100000', '140000', '140000']);
    expect(outlook.points.map(({ known }) => known)).toEqual(['40000', '40000']);
    expect(outlook.effects).toEqual(['80000']);
    expect(outlook.categories).toContainEqual({ key: null, known: '80000', expected: '0' });
    expect(ask('REVENUE', [hire]).effects).toEqual(['0']);
  });

  it('of every month that began before today counts from now on', () => {
    const outlook = ask('EXPENSE', [{ ...hire, from: '2026-05-20' }]);
    expect(flowsOf(outlook)).toEqual(['140000', '140000', '140000']);
  });

  it('of every month that comes in is revenue, and no expense', () => {
    const more = { ...hire, amountMinor: 40_000n };
    expect(ask('REVENUE', [more]).effects).toEqual(['80000']);
    expect(ask('EXPENSE', [more]).effects).toEqual(['0']);
  });

  it.each([
    ['6100', -90_000n, { REVENUE: '0', EXPENSE: '90000' }],
    ['6100', 90_000n, { REVENUE: '0', EXPENSE: '-90000' }],
    ['4000', 90_000n, { REVENUE: '90000', EXPENSE: '0' }],
    ['2000', 90_000n, { REVENUE: '0', EXPENSE: '0' }],
    [null, 90_000n, { REVENUE: '0', EXPENSE: '0' }],
  ] as const)('once counts where its account does: %s of %s', (category, amountMinor, effects) => {
    const once: ScenarioInput = { kind: 'ONCE', on: '2026-07-31', amountMinor, category };
    expect(ask('REVENUE', [once]).effects).toEqual([effects.REVENUE]);
    const expense = ask('EXPENSE', [once]);
    expect(expense.effects).toEqual([effects.EXPENSE]);
    expect(expense.current?.known).toBe(effects.EXPENSE);
  });
});

it('names the account that an amount counts on, beside what is expected there', () => {
  const once: ScenarioInput = {
    kind: 'ONCE',
    on: '2026-07-31',
    amountMinor: -90_000n,
    category: '6100',
  };
  expect(ask('EXPENSE', [once]).categories).toEqual([
    { key: '6100', known: '90000', expected: '225000' },
    { key: '6000', known: '0', expected: '75000' },
  ]);
});

it('changes neither revenue nor expenses that a customer pays later', () => {
  const late: ScenarioInput = { kind: 'PAYS_LATER', customerId: first, days: 30 };
  for (const target of ['REVENUE', 'EXPENSE'] as const) {
    expect(ask(target, [late])).toEqual({ ...ask(target, []), effects: ['0'] });
  }
});

describe('whatever the scenario', () => {
  const change: fc.Arbitrary<ScenarioInput> = fc.oneof(
    fc.constantFrom(first, second, third).map(lost),
    fc.record({
      kind: fc.constantFrom('EVERY_MONTH' as const),
      from: fc.integer({ min: -40, max: 90 }).map((days) => addDays(today, days)),
      amountMinor: fc.bigInt(-(10n ** 13n), 10n ** 13n),
      category: fc.constantFrom(null, '4000', '6100', '6999'),
    }),
  );
  const targets = fc.constantFrom('REVENUE' as const, 'EXPENSE' as const);
  const grains = fc.constantFrom('DAY' as const, 'WEEK' as const, 'MONTH' as const);

  it('the parts add up, effects are the difference, and bounds keep their order', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), targets, grains, (changes, target, grain) => {
        const outlook = ask(target, changes, { grain });
        const { current, points, categories, effects } = outlook;
        const all = [...(current ? [current] : []), ...points];
        for (const { flow, known, expected, intervals } of all) {
          expect(BigInt(known) + BigInt(expected)).toBe(BigInt(flow));
          for (const { low, high } of intervals) {
            expect(BigInt(low)).toBeLessThanOrEqual(BigInt(high));
          }
        }
        const parts = categories.flatMap(({ known, expected }) => [known, expected]);
        expect(sum(parts)).toBe(totalOf(outlook));
        expect(totalOf(ask(target, [], { grain })) + sum(effects)).toBe(totalOf(outlook));
      }),
      { numRuns: 15 },
    );
  });
});
