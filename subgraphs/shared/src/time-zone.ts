import type { LocalDate } from './local-date.ts';

/** An IANA time zone, such as Europe/Berlin. */
export type TimeZone = string;

/** What an organization has until it says otherwise. */
export const utc: TimeZone = 'UTC';

/** Offsets such as +01:00, which Intl takes too, are none: they know nothing of daylight saving. */
const shape = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/;

/** True for a zone of the IANA database, or one of its old names, that this Node can count in. */
export function isTimeZone(text: string): text is TimeZone {
  if (!shape.test(text)) return false;
  try {
    formatOf(text);
    return true;
  } catch {
    // Intl's only way of saying that it doesn't know a zone.
    return false;
  }
}

/** What a clock on the wall shows: the day, and the hour from 0 to 23. */
export type LocalTime = { readonly date: LocalDate; readonly hour: number };

/**
 * The time of an instant in a zone, daylight saving included: an hour that a clock shows twice in autumn is the same one both times.
 * @param instant milliseconds since 1970
 * @throws RangeError for what is no time zone
 */
export function localTimeIn(zone: TimeZone, instant: number): LocalTime {
  const [date = '', hour] = formatOf(zone).format(instant).split(' ');
  return { date, hour: Number(hour) };
}

/** The business date of an instant: what the calendar on the wall of somebody in this zone shows. @throws RangeError for what is no time zone */
export const localDateIn = (zone: TimeZone, instant: Date): LocalDate =>
  localTimeIn(zone, instant.getTime()).date;

/** Making one costs as much as a thousand uses of it. There are some 600 names at most. */
const formats = new Map<TimeZone, Intl.DateTimeFormat>();

function formatOf(timeZone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Swedish dates are written year first, as ISO 8601 has them.
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}
