/**
 * The median of each value and of up to `half` values on either side. The window is kept sorted while it moves, for sorting it anew at
 * each place took a tenth of a weekly forecast; by hand, for what arrays offer for it took as long as the rest of this.
 */
export function movingMedian(values: readonly number[], half: number): readonly number[] {
  const sorted = new Float64Array(2 * half + 2);
  let count = 0;
  const take = (value: number): void => {
    let place = count;
    for (; place > 0 && (sorted[place - 1] ?? 0) > value; place -= 1)
      sorted[place] = sorted[place - 1] ?? 0;
    sorted[place] = value;
    count += 1;
  };
  const drop = (value: number): void => {
    let place = 0;
    while ((sorted[place] ?? 0) < value) place += 1;
    count -= 1;
    for (; place < count; place += 1) sorted[place] = sorted[place + 1] ?? 0;
  };
  values.slice(0, half).forEach(take);
  return values.map((_, index) => {
    const coming = values[index + half];
    const gone = values[index - half - 1];
    if (coming !== undefined) take(coming);
    if (gone !== undefined) drop(gone);
    return middleOf(sorted, count);
  });
}

/** The median of the first `count` values, which rise. */
function middleOf(sorted: Float64Array, count: number): number {
  const below = sorted[(count - 1) >>> 1] ?? 0;
  return below + 0.5 * ((sorted[count >>> 1] ?? 0) - below);
}
