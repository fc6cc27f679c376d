import { addDays, type LocalDate } from '@finflow/shared/local-date';
import {
  daysIn,
  lastDayOver,
  type Period,
  periodNumber,
  periodsAhead,
  periodStart,
} from '../forecasting/known/periods.ts';
import { addPeriods } from '../forecasting/grains.ts';
import type { Grain, Series } from '../forecasting/series.ts';
import type { DayFigure } from './figures.ts';

/** What a period that is over, or has begun, came to. */
export type PeriodFigure = Period & { readonly amountMinor: bigint };

/**
 * The days added up by period, oldest first, quiet periods included, up to `today`; the last one may not be over yet. Empty without
 * days.
 */
export function figuresByPeriod(
  days: readonly DayFigure[],
  grain: Grain,
  today: LocalDate,
): PeriodFigure[] {
  const [first] = days;
  if (!first) return [];
  const sums = new Map<number, bigint>();
  for (const { date, amountMinor } of days) {
    const number = periodNumber(date, grain);
    sums.set(number, (sums.get(number) ?? 0n) + amountMinor);
  }
  const periods: PeriodFigure[] = [];
  let from = periodStart(first.date, grain);
  for (let number = periodNumber(from, grain); from <= today; number += 1) {
    const next = addPeriods(from, grain, 1);
    periods.push({ from, to: addDays(next, -1), amountMinor: sums.get(number) ?? 0n });
    from = next;
  }
  return periods;
}

/** So many periods are looked back on at most: more only costs time. */
const longestHistory: Readonly<Record<Grain, number>> = { DAY: 730, WEEK: 208, MONTH: 72 };

/**
 * The periods that are over, as a series; where there are none yet, what the current one has brought so far. The first one is left
 * out where there are enough, for it mostly holds an opening balance, and where business began in its middle and another one is
 * over: half a month would look like a bad one.
 * @param firstDay the first day with a figure
 */
export function seriesOf(
  periods: readonly PeriodFigure[],
  grain: Grain,
  { firstDay, today }: { readonly firstDay: LocalDate; readonly today: LocalDate },
): Series & { readonly periods: readonly PeriodFigure[] } {
  const over = periods.filter(({ to }) => to <= lastDayOver(today, grain));
  const isFirstPartial = over.length > 1 && firstDay > (over[0]?.from ?? firstDay);
  const settled = over
    .slice(over.length > 3 || isFirstPartial ? 1 : 0)
    .slice(-longestHistory[grain]);
  const used = settled.length > 0 ? settled : periods;
  return {
    grain,
    start: used[0]?.from ?? periodStart(today, grain),
    values: used.map(({ amountMinor }) => Number(amountMinor)),
    isNonNegative: used.every(({ amountMinor }) => amountMinor >= 0n),
    periods: used,
  };
}

/** The periods to be forecast; `rest` is what is left of the current one. */
export function periodsToCome(
  today: LocalDate,
  grain: Grain,
  horizon: number,
): { readonly rest: Period | null; readonly periods: readonly Period[] } {
  const ahead = periodsAhead(today, grain, horizon);
  const isRest = ahead.length > horizon;
  return { rest: isRest ? (ahead[0] ?? null) : null, periods: ahead.slice(isRest ? 1 : 0) };
}

const yearOfPeriods = 12;

/**
 * Which part of a period's figure is still to come after `today`, 0 to 1: as it was in the last twelve periods, for wages are paid
 * at the end and rent at the beginning of a month; by days, where those were empty.
 */
export function shareToCome(
  days: readonly DayFigure[],
  series: { readonly grain: Grain; readonly periods: readonly PeriodFigure[] },
  today: LocalDate,
): number {
  const current = periodStart(today, series.grain);
  const gone = daysIn({ from: current, to: today });
  const recent = series.periods.slice(-yearOfPeriods);
  const [first] = recent;
  let total = 0;
  let late = 0;
  for (const { date, amountMinor } of days) {
    if (!first || date < first.from || date >= current) continue;
    const size = Math.abs(Number(amountMinor));
    total += size;
    if (daysIn({ from: periodStart(date, series.grain), to: date }) > gone) late += size;
  }
  if (total > 0) return late / total;
  const whole = daysIn({ from: current, to: addDays(addPeriods(current, series.grain, 1), -1) });
  return 1 - gone / whole;
}
