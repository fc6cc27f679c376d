import { addPeriods } from '../grains.ts';
import type { Grain, Series } from '../series.ts';
import { compare, type CashItem } from './books.ts';
import { dayNumber } from './day-number.ts';
import type { Ingredients, Origin, Source } from './ingredients.ts';
import { categoryMeans, splitByCategory } from './remainder.ts';
import { byPeriod } from './simulate.ts';

/** What is expected of one origin, one amount a period. */
export type Part = Origin & { readonly amounts: Float64Array };

/** The ingredients' expected amounts by origin and period. What has an origin in common is one part. */
export function expectedParts(
  { today, uncertain, streams, scheduled }: Ingredients,
  periodOf: Int32Array,
  periods: number,
): Part[] {
  const parts = new Map<string, Part>();
  const add = (origin: Origin, amounts: Float64Array, times: number) => {
    const { source, customerId, category } = origin;
    const key = JSON.stringify([source, customerId, category]);
    const part = parts.get(key) ?? {
      source,
      customerId,
      category,
      amounts: new Float64Array(periods),
    };
    amounts.forEach((amount, period) => {
      part.amounts[period] = (part.amounts[period] ?? 0) + amount * times;
    });
    parts.set(key, part);
  };
  for (const one of uncertain) add(one, byPeriod(one.chances, periodOf, periods), one.amount);
  for (const one of streams) add(one, byPeriod(one.expected, periodOf, periods), 1);
  for (const { on, amount, category } of scheduled) {
    const amounts = new Float64Array(periods);
    amounts[periodOf[dayNumber(on) - dayNumber(today) - 1] ?? 0] = amount;
    add({ source: 'SCHEDULED', customerId: null, category }, amounts, 1);
  }
  return [...parts.values()].toSorted(bySize);
}

/** At most so many categories of the remainder are told apart; the others are one part without a category. */
const categoriesApart = 12;
/** How many periods back a category's share is looked for: of days a quarter, for much comes once a month. */
const recentPeriods: Readonly<Record<Grain, number>> = { DAY: 91, WEEK: 13, MONTH: 12 };

/** The remainder's forecast by category, as these had their part in it lately. */
export function partsOfRemainder(
  median: readonly number[],
  items: readonly CashItem[],
  series: Series,
): Part[] {
  const count = series.values.length;
  const periods = Math.min(recentPeriods[series.grain], count);
  const means = categoryMeans(items, {
    from: addPeriods(series.start, series.grain, count - periods),
    end: addPeriods(series.start, series.grain, count),
    periods,
  });
  const apart = means.slice(0, categoriesApart);
  const rest = means.slice(categoriesApart).reduce((sum, { mean }) => sum + mean, 0);
  const shares = [
    ...apart.map(({ category, mean }) => ({ category: category === '' ? null : category, mean })),
    { category: null, mean: rest },
  ];
  const parts = shares.map(
    ({ category }): Part => ({
      source: 'REMAINDER',
      customerId: null,
      category,
      amounts: new Float64Array(median.length),
    }),
  );
  median.forEach((amount, period) => {
    splitByCategory(amount, shares).forEach((share, index) => {
      const part = parts[index];
      if (part) part.amounts[period] = share;
    });
  });
  return parts.filter(({ amounts }) => amounts.some((amount) => amount !== 0));
}

const order: readonly Source[] = [
  'OPEN_INVOICE',
  'RECURRING',
  'SCHEDULED',
  'FUTURE_INVOICES',
  'REMAINDER',
];

const bySize = (a: Part, b: Part): number =>
  order.indexOf(a.source) - order.indexOf(b.source) ||
  Math.abs(total(b.amounts)) - Math.abs(total(a.amounts)) ||
  compare(`${a.customerId ?? ''} ${a.category ?? ''}`, `${b.customerId ?? ''} ${b.category ?? ''}`);

const total = (amounts: Float64Array): number => amounts.reduce((a, b) => a + b, 0);
