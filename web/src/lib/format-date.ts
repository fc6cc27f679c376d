import { locale } from '@finflow/shared/locale';

const day = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const instant = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A business date, "2026-11-22", as "22 Nov 2026". The same day in every time zone. */
export function formatDate(localDate: string): string {
  return day.format(new Date(`${localDate}T00:00:00Z`));
}

/** The month of a business date: "Nov 2026". */
export function formatMonth(localDate: string): string {
  return month.format(new Date(`${localDate}T00:00:00Z`));
}

/** An instant in the reader's own time zone: "22 Nov 2026, 14:05". */
export function formatInstant(dateTime: string): string {
  return instant.format(new Date(dateTime));
}

/** The business date of an instant in a time zone; without one, where the reader is. */
export function localDateIn(timeZone: string | undefined, at: Date): string {
  // Swedish dates are written as ISO 8601 has them.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
}

const shortDay = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A business date where its year is plain: "22 Nov". */
export function formatShortDay(localDate: string): string {
  return shortDay.format(new Date(`${localDate}T00:00:00Z`));
}
