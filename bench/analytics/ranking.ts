/** A score, higher is odder, and whether it was one. */
export type Ranked = { readonly score: number; readonly isOdd: boolean };

/** How probable it is that an odd one scores above an ordinary one; ties count half (Mann-Whitney). */
export function areaUnderCurve(ranked: readonly Ranked[]): number {
  const sorted = ranked.toSorted((a, b) => a.score - b.score);
  const odd = sorted.filter(({ isOdd }) => isOdd).length;
  let rankSum = 0;
  for (let first = 0; first < sorted.length; ) {
    let next = first;
    while (next < sorted.length && sorted[next]?.score === sorted[first]?.score) next += 1;
    const tied = sorted.slice(first, next).filter(({ isOdd }) => isOdd).length;
    rankSum += (tied * (first + 1 + next)) / 2;
    first = next;
  }
  return (rankSum - (odd * (odd + 1)) / 2) / (odd * (sorted.length - odd));
}

/** Average precision: the mean, over the odd ones, of the share of odd ones among those ranked as high. */
export function averagePrecision(ranked: readonly Ranked[]): number {
  const sorted = ranked.toSorted((a, b) => b.score - a.score);
  let found = 0;
  let sum = 0;
  for (const [place, { isOdd }] of sorted.entries()) {
    if (!isOdd) continue;
    found += 1;
    sum += found / (place + 1);
  }
  return sum / found;
}
