import { addDays, type LocalDate } from '@finflow/shared/local-date';
import { localDateIn, type TimeZone } from '@finflow/shared/time-zone';

/** The Monday of the week that runs, for an organization in this zone. */
export function runningWeek(now: Date, timeZone: TimeZone): LocalDate {
  const today = localDateIn(timeZone, now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, -((weekday + 6) % 7));
}
