import type { Said } from './backtest.ts';
import type { Grain } from './series.ts';

/** How much a member counts before the series has said anything; 1 where it is not named. Chosen on rolling origins of training series. */
const priors: Readonly<Record<Grain, Readonly<Record<string, number>>>> = {
  DAY: { analog: 8 },
  WEEK: {},
  MONTH: { analog: 1.5 },
};

/** Draws weights together: a member twice as good gets not 16 times the weight, and chance on few origins decides little. */
const shrinkage = 0.2;
const sharpness = 4;

/** What members said at one origin, and what came. */
export type Checked = { readonly said: Said; readonly actual: readonly number[] };

/**
 * One weight a member, adding up to 1: its prior by its mean absolute error over all origins, relative to `naiveError`, to the power
 * of -4. Without an origin the priors decide. A member that had no answer in the past counts as the worst; one with none now (`isHere`)
 * as nothing.
 */
export function weighMembers(
  names: readonly string[],
  checked: readonly Checked[],
  about: { grain: Grain; naiveError: number; isHere: readonly boolean[] },
): readonly number[] {
  const { grain, naiveError, isHere } = about;
  const errors = names.map((_, member) => memberError(checked, member) / (naiveError || 1));
  const worst = Math.max(0, ...errors.filter(Number.isFinite));
  const raw = names.map((name, member) => {
    if (isHere[member] !== true) return 0;
    const error = errors[member] ?? worst;
    const prior = priors[grain][name] ?? 1;
    return prior * ((Number.isFinite(error) ? error : worst) + shrinkage) ** -sharpness;
  });
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => (total > 0 ? weight / total : 0));
}

/** NaN for a member that never answered. */
function memberError(checked: readonly Checked[], member: number): number {
  let sum = 0;
  let count = 0;
  for (const { said, actual } of checked) {
    const values = said[member] ?? null;
    if (values === null) continue;
    actual.forEach((value, step) => (sum += Math.abs(value - (values[step] ?? 0))));
    count += actual.length;
  }
  return sum / count;
}
