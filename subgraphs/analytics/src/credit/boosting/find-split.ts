import { missingBin } from './bins.ts';
import { type Histogram, slots, type Sums } from './histogram.ts';

/** 1: the answer must not fall when the feature rises; -1: it must not rise; 0: as the data say. */
export type Monotonicity = -1 | 0 | 1;

export type SplitRules = {
  readonly minRowsInLeaf: number;
  /** Added to the second derivatives: shrinks the values of small leaves. */
  readonly l2: number;
  readonly monotone: readonly Monotonicity[];
};

/** Between these a leaf's value must stay, or a monotone feature further up would be contradicted. */
export type Bounds = { readonly low: number; readonly high: number };

export type Split = {
  readonly feature: number;
  /** The last bin that goes left. */
  readonly bin: number;
  readonly isMissingLeft: boolean;
  /** How much the second-order approximation of the loss falls. */
  readonly gain: number;
  readonly left: Sums;
  readonly right: Sums;
};

/** The Newton step for these sums, within the bounds. */
export const stepFor = ({ gradient, hessian }: Sums, bounds: Bounds, l2: number): number =>
  step(gradient, hessian + l2, bounds);

/**
 * The split that lowers the loss most; null when none is allowed or helps. Most of the training goes by in the two loops of
 * `bestOfFeature`, which is why they run on bare numbers.
 */
export function findSplit(
  histogram: Histogram,
  total: Sums,
  bounds: Bounds,
  { rules, binCounts }: { readonly rules: SplitRules; readonly binCounts: readonly number[] },
): Split | null {
  const before = lossAfter(total.gradient, total.hessian + rules.l2, bounds);
  let best: Split | null = null;
  binCounts.forEach((bins, feature) => {
    const hasMissing = (histogram.count[feature * slots + missingBin] ?? 0) > 0;
    for (const isMissingLeft of hasMissing ? [false, true] : [false]) {
      // Without unknown values the last bin has nothing to be parted from.
      const ways = { feature, isMissingLeft, ends: hasMissing ? bins : bins - 1 };
      const found = bestOfFeature(histogram, total, { bounds, rules, before, ...ways });
      if (found && found.gain > (best?.gain ?? 1e-12)) best = found;
    }
  });
  return best;
}

type Scan = {
  readonly feature: number;
  readonly isMissingLeft: boolean;
  /** So many bins can be the last one to go left. */
  readonly ends: number;
  readonly bounds: Bounds;
  readonly rules: SplitRules;
  readonly before: number;
};

function bestOfFeature(
  histogram: Histogram,
  total: Sums,
  { feature, isMissingLeft, ends, bounds, rules, before }: Scan,
): Split | null {
  const { gradient, hessian, count } = histogram;
  const { l2, minRowsInLeaf } = rules;
  const direction = rules.monotone[feature] ?? 0;
  const base = feature * slots;
  const first = isMissingLeft ? base + missingBin : -1;
  let leftGradient = gradient[first] ?? 0;
  let leftHessian = hessian[first] ?? 0;
  let leftCount = count[first] ?? 0;
  let best: Split | null = null;
  for (let bin = 0; bin < ends; bin += 1) {
    const slot = base + bin;
    leftGradient += gradient[slot] ?? 0;
    leftHessian += hessian[slot] ?? 0;
    leftCount += count[slot] ?? 0;
    if (leftCount < minRowsInLeaf) continue;
    if (total.count - leftCount < minRowsInLeaf) break;
    const rightGradient = total.gradient - leftGradient;
    const rightHessian = total.hessian - leftHessian;
    const rise =
      step(rightGradient, rightHessian + l2, bounds) - step(leftGradient, leftHessian + l2, bounds);
    if (rise * direction < 0) continue;
    const gain =
      before -
      lossAfter(leftGradient, leftHessian + l2, bounds) -
      lossAfter(rightGradient, rightHessian + l2, bounds);
    if (gain <= (best?.gain ?? 0)) continue;
    const left = { gradient: leftGradient, hessian: leftHessian, count: leftCount };
    const right = {
      gradient: rightGradient,
      hessian: rightHessian,
      count: total.count - leftCount,
    };
    best = { feature, bin, isMissingLeft, gain, left, right };
  }
  return best;
}

/** The Newton step within the bounds. */
function step(gradient: number, curvature: number, { low, high }: Bounds): number {
  const free = -gradient / (curvature + 1e-15);
  return free < low ? low : free > high ? high : free;
}

/** Second-order approximation of the loss after the step (Chen and Guestrin 2016, equation 3). */
function lossAfter(gradient: number, curvature: number, bounds: Bounds): number {
  const taken = step(gradient, curvature, bounds);
  return gradient * taken + (curvature * taken * taken) / 2;
}
