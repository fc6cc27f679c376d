import { maxBins, type BinnedTable } from './bins.ts';

/** Bins of a feature, the one for unknown values included. */
export const slots = maxBins + 1;

/** First and second derivatives of the loss, and rows, summed by feature and bin: feature * slots + bin. */
export type Histogram = {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly count: Float64Array;
};

/** Sums of a set of rows. */
export type Sums = { readonly gradient: number; readonly hessian: number; readonly count: number };

export type Derivatives = { readonly gradient: Float64Array; readonly hessian: Float64Array };

/** @param rows numbers of the rows to add up */
export function sumByBin(
  table: BinnedTable,
  rows: Uint32Array,
  { gradient, hessian }: Derivatives,
): Histogram {
  const sums = empty(table.columns.length);
  table.columns.forEach((column, feature) => {
    const base = feature * slots;
    for (const row of rows) {
      const slot = base + (column[row] ?? 0);
      sums.gradient[slot] = (sums.gradient[slot] ?? 0) + (gradient[row] ?? 0);
      sums.hessian[slot] = (sums.hessian[slot] ?? 0) + (hessian[row] ?? 0);
      sums.count[slot] = (sums.count[slot] ?? 0) + 1;
    }
  });
  return sums;
}

/** What is left of the parent's sums without one child: half the work of adding up the greater child. */
export function without(parent: Histogram, child: Histogram): Histogram {
  const minus = (a: Float64Array, b: Float64Array) => a.map((value, at) => value - (b[at] ?? 0));
  return {
    gradient: minus(parent.gradient, child.gradient),
    hessian: minus(parent.hessian, child.hessian),
    count: minus(parent.count, child.count),
  };
}

const empty = (features: number): Histogram => ({
  gradient: new Float64Array(features * slots),
  hessian: new Float64Array(features * slots),
  count: new Float64Array(features * slots),
});
