import { log } from '../log.ts';
import { isTimeZone, type TimeZone } from '../time-zone.ts';

/** The zone that an event tells; null for none, and for one that only a newer Node can count in: nothing could be said of its days. */
export function toldTimeZone({ timeZone }: { readonly timeZone?: string }): TimeZone | null {
  if (timeZone === undefined || isTimeZone(timeZone)) return timeZone ?? null;
  log.warn('a time zone that is not known here is passed over', { timeZone });
  return null;
}
