import { daysBetween, type LocalDate } from '@finflow/shared/local-date';
import { holidaysOf } from './holidays.ts';

/** Where days stand in the calendar, one figure a day, in typed arrays because a forecast compares each day with all others. */
export type DayPlaces = {
  /** 0 is Sunday. */
  readonly weekday: Uint8Array;
  readonly dayOfMonth: Uint8Array;
  /** Weeks since the year began. */
  readonly weekOfYear: Float64Array;
  /** 1 on a bank holiday. */
  readonly isHoliday: Uint8Array;
};

const dayMs = 86_400_000;
const shortestMonth = 28;

/** The places of `count` days from `start`, `stride` days apart. */
export function dayPlaces(
  start: LocalDate,
  count: number,
  { stride, country }: { stride: number; country: string | undefined },
): DayPlaces {
  const places = {
    weekday: new Uint8Array(count),
    dayOfMonth: new Uint8Array(count),
    weekOfYear: new Float64Array(count),
    isHoliday: new Uint8Array(count),
  };
  const first = Date.parse(start);
  const firstWeekday = new Date(first).getUTCDay();
  let dayOfMonth = shortestMonth;
  let newYear = first;
  for (let index = 0; index < count; index += 1) {
    const time = first + index * stride * dayMs;
    dayOfMonth += stride;
    // A date is made only where the month may have changed: a forecast asks for thousands.
    if (dayOfMonth > shortestMonth) {
      const date = new Date(time);
      dayOfMonth = date.getUTCDate();
      newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
    }
    places.weekday[index] = (firstWeekday + index * stride) % 7;
    places.dayOfMonth[index] = dayOfMonth;
    places.weekOfYear[index] = (time - newYear) / dayMs / 7;
  }
  markHolidays(places.isHoliday, start, { stride, country });
  return places;
}

function markHolidays(
  marks: Uint8Array,
  start: LocalDate,
  { stride, country }: { stride: number; country: string | undefined },
): void {
  const firstYear = Number(start.slice(0, 4));
  const years = Math.ceil((marks.length * stride) / 365) + 1;
  for (let year = firstYear; year <= firstYear + years; year += 1) {
    for (const day of holidaysOf(year, country)) {
      const index = daysBetween(start, day) / stride;
      if (Number.isInteger(index) && index >= 0 && index < marks.length) marks[index] = 1;
    }
  }
}
