/** How sure a suggestion was, 0 to 1, and whether it was right. */
export type Claim = {
  readonly confidence: number;
  readonly isRight: boolean;
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
};

const bins = 15;

/** Expected calibration error (Guo et al. 2017): bins of equal width by confidence, weighted by size. */
export function calibrationError(claims: readonly Claim[]): number {
  const gaps = new Float64Array(bins);
  let total = 0;
  for (const { confidence, isRight, weight = 1 } of claims) {
    const bin = Math.min(bins - 1, Math.floor(confidence * bins));
    gaps[bin] = (gaps[bin] ?? 0) + weight * (confidence - Number(isRight));
    total += weight;
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, total);
}
