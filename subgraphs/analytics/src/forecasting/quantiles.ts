/** The value below which `share` of the values lie, between neighbours in proportion; NaN of none. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = new Float64Array(values).sort();
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
  const sorted = parts.filter(({ weight }) => weight > 0).toSorted((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  let last: { readonly value: number; readonly middle: number } | null = null;
  for (const { value, weight } of sorted) {
    const middle = (before + weight / 2) / total;
    if (middle >= share) return last === null ? value : between(last, { value, middle }, share);
    last = { value, middle };
    before += weight;
  }
  return last?.value ?? Number.NaN;
}

type Mark = { readonly value: number; readonly middle: number };

const between = (low: Mark, high: Mark, share: number): number =>
  low.value + ((share - low.middle) / (high.middle - low.middle)) * (high.value - low.value);
