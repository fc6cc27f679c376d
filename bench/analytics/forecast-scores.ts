import { naiveError } from '@finflow/analytics/forecasting/errors';
import type { Task } from './tasks.ts';

/** A forecast in the shape in which all are scored. */
export type Scorable = {
  readonly middle: readonly number[];
  readonly bounds: Readonly<
    Record<number, { readonly low: readonly number[]; readonly high: readonly number[] }>
  >;
};

export type Score = {
  /** Mean absolute error over the seasonal naive's inside the history. */
  readonly mase: number;
  /** Pinball losses of the 10, 50 and 90 % quantiles, summed; divided by the future's size when a set is summed up. */
  readonly pinball: number;
  readonly size: number;
  /** How many steps each interval covered. */
  readonly covered: Readonly<Record<number, number>>;
  readonly steps: number;
};

export function score(task: Task, { middle, bounds }: Scorable): Score {
  const { future } = task;
  const scale = naiveError(task.history, task.season) || 1e-9;
  const absolute = future.reduce(
    (sum, actual, step) => sum + Math.abs(actual - (middle[step] ?? 0)),
    0,
  );
  const covered = Object.fromEntries(
    Object.entries(bounds).map(([percent, { low, high }]) => [
      percent,
      future.filter((actual, step) => (low[step] ?? 0) <= actual && actual <= (high[step] ?? 0))
        .length,
    ]),
  );
  const eighty = bounds[80] ?? { low: middle, high: middle };
  const pinball =
    pinballSum(future, eighty.low, 0.1) +
    pinballSum(future, middle, 0.5) +
    pinballSum(future, eighty.high, 0.9);
  const size = future.reduce((sum, actual) => sum + Math.abs(actual), 0);
  return { mase: absolute / future.length / scale, pinball, size, covered, steps: future.length };
}

/** Mean MASE, weighted quantile loss and coverage over a set. The loss is a mean over tasks' own scales, so that no big series rules it. */
export function sumUp(scores: readonly Score[]): {
  readonly mase: number;
  readonly loss: number;
  readonly coverage: (percent: number) => number;
} {
  const steps = scores.reduce((sum, one) => sum + one.steps, 0);
  const losses = scores
    .filter(({ size }) => size > 0)
    .map(({ pinball, size }) => (2 * pinball) / 3 / size);
  return {
    mase: mean(scores.map(({ mase }) => mase)),
    loss: mean(losses),
    coverage: (percent) =>
      scores.reduce((sum, one) => sum + (one.covered[percent] ?? 0), 0) / steps,
  };
}

function pinballSum(
  actuals: readonly number[],
  quantiles: readonly number[],
  share: number,
): number {
  return actuals.reduce((sum, actual, step) => {
    const miss = actual - (quantiles[step] ?? 0);
    return sum + (miss >= 0 ? share * miss : (share - 1) * miss);
  }, 0);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
