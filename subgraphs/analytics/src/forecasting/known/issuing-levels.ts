import type { LocalDate } from '@finflow/shared/local-date';
import type { SeriesForecaster } from '../series.ts';
import type { Invoice } from './books.ts';
import { dayNumber } from './day-number.ts';
import { daysIn, periodsAhead } from './periods.ts';
import { forecastAhead, seriesOfItems } from './remainder.ts';

/** Of a shorter history, growth and season can't be told from chance. */
const leastMonths = 12;
/** How many months of history the belief "as before" weighs as much as. */
const steadyStrength = 6;
const bounds = { low: 0.25, high: 4 } as const;

/**
 * For each day after today, how much will be invoiced over the usual: growth and season, as the forecast of monthly totals
 * sees them, drawn towards 1. By months whatever the forecast's grain: their sums are seldom zero, and a median of few and large
 * invoices would be. All 1 where a year of months isn't there, or every fourth has no invoice.
 * @param invoices as `asKnownOn` gives them
 * @param usualADay the amount a day that counts as 1
 */
export function issuingLevels(
  invoices: readonly Invoice[],
  usualADay: number,
  ahead: {
    readonly today: LocalDate;
    readonly days: number;
    readonly forecast: SeriesForecaster;
  },
): Float64Array {
  const levels = new Float64Array(ahead.days).fill(1);
  const { today, days, forecast } = ahead;
  const items = invoices.map(({ id, issuedOn, amount, customerId }) => ({
    id,
    on: issuedOn,
    amount,
    party: customerId,
    category: '',
  }));
  const firstDay = invoices[0]?.issuedOn ?? today;
  const history = seriesOfItems(items, 'MONTH', { firstDay, today });
  const quiet = history?.values.filter((value) => value <= 0).length ?? 0;
  if (!history || usualADay <= 0) return levels;
  if (history.values.length < leastMonths || quiet * 4 >= history.values.length) return levels;
  const months = periodsAhead(today, 'MONTH', Math.ceil(days / 28));
  const made = forecastAhead({ ...history, isNonNegative: true }, months, forecast);
  const share = history.values.length / (history.values.length + steadyStrength);
  months.forEach((month, index) => {
    const level = (made?.median[index] ?? 0) / (usualADay * daysIn(month));
    const bounded = Math.min(bounds.high, Math.max(bounds.low, level));
    const first = dayNumber(month.from) - dayNumber(today) - 1;
    levels.fill(1 + share * (bounded - 1), first, first + daysIn(month));
  });
  return levels;
}
