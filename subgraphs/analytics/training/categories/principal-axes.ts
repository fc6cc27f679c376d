type Matrix = readonly Float64Array[];

/**
 * The directions in which rows of numbers vary, the one of most variance first, each of length 1: eigenvectors of their covariance, by
 * Jacobi's rotations (Golub and Van Loan, "Matrix computations", 8.5).
 * @param rows taken as they are: whoever wants variance about the mean takes the mean off
 */
export function principalAxes(rows: Matrix): Float64Array[] {
  const width = rows[0]?.length ?? 0;
  const covariance = covarianceOf(rows, width);
  const axes = Array.from({ length: width }, (_, i) =>
    Float64Array.from({ length: width }, (_axis, k) => (i === k ? 1 : 0)),
  );
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(covariance) > negligible; sweep += 1) {
    for (let p = 0; p < width; p += 1) {
      for (let q = p + 1; q < width; q += 1) rotate(covariance, axes, p, q);
    }
  }
  const variance = (i: number): number => covariance[i]?.[i] ?? 0;
  return axes
    .map((axis, i) => ({ axis, variance: variance(i) }))
    .sort((a, b) => b.variance - a.variance)
    .map(({ axis }) => axis);
}

/** Rotations meet quadratically: a hundred dimensions take eight or nine sweeps. */
const mostSweeps = 30;
const negligible = 1e-12;

function covarianceOf(rows: Matrix, width: number): Float64Array[] {
  const sums = Array.from({ length: width }, () => new Float64Array(width));
  for (const row of rows) {
    sums.forEach((sum, i) => {
      const value = (row[i] ?? 0) / rows.length;
      for (let k = 0; k < width; k += 1) sum[k] = (sum[k] ?? 0) + value * (row[k] ?? 0);
    });
  }
  return sums;
}

const offDiagonal = (matrix: Matrix): number =>
  matrix.reduce(
    (total, row, i) =>
      total + row.reduce((sum, value, k) => (k > i ? sum + value * value : sum), 0),
    0,
  );

/** Turns the plane of two axes so that the covariance between them is zero. */
function rotate(matrix: Matrix, axes: Matrix, p: number, q: number): void {
  const between = matrix[p]?.[q] ?? 0;
  if (between === 0) return;
  const ratio = ((matrix[q]?.[q] ?? 0) - (matrix[p]?.[p] ?? 0)) / (2 * between);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const turn = { cosine, sine: tangent * cosine };
  for (const row of matrix) {
    const [x, y] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = cosine * x - turn.sine * y;
    row[q] = turn.sine * x + cosine * y;
  }
  const [one, other] = [matrix[p], matrix[q]];
  const [axis, otherAxis] = [axes[p], axes[q]];
  if (one && other) turnRows(one, other, turn);
  if (axis && otherAxis) turnRows(axis, otherAxis, turn);
}

type Turn = { readonly cosine: number; readonly sine: number };

function turnRows(one: Float64Array, other: Float64Array, { cosine, sine }: Turn): void {
  for (let k = 0; k < one.length; k += 1) {
    const [x, y] = [one[k] ?? 0, other[k] ?? 0];
    one[k] = cosine * x - sine * y;
    other[k] = sine * x + cosine * y;
  }
}
