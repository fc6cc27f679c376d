/** The middle value; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** What makes the median absolute deviation of normal values equal their standard deviation. */
export const madToDeviation = 1.4826;

/** Median absolute deviation from `center`, scaled to a standard deviation: half of the values may be wild. */
export const spreadAround = (values: readonly number[], center: number): number =>
  madToDeviation * median(values.map((value) => Math.abs(value - center)));

/**
 * A spread found in `count` values, drawn towards a prior spread that is worth `weight` values. Shrinks the variance, so
 * that three values that happen to agree don't make the fourth impossible.
 */
export const shrinkSpread = (
  own: { readonly spread: number; readonly count: number },
  prior: { readonly spread: number; readonly weight: number },
): number =>
  Math.sqrt(
    (own.count * own.spread ** 2 + prior.weight * prior.spread ** 2) / (own.count + prior.weight),
  );
