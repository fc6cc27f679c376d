import { addDays, addMonths, type LocalDate } from '@finflow/shared/local-date';
import { addPeriods } from '../grains.ts';
import type { Grain } from '../series.ts';
import { dayNumber, weekdayOf, weekNumber } from './day-number.ts';

/** A stretch of days, both ends included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** First day of the period that holds `date`; weeks begin on Monday. */
export function periodStart(date: LocalDate, grain: Grain): LocalDate {
  switch (grain) {
    case 'DAY':
      return date;
    case 'WEEK':
      return addDays(date, -weekdayOf(dayNumber(date)));
    case 'MONTH':
      return addMonths(date, 0);
    default:
      return unreachable(grain);
  }
}

/** Numbers that follow each other as the periods do: the number of the one that holds `date`. */
export function periodNumber(date: LocalDate, grain: Grain): number {
  switch (grain) {
    case 'DAY':
      return dayNumber(date);
    case 'WEEK':
      return weekNumber(dayNumber(date));
    case 'MONTH':
      return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
    default:
      return unreachable(grain);
  }
}

/**
 * The last day on which a period that is over may end. By weeks and months it is today, but today itself is not over as a day: a forecast of the
 * morning would take half of one for a bad one, and whatever happens today would make every day's forecast another.
 */
export const lastDayOver = (today: LocalDate, grain: Grain): LocalDate =>
  grain === 'DAY' ? addDays(today, -1) : today;

/**
 * The days after `today` as what is left of the current period (unless today is its last day) and the `horizon` whole periods
 * after it.
 */
export function periodsAhead(today: LocalDate, grain: Grain, horizon: number): Period[] {
  const periods: Period[] = [];
  let from = addDays(today, 1);
  let start = addPeriods(periodStart(today, grain), grain, 1);
  if (start > from) periods.push({ from, to: addDays(start, -1) });
  for (let step = 0; step < horizon; step += 1) {
    from = start;
    start = addPeriods(start, grain, 1);
    periods.push({ from, to: addDays(start, -1) });
  }
  return periods;
}

/** For each day after `today`, nearest first, the index of its period. */
export function periodOfDays(periods: readonly Period[]): Int32Array {
  const lengths = periods.map(daysIn);
  const index = new Int32Array(lengths.reduce((sum, days) => sum + days, 0));
  let day = 0;
  lengths.forEach((days, period) => {
    index.fill(period, day, day + days);
    day += days;
  });
  return index;
}

export const daysIn = ({ from, to }: Period): number => dayNumber(to) - dayNumber(from) + 1;

function unreachable(grain: never): never {
  throw new RangeError(`Unknown grain ${String(grain)}`);
}
