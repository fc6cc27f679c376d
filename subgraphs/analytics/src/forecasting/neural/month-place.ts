import type { LocalDate } from '@finflow/shared/local-date';
import type { Grain } from '../series.ts';

const dayMs = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** Where a period lies in its month, counted from the month's start and from its end. Small integers; equal ones are alike. */
export type MonthPlace = { readonly fromStart: number; readonly fromEnd: number };

/** As many places as there can be, of either count. */
export const placeCount = 64;

/**
 * Rents, wages and payment runs come on the first or the last working day, or in a certain week, of a month. A day is placed by its working
 * days (a Saturday or Sunday by itself), a week by how many Mondays come before and after its own. Holidays are not known here.
 */
export function monthPlace(grain: Grain, day: number): MonthPlace {
  const date = new Date(day * dayMs);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const left = new Date(Date.UTC(year, month + 1, 0)).getUTCDate() - dayOfMonth;
  if (grain === 'WEEK')
    return { fromStart: Math.floor((dayOfMonth - 1) / 7), fromEnd: Math.floor(left / 7) };
  const weekday = weekdayOf(day);
  if (weekday >= saturday) return { fromStart: 50 + weekday, fromEnd: 50 + weekday };
  const first = day - dayOfMonth + 1;
  return { fromStart: workingDays(first, day), fromEnd: workingDays(day + 1, day + 1 + left) };
}

const saturday = 5;

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** From `from` up to, not including, `until`. */
function workingDays(from: number, until: number): number {
  let count = 0;
  for (let day = from; day < until; day += 1) if (weekdayOf(day) < saturday) count += 1;
  return count;
}
