import type { Table } from './table.ts';

/** Values are told apart by at most so many bins; one more is for values that are not known. */
export const maxBins = 255;
export const missingBin = 255;

/** A table whose values are replaced by the number of their bin, and the upper edge of each bin but the last. */
export type BinnedTable = {
  readonly rows: number;
  readonly columns: readonly Uint8Array[];
  readonly edges: readonly Float64Array[];
};

/** Splits only ever compare a value to an edge, so that bins lose little and make a split's search independent of the row count. */
export function binTable(table: Table): BinnedTable {
  const edges = table.columns.map(findEdges);
  const columns = table.columns.map((column, place) => {
    const own = edges[place] ?? new Float64Array();
    return Uint8Array.from(column, (value) => binOf(own, value));
  });
  return { rows: table.rows, columns, edges };
}

/** Halfway between neighbouring distinct values; between equally full bins when those are more than `maxBins`. */
export function findEdges(column: Float64Array): Float64Array {
  const sorted = column.filter((value) => !Number.isNaN(value)).toSorted();
  const distinct = sorted.filter((value, place) => place === 0 || value !== sorted[place - 1]);
  const ends = distinct.length <= maxBins ? [...distinct.keys()].slice(1) : quantileEnds(sorted);
  const source = distinct.length <= maxBins ? distinct : sorted;
  const edges = ends.map((end) => midpoint(source[end - 1] ?? 0, source[end] ?? 0));
  return Float64Array.from(new Set(edges));
}

const quantileEnds = (sorted: Float64Array): number[] =>
  Array.from({ length: maxBins - 1 }, (_, cut) =>
    Math.min(Math.round(((cut + 1) * sorted.length) / maxBins), sorted.length - 1),
  ).filter((end) => end > 0);

/** Halves first, for the sum of two huge values would overflow. */
const midpoint = (low: number, high: number): number => low / 2 + high / 2;

/** The first bin whose upper edge is not below the value. */
export function binOf(edges: Float64Array, value: number): number {
  if (Number.isNaN(value)) return missingBin;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
