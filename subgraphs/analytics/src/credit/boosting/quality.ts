/** Labels are 0 or 1, one for each score or probability. */
type Labels = ArrayLike<number>;

/**
 * The share of pairs, one of each class, in which class 1 has the higher score; ties count half (area under the ROC curve, as
 * Mann and Whitney's U).
 * @returns NaN without both classes
 */
export function areaUnderRoc(scores: readonly number[], labels: Labels): number {
  const order = [...scores.keys()].toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let [rankSum, ones] = [0, 0];
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[start] ?? 0]) end += 1;
    for (const row of order.slice(start, end)) {
      if (labels[row] !== 1) continue;
      ones += 1;
      rankSum += (start + end + 1) / 2;
    }
    start = end;
  }
  return (rankSum - (ones * (ones + 1)) / 2) / (ones * (scores.length - ones));
}

/** Mean squared distance of the probabilities from what happened (Brier 1950). */
export const brierScore = (probabilities: readonly number[], labels: Labels): number =>
  probabilities.reduce((sum, p, row) => sum + (p - (labels[row] ?? 0)) ** 2, 0) /
  probabilities.length;

/** Mean distance between probability and frequency over ten bins of equal count. */
export function calibrationError(probabilities: readonly number[], labels: Labels): number {
  const order = [...probabilities.keys()].toSorted(
    (a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0),
  );
  const bins = Array.from({ length: 10 }, (_, bin) =>
    order.slice(Math.round((bin * order.length) / 10), Math.round(((bin + 1) * order.length) / 10)),
  );
  const gap = (rows: readonly number[]) =>
    Math.abs(rows.reduce((sum, row) => sum + (probabilities[row] ?? 0) - (labels[row] ?? 0), 0));
  return bins.reduce((sum, rows) => sum + gap(rows), 0) / order.length;
}
