import { addDays, addMonths, type LocalDate } from '@finflow/shared/local-date';
import { dayNumber } from './day-number.ts';

/** How often something comes, in days or in months, and how many days it may be off. */
export type Cadence = {
  readonly name: 'WEEKLY' | 'FORTNIGHTLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY';
  readonly days: number;
  readonly months: number;
  readonly toleranceDays: number;
};

const cadences: readonly Cadence[] = [
  { name: 'WEEKLY', days: 7, months: 0, toleranceDays: 1 },
  { name: 'FORTNIGHTLY', days: 14, months: 0, toleranceDays: 2 },
  { name: 'MONTHLY', days: 30.44, months: 1, toleranceDays: 4 },
  { name: 'QUARTERLY', days: 91.31, months: 3, toleranceDays: 7 },
  { name: 'YEARLY', days: 365.25, months: 12, toleranceDays: 10 },
];

/** The share of gaps that must fit; one that is twice as long (a month left out) fits as well. */
const leastFit = 0.8;

/** The cadence that these days keep, oldest first; null when they keep none. */
export function cadenceOf(days: readonly number[]): Cadence | null {
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0));
  if (gaps.length === 0) return null;
  const fits = ({ days: length, toleranceDays }: Cadence) => {
    const once = gaps.filter((gap) => Math.abs(gap - length) <= toleranceDays).length;
    const twice = gaps.filter((gap) => Math.abs(gap - 2 * length) <= toleranceDays).length;
    return once > twice && once + twice >= leastFit * gaps.length;
  };
  return cadences.find(fits) ?? null;
}

/** The days after `last`, without end: weeks count from it, months keep `dayOfMonth` (or their last day, if they are shorter). */
export function* following(
  cadence: Cadence,
  last: LocalDate,
  dayOfMonth: number,
): Generator<LocalDate, never> {
  for (let step = 1; ; step += 1) {
    if (cadence.months === 0) yield addDays(last, step * cadence.days);
    else
      yield dayIn(
        addMonths(last, nearestMonth(last, dayOfMonth) + step * cadence.months),
        dayOfMonth,
      );
  }
}

/** A bill of the 1st that came on the 30th belongs to the next month; one of the 31st that came on the 2nd to the one before. */
function nearestMonth(last: LocalDate, dayOfMonth: number): number {
  const distances = [-1, 0, 1].map((shift) => ({
    shift,
    off: Math.abs(dayNumber(dayIn(addMonths(last, shift), dayOfMonth)) - dayNumber(last)),
  }));
  return distances.reduce((best, one) => (one.off < best.off ? one : best)).shift;
}

function dayIn(month: LocalDate, dayOfMonth: number): LocalDate {
  const lastDay = addDays(addMonths(month, 1), -1);
  const wanted = addDays(month, dayOfMonth - 1);
  return wanted > lastDay ? lastDay : wanted;
}
