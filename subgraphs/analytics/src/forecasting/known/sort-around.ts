/** A stretch of so few values is sorted by insertion. */
const few = 24;

/**
 * Moves values until those at the given ranks are the ones that sorting would put there: a quicksort that leaves alone what holds no
 * rank (Hoare's selection of 1961, for several ranks at once). In place; half of the work of sorting where a dozen of a thousand are asked for.
 */
export function sortAround(
  values: Float64Array,
  ranks: readonly number[],
  low = 0,
  high = values.length - 1,
): void {
  if (!ranks.some((rank) => rank >= low && rank <= high)) return;
  if (high - low < few) return insertionSort(values, low, high);
  const [left, right] = partition(values, low, high);
  sortAround(values, ranks, low, left);
  sortAround(values, ranks, right, high);
}

/** Up to the first place returned no value is above the pivot, from the second on none is below it. */
function partition(values: Float64Array, low: number, high: number): readonly [number, number] {
  const pivot = middleOf(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0);
  let left = low;
  let right = high;
  while (left <= right) {
    while ((values[left] ?? pivot) < pivot) left += 1;
    while ((values[right] ?? pivot) > pivot) right -= 1;
    if (left > right) break;
    const value = values[left] ?? 0;
    values[left] = values[right] ?? 0;
    values[right] = value;
    left += 1;
    right -= 1;
  }
  return [right, left];
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

function insertionSort(values: Float64Array, low: number, high: number): void {
  for (let index = low + 1; index <= high; index += 1) {
    const value = values[index] ?? 0;
    let place = index;
    for (; place > low && (values[place - 1] ?? 0) > value; place -= 1)
      values[place] = values[place - 1] ?? 0;
    values[place] = value;
  }
}
