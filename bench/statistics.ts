/** Nearest rank: a value that was really measured. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => rounded(percentile(values, 0.5), 3);

export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
