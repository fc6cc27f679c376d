/** A business date without a time zone, YYYY-MM-DD. Compares and sorts as text. */
export type LocalDate = string;

const dayMs = 86_400_000;
const shape = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists: 2024-02-29 is one, 2023-02-29 and 2024-13-01 are not. Years 1900 to 2199. */
export function isLocalDate(text: string): text is LocalDate {
  if (!shape.test(text)) return false;
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2199) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The UTC day of an instant. Put together from its parts: engines take three times as long for `toISOString`. @throws RangeError for no date */
export function toLocalDate(instant: Date): LocalDate {
  const year = instant.getUTCFullYear();
  if (!(year >= 1000 && year <= 9999)) return instant.toISOString().slice(0, 10);
  return `${year}-${twoDigits(instant.getUTCMonth() + 1)}-${twoDigits(instant.getUTCDate())}`;
}

const twoDigits = (figure: number): string => (figure < 10 ? `0${figure}` : String(figure));

/** The day `days` after `date`; before it, when negative. A date alone is read as UTC (ECMA-262). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  toLocalDate(new Date(Date.parse(date) + days * dayMs));

/** The first day of the month `months` after the month of `date`. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return toLocalDate(first);
}

export const startOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01`;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
