import { formatDate, formatMonth, formatShortDay } from '../../lib/format-date.ts';
import type { Grain } from './outlook-url.ts';

type Period = { readonly start: string; readonly end: string };

/** A period as a table names it: "Nov 2026", "16 to 22 Nov", "22 Nov 2026". */
export function periodName({ start, end }: Period, grain: Grain): string {
  if (grain === 'MONTH') return formatMonth(start);
  if (grain === 'DAY') return formatDate(start);
  return `${formatShortDay(start)} to ${formatDate(end)}`;
}

/** The end of a period as a chart's axis names it. */
export const endName = (end: string, grain: Grain): string =>
  grain === 'MONTH' ? formatMonth(end) : formatShortDay(end);

/** The end of a period in a sentence. */
export const endInWords = (end: string, grain: Grain): string =>
  grain === 'MONTH' ? `the end of ${formatMonth(end)}` : formatDate(end);
