import type { Weeks } from './insight-facts.ts';

/** How the last four weeks differ from four usual ones. Minor units. */
export type Change = {
  readonly last4Minor: bigint;
  readonly usualMinor: bigint;
  readonly byMinor: bigint;
  readonly percent: bigint;
};

/** A change is told from a fifth on, for weeks differ by chance. */
const changedByPercent = 20n;

/**
 * How the last four weeks differ from a third of the twelve before. Null when there were no twelve, or nothing in them; when they
 * differ by little; when some four of the twelve came to as much, for what comes once a month falls into four weeks twice or not
 * at all; and when the season explains it: the same weeks of last year differed from those before them alike.
 */
export function changeOf(weeks: Weeks): Change | null {
  const before = weeks.slice(4, 16);
  if (before.length < 12) return null;
  const change = changeFrom(lastFour(weeks), sum(before) / 3n);
  if (!change) return null;
  const fours = Array.from({ length: 9 }, (_, first) => lastFour(before.slice(first)));
  const wasSo = fours.some((four) =>
    change.byMinor > 0n ? four >= change.last4Minor : four <= change.last4Minor,
  );
  return wasSo || isSeason(change, weeks.slice(52)) ? null : change;
}

export const lastFour = (weeks: Weeks): bigint => sum(weeks.slice(0, 4));

/** Nothing is usual where four weeks used to bring nothing, or less. */
function changeFrom(last4Minor: bigint, usualMinor: bigint): Change | null {
  if (usualMinor <= 0n) return null;
  const byMinor = last4Minor - usualMinor;
  const percent = ((byMinor < 0n ? -byMinor : byMinor) * 100n) / usualMinor;
  return percent < changedByPercent ? null : { last4Minor, usualMinor, byMinor, percent };
}

/** Whether last year's weeks lead one to expect so much; unknown, and so no, where the books don't reach back so far. */
function isSeason({ last4Minor, usualMinor, byMinor }: Change, lastYear: Weeks): boolean {
  const usualThen = sum(lastYear.slice(4, 16)) / 3n;
  if (lastYear.length < 16 || usualThen <= 0n) return false;
  const expected = (usualMinor * lastFour(lastYear)) / usualThen;
  if (expected <= 0n) return last4Minor <= 0n;
  const beyond = changeFrom(last4Minor, expected)?.byMinor ?? 0n;
  return byMinor > 0n ? beyond <= 0n : beyond >= 0n;
}

const sum = (weeks: Weeks): bigint => weeks.reduce((all, week) => all + week, 0n);
