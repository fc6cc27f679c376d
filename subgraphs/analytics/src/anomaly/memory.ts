import type { LocalTime } from '@finflow/shared/time-zone';
import type { Fact } from './fact.ts';
import { median } from './robust.ts';

/** How many of a group's latest facts are looked at one by one. */
const keptPerGroup = 60;
/** How many of the latest distances from the payees' usual amounts are kept per house. */
const keptDistances = 200;
const repeatWithinDays = 3;

/** A fact, and what it was to those before it. */
export type Remembered = { readonly fact: Fact; readonly repeated: Fact | null };

/** What facts usually are like: a sliding window of the organization's latest. */
export type Memory = {
  /** The latest of a group, oldest first. */
  latest(key: string): readonly Fact[];
  count(key: string): number;
  /** How many of a group repeated another. */
  repeats(key: string): number;
  /** How far amounts were from the usual of their payee, on the logarithm's scale. */
  distances(key: string): readonly number[];
  /** On how many days each hour of the day, by the organization's clocks, was used. */
  hours(key: string): readonly number[];
  /** Of the days with facts (days since 1970): their totals, minor units. */
  dayTotals(key: string): ReadonlyMap<number, number>;
  /** The earlier fact that this one repeats, if any: same party, same amount, days apart. */
  repeated(fact: Fact): Fact | null;
  readonly facts: readonly Fact[];
  add(fact: Fact): void;
};

type Group = {
  latest: Fact[];
  count: number;
  repeats: number;
  distances: number[];
  readonly hours: number[];
  readonly uses: Map<string, number>;
  readonly days: Map<number, number>;
};

const newGroup = (): Group => ({
  latest: [],
  count: 0,
  repeats: 0,
  distances: [],
  hours: Array.from({ length: 24 }, () => 0),
  uses: new Map(),
  days: new Map(),
});

const nothing = newGroup();

/** Remembers the latest `window` facts. What it says depends on those facts alone, not on when or in which batches they came. */
export function createMemory(window: number): Memory {
  const groups = new Map<string, Group>();
  const remembered: Remembered[] = [];
  const facts: Fact[] = [];
  const group = (key: string): Group => groups.get(key) ?? nothing;

  const repeated = (fact: Fact): Fact | null => {
    const past = fact.payee === null ? [] : group(fact.payee).latest;
    return past.findLast((other) => isRepeat(other, fact)) ?? null;
  };

  function forget(): void {
    const oldest = remembered.shift();
    facts.shift();
    if (!oldest) return;
    for (const key of keysOf(oldest.fact)) {
      const found = groups.get(key);
      if (found) remove(found, oldest);
      if (found?.count === 0) groups.delete(key);
    }
  }

  return {
    facts,
    repeated,
    latest: (key) => group(key).latest,
    count: (key) => group(key).count,
    repeats: (key) => group(key).repeats,
    distances: (key) => group(key).distances,
    hours: (key) => group(key).hours,
    dayTotals: (key) => group(key).days,
    add(fact) {
      const item = { fact, repeated: repeated(fact) };
      const past = fact.payee === null ? [] : group(fact.payee).latest;
      const distance = past.length < 3 ? null : Math.abs(fact.logSize - usualOf(past));
      for (const key of keysOf(fact)) {
        const found = groups.get(key) ?? newGroup();
        groups.set(key, found);
        insert(found, item, distance);
      }
      remembered.push(item);
      facts.push(fact);
      if (remembered.length > window) forget();
    },
  };
}

/** The usual amount of a group, on the logarithm's scale. */
export const usualOf = (facts: readonly Fact[]): number =>
  median(facts.map(({ logSize }) => logSize));

const keysOf = ({ house, family, payee }: Fact): string[] =>
  payee === null ? [house, family] : [house, family, payee];

const isRepeat = (earlier: Fact, later: Fact): boolean =>
  earlier.amountMinor === later.amountMinor &&
  !(isAskedFor(earlier) && isAskedFor(later)) &&
  (earlier.withdrawnAtMs === null || earlier.withdrawnAtMs > later.atMs) &&
  Math.abs(earlier.day - later.day) <= repeatWithinDays;

/** Money for an invoice that is known is no double of other money: whether there is too much of it, its total says. */
const isAskedFor = ({ source, invoiceId, invoiceTotalMinor }: Fact): boolean =>
  source === 'RECEIPT' && invoiceId !== null && invoiceTotalMinor !== null;

function insert(group: Group, { fact, repeated }: Remembered, distance: number | null): void {
  group.count += 1;
  if (repeated) group.repeats += 1;
  group.latest.push(fact);
  if (group.latest.length > keptPerGroup) group.latest.shift();
  if (distance !== null) group.distances.push(distance);
  if (group.distances.length > keptDistances) group.distances.shift();
  group.days.set(fact.day, (group.days.get(fact.day) ?? 0) + Number(fact.amountMinor));
  if (fact.localTime) use(group, fact.localTime, 1);
}

function remove(group: Group, { fact, repeated }: Remembered): void {
  group.count -= 1;
  if (repeated) group.repeats -= 1;
  if (group.latest[0] === fact) group.latest.shift();
  const left = (group.days.get(fact.day) ?? 0) - Number(fact.amountMinor);
  if (left > 0) group.days.set(fact.day, left);
  else group.days.delete(fact.day);
  if (fact.localTime) use(group, fact.localTime, -1);
}

/** A day counts once an hour, however much was typed in it: a morning of bookkeeping is one habit, not a hundred. */
function use(group: Group, { date, hour }: LocalTime, change: 1 | -1): void {
  const key = `${date} ${hour}`;
  const before = group.uses.get(key) ?? 0;
  const after = before + change;
  if (after === 0) group.uses.delete(key);
  else group.uses.set(key, after);
  if (before === 0 || after === 0) group.hours[hour] = (group.hours[hour] ?? 0) + change;
}
