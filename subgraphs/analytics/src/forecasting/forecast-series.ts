import { analog } from './analog.ts';
import { arima } from './arima/arima.ts';
import { naiveError } from './errors.ts';
import { ets } from './ets/ets.ts';
import { seasonLength, testedHorizon } from './grains.ts';
import { type CalibratedForecast, calibrate, mapIntervals } from './intervals/calibrated-bounds.ts';
import { onLogarithms } from './logarithms.ts';
import { type MedianPath, medianPath, pastError } from './median-path.ts';
import { withoutOutliers } from './outliers.ts';
import { prepareSeries } from './prepared-series.ts';
import type { Interval, Intervals, Member, Series, SeriesForecast } from './series.ts';
import { theta } from './theta.ts';

const smoothing: readonly Member[] = [
  theta,
  onLogarithms(theta),
  withoutOutliers(ets),
  onLogarithms(ets),
];

/** Everything that needs no weights from a file. The global nets are one more member, loaded by `loadNeuralMember`. */
export const classicalMembers: readonly Member[] = [
  ...smoothing,
  arima,
  onLogarithms(arima),
  analog,
];

/** A third of the work of all, for what hangs little on the last few percent of accuracy. */
export const quickMembers: readonly Member[] = [...smoothing, analog];

/**
 * Forecasts a series with its intervals, in the series' own unit: the weighted median of the members, weighed by how well each did
 * at earlier origins of the same series. Synchronous and pure: the same arguments give the same answer, and a nearer horizon the beginning
 * of a further one's. Gaps are filled before;
 * a series too short for models is continued by a damped level, one of under four values at its mean, with wide bounds.
 */
export function forecastSeries(
  series: Series,
  horizon: number,
  members: readonly Member[] = classicalMembers,
): SeriesForecast {
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new RangeError(`A horizon of ${horizon} periods is no horizon.`);
  const prepared = prepareSeries(series);
  const steps = Math.max(horizon, testedHorizon(series.grain));
  return answer(medianPath(prepared.series, steps, members), prepared, horizon);
}

function answer(
  path: MedianPath,
  { series, unit }: { series: Series; unit: number },
  horizon: number,
): SeriesForecast {
  const naive = naiveError(series.values, seasonLength(series.grain));
  const error = pastError(path);
  const { median, intervals, runningSum } = asAsked(calibrate(series, path), { unit, horizon });
  return {
    median,
    intervals,
    runningSum,
    members: path.weights,
    backtest:
      path.past.length === 0 || naive === 0
        ? null
        : {
            mase: error / naive,
            meanAbsoluteError: error * Math.abs(unit),
            origins: path.past.length,
          },
  };
}

function asAsked(
  { median, intervals, runningSum }: CalibratedForecast,
  { unit, horizon }: { unit: number; horizon: number },
): CalibratedForecast {
  const turn = (values: readonly number[]): readonly number[] =>
    values.slice(0, horizon).map((value) => value * unit);
  const turnAll = (all: Intervals): Intervals =>
    mapIntervals(unit < 0 ? upsideDown(all) : all, turn);
  return {
    median: turn(median),
    intervals: turnAll(intervals),
    runningSum: { median: turn(runningSum.median), intervals: turnAll(runningSum.intervals) },
  };
}

/** Where the unit is below zero, what was the upper bound is the lower one. */
function upsideDown(intervals: Intervals): Intervals {
  const swap = ({ low, high }: Interval): Interval => ({ low: high, high: low });
  return { 50: swap(intervals[50]), 80: swap(intervals[80]), 95: swap(intervals[95]) };
}
