import { addDays, type LocalDate } from '@finflow/shared/local-date';
import { compare, type CashItem } from './books.ts';
import { cadenceOf, following, type Cadence } from './cadence.ts';
import { dayNumber } from './day-number.ts';
import { average } from './issuing.ts';

/** Something that comes again and again, found in history. */
export type Recurring = {
  readonly party: string;
  readonly category: string;
  readonly cadence: Cadence;
  /** Of the next one: the usual amount, or the mean of the last three where it differs. */
  readonly amount: number;
  /** Standard deviation of the amounts as a share of the amount; 0 when they are all alike. */
  readonly spread: number;
  /** How often it came when it was expected to. */
  readonly chance: number;
  readonly last: LocalDate;
  readonly dayOfMonth: number;
  /** The items it was found in: they are no part of what is forecast from history. */
  readonly itemIds: ReadonlySet<string>;
};

/** Amounts this near to each other may be the same bill. */
const likeness = 0.1;
const leastTimes = { alike: 3, differing: 4 } as const;
/** What comes in fewer of its periods has a season (wages of a hotel's winter): history tells when, and how much. */
const leastChance = 0.7;
/** Older ones than the last so many say nothing about the next. */
const looksBack = 24;

/**
 * Finds what recurs: items of one party with about the same amount, at even distances, at least three times (four, when
 * amounts differ), in most of the periods in which they should, whose next one isn't overdue by more than twice its tolerance.
 */
export function findRecurring(items: readonly CashItem[], today: LocalDate): Recurring[] {
  const groups = Map.groupBy(
    items.filter(({ on, amount }) => on <= today && amount !== 0),
    ({ party, amount }) => `${amount > 0 ? '+' : '-'}${party}`,
  );
  return [...groups]
    .toSorted(([a], [b]) => compare(a, b))
    .flatMap(([, own]) => clusters(own))
    .flatMap((cluster) => recurringOf(cluster, today) ?? []);
}

/** Items with amounts near each other, smallest first: each joins the one before while it is near the cluster's first. */
function clusters(items: readonly CashItem[]): CashItem[][] {
  const found: CashItem[][] = [];
  const bySize = items.toSorted(
    (a, b) => Math.abs(a.amount) - Math.abs(b.amount) || compare(a.on, b.on) || compare(a.id, b.id),
  );
  for (const item of bySize) {
    const current = found.at(-1);
    const first = current?.[0];
    if (current && first && Math.abs(item.amount) <= Math.abs(first.amount) * (1 + 2 * likeness))
      current.push(item);
    else found.push([item]);
  }
  return found;
}

function recurringOf(cluster: readonly CashItem[], today: LocalDate): Recurring | null {
  const items = cluster
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id))
    .slice(-looksBack);
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return null;
  const amounts = items.map(({ amount }) => amount);
  const isAlike = amounts.every((amount) => amount === last.amount);
  if (items.length < (isAlike ? leastTimes.alike : leastTimes.differing)) return null;
  const days = items.map(({ on }) => dayNumber(on));
  const cadence = cadenceOf(days);
  if (!cadence) return null;
  const overdue = dayNumber(today) - dayNumber(last.on) - cadence.days;
  if (overdue > 2 * cadence.toleranceDays) return null;
  const slots = Math.round((dayNumber(last.on) - dayNumber(first.on)) / cadence.days) + 1;
  const chance = Math.min(1, items.length / Math.max(1, slots));
  if (chance < leastChance) return null;
  return {
    party: last.party,
    category: last.category,
    cadence,
    amount: isAlike ? last.amount : average(amounts.slice(-3)),
    spread: isAlike ? 0 : relativeSpread(amounts),
    chance,
    last: last.on,
    dayOfMonth: usualDay(items.map(({ on }) => Number(on.slice(8)))),
    itemIds: new Set(cluster.map(({ id }) => id)),
  };
}

/** The days on which it comes next, up to `until`. One that should have come by now is expected tomorrow. */
export function nextDays(recurring: Recurring, today: LocalDate, until: LocalDate): LocalDate[] {
  const { cadence, last, dayOfMonth } = recurring;
  const days: LocalDate[] = [];
  for (const day of following(cadence, last, dayOfMonth)) {
    const shown = day > today ? day : addDays(today, 1);
    if (shown > until) return days;
    if (days.at(-1) !== shown) days.push(shown);
  }
  return days;
}

/** The most frequent day of the month, the later of equals. */
function usualDay(days: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 1;
}

function relativeSpread(amounts: readonly number[]): number {
  const mean = average(amounts);
  const squares = amounts.map((amount) => (amount - mean) ** 2);
  return Math.sqrt(average(squares)) / Math.abs(mean);
}
