import type { LocalDate } from '@finflow/shared/local-date';

type Dated = { readonly date: LocalDate };
export type Split<T> = { readonly earlier: readonly T[]; readonly later: readonly T[] };

/**
 * Cuts off the last part by date, never within a day: nothing of the later part is as old as
 * anything of the earlier one. Within a day the order handed in stays.
 * @param share of the later part, above 0 and below 1
 */
export function splitByTime<T extends Dated>(examples: readonly T[], share: number): Split<T> {
  const sorted = examples.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const first = sorted[Math.floor(sorted.length * (1 - share))];
  if (!first) return { earlier: sorted, later: [] };
  const cut = sorted.findIndex(({ date }) => date >= first.date);
  return { earlier: sorted.slice(0, cut), later: sorted.slice(cut) };
}
