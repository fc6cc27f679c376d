import { addDays, toLocalDate, type LocalDate } from '@finflow/shared/local-date';
import { localTimeIn, type TimeZone } from '@finflow/shared/time-zone';

/**
 * The Monday of the week that runs, for an organization in this zone. Entries that the system writes are dated in UTC: a week begins when it has
 * begun by both clocks, so that the last Sunday is over in the books too.
 */
export function runningWeek(now: Date, timeZone: TimeZone): LocalDate {
  const here = localTimeIn(timeZone, +now).date;
  const inBooks = toLocalDate(now);
  return startOfWeek(here < inBooks ? here : inBooks);
}

/** The Monday of a day's week. */
function startOfWeek(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
