import { accumulate, predictNets, seasonalHistory } from './seasonal-baseline.ts';

/** Percent of outcomes that the band should hold. */
const intervalPercent = 80;

/**
 * Half the width of the band around cash after 1, 2, ... `horizon` months, minor units: how far the same rule was off in the
 * past, at each distance, so that 80 % of its misses lie inside (rank ceil(0.8 (n + 1)) of n, as conformal prediction takes
 * it). Where there are too few misses to say, the band grows with the square root of the distance, from the last width
 * known or, without any, from `fallback`. It never narrows.
 */
export function halfWidths(past: readonly bigint[], horizon: number, fallback: bigint): bigint[] {
  const widths: bigint[] = [];
  const known = { width: fallback, distance: 1n };
  for (let distance = 1; distance <= horizon; distance += 1) {
    const measured = widthOfMisses(misses(past, distance));
    if (measured !== null) Object.assign(known, { width: measured, distance: BigInt(distance) });
    const grown = squareRoot((known.width * known.width * BigInt(distance)) / known.distance);
    widths.push(larger(grown, widths.at(-1) ?? 0n));
  }
  return widths;
}

/** How far off the rule would have been about the cash `distance` months ahead, at each past month it could have been asked. */
function misses(past: readonly bigint[], distance: number): bigint[] {
  const found: bigint[] = [];
  for (let origin = seasonalHistory; origin + distance <= past.length; origin += 1) {
    const predicted = accumulate(predictNets(past.slice(0, origin), distance)).at(-1) ?? 0n;
    const actual = accumulate(past.slice(origin, origin + distance)).at(-1) ?? 0n;
    found.push(size(actual - predicted));
  }
  return found;
}

function widthOfMisses(found: readonly bigint[]): bigint | null {
  const rank = Math.ceil((intervalPercent * (found.length + 1)) / 100);
  return found.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))[rank - 1] ?? null;
}

export const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** The integer part of the square root, by Newton's method: exact, where a float would lose cents above 2^53. */
export function squareRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}
