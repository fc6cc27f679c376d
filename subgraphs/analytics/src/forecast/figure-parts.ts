import { allocate } from '@finflow/shared/money';
import type { ShareOfYear } from './figures.ts';
import type { OutlookPart } from './outlook.ts';
import type { Added } from './scenario-of-figures.ts';

/** So many customers or accounts are named; the others are one part together. */
const named = 8;

/** The total, shared out as the last year was; nothing without a year's figures. */
export function sharesOf(totalMinor: bigint, shares: readonly ShareOfYear[]): OutlookPart[] {
  const positive = shares.filter(({ amountMinor }) => amountMinor > 0n);
  if (positive.length === 0) return [];
  const weights = positive.slice(0, named).map(({ amountMinor }) => amountMinor);
  const others = positive.slice(named).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return allocate(totalMinor, [...weights, others]).flatMap((expected, place) => {
    const key = positive[place]?.key ?? null;
    const isOthers = place === weights.length;
    if (isOthers && others === 0n) return [];
    return { key: isOthers ? null : key, known: '0', expected: String(expected) };
  });
}

/** The accounts with what a scenario adds to them: to the others, where it says no account, or one that is not named yet. */
export function withAdded(parts: readonly OutlookPart[], added: readonly Added[]): OutlookPart[] {
  const names = new Set(parts.map(({ key }) => key));
  const nameOf = ({ category }: Added) => (names.has(category) ? category : null);
  const known = new Map<string | null, bigint>();
  for (const one of added) {
    known.set(nameOf(one), (known.get(nameOf(one)) ?? 0n) + one.amountMinor);
  }
  const others = known.has(null) && !names.has(null);
  const all = others ? [...parts, { key: null, known: '0', expected: '0' }] : parts;
  return all.map((part) => ({ ...part, known: String(known.get(part.key) ?? 0n) }));
}
