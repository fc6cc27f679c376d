/** The value below which `share` of the values lie, between neighbours in proportion (Hyndman and Fan's type 7); NaN of none. */
export const quantile = (values: ArrayLike<number>, share: number): number =>
  quantileOfSorted(new Float64Array(values).sort(), share);

/** The same of values that rise. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? 0;
  return low + (at - below) * (high - low);
}

export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

/** A value and how much it counts. */
export type Weighted = { readonly value: number; readonly weight: number };

/**
 * The value with half of the weight on either side, between neighbours in proportion, so that a small change of a weight makes a small
 * change of the answer. NaN without weight.
 */
export function weightedQuantile(parts: readonly Weighted[], share: number): number {
  const sorted = parts.toSorted((a, b) => a.value - b.value);
  return weightedQuantileOfSorted(
    sorted.map(({ value }) => value),
    sorted.map(({ weight }) => weight),
    share,
  );
}

/** The same of values that rise, for whoever asks for many weights of the same values. */
export function weightedQuantileOfSorted(
  sorted: ArrayLike<number>,
  weights: ArrayLike<number>,
  share: number,
): number {
  let total = 0;
  for (let index = 0; index < weights.length; index += 1) total += weights[index] ?? 0;
  let before = 0;
  let lastValue = Number.NaN;
  let lastMiddle = Number.NaN;
  for (let index = 0; index < sorted.length; index += 1) {
    const weight = weights[index] ?? 0;
    if (weight === 0) continue;
    const value = sorted[index] ?? 0;
    const middle = (before + weight / 2) / total;
    if (middle >= share)
      return Number.isNaN(lastMiddle)
        ? value
        : lastValue + ((share - lastMiddle) / (middle - lastMiddle)) * (value - lastValue);
    lastValue = value;
    lastMiddle = middle;
    before += weight;
  }
  return lastValue;
}
