/** Nearest whole minor unit of a statistic. The one way from floating point back to money. @throws RangeError for NaN or infinity */
export const toMinor = (value: number): bigint => BigInt(Math.round(value));

/**
 * Rounds parts so that they add up to the rounded total: largest remainder, ties to the earlier part. Beyond 2^53 the sum of
 * floats is itself inexact; what is then left over goes to the largest part.
 * @throws RangeError for NaN or infinity
 */
export function toMinorParts(parts: readonly number[]): bigint[] {
  const rounded = parts.map((part) => toMinor(Math.floor(part)));
  const total = toMinor(parts.reduce((sum, part) => sum + part, 0));
  let left = total - rounded.reduce((sum, floor) => sum + floor, 0n);
  const byRest = parts
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest) {
    if (left <= 0n) break;
    rounded[index] = (rounded[index] ?? 0n) + 1n;
    left -= 1n;
  }
  const largest = parts.reduce(
    (best, part, index) => (Math.abs(part) > Math.abs(parts[best] ?? 0) ? index : best),
    0,
  );
  if (rounded.length > 0) rounded[largest] = (rounded[largest] ?? 0n) + left;
  return rounded;
}
