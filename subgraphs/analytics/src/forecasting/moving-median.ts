import { quantileOfSorted } from './quantiles.ts';

/**
 * The median of each value and of up to `half` values on either side. The window is kept sorted while it moves, for sorting it anew at
 * each place took a tenth of a weekly forecast.
 */
export function movingMedian(values: readonly number[], half: number): readonly number[] {
  const sorted: number[] = [];
  values.slice(0, half).forEach((value) => sorted.splice(placeOf(value, sorted), 0, value));
  return values.map((_, index) => {
    const coming = values[index + half];
    const gone = values[index - half - 1];
    if (coming !== undefined) sorted.splice(placeOf(coming, sorted), 0, coming);
    if (gone !== undefined) sorted.splice(placeOf(gone, sorted), 1);
    return quantileOfSorted(sorted, 0.5);
  });
}

/** How many of the sorted values are smaller. */
function placeOf(value: number, sorted: readonly number[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
