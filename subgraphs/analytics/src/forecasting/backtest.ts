import type { Member, Series } from './series.ts';

/** A day in the past from which the series is forecast again: how many values were known then, and how many steps can be checked. */
export type Origin = { readonly known: number; readonly horizon: number };

const origins = 4;

/**
 * Up to four origins, half a horizon apart, the newest first. Each leaves at least half of the values, and 8, to forecast from.
 */
export function backtestOrigins(length: number, horizon: number): readonly Origin[] {
  const stride = Math.max(1, Math.ceil(horizon / 2));
  const least = Math.max(8, Math.ceil(length / 2));
  return Array.from({ length: origins }, (_, index) => length - (index + 1) * stride)
    .filter((known) => known >= least)
    .map((known) => ({ known, horizon: Math.min(horizon, length - known) }));
}

/** What members said at one origin; null for those that had no answer. */
export type Said = readonly (readonly number[] | null)[];

/** Asks every member for a forecast as of an origin. Members see nothing after it. */
export function askMembers(
  members: readonly Member[],
  series: Series,
  { known, horizon }: Origin,
): Said {
  const past = { ...series, values: series.values.slice(0, known) };
  return members.map((member) => {
    const values = member.forecast(past, horizon);
    return values?.every((value) => Number.isFinite(value)) ? values : null;
  });
}
