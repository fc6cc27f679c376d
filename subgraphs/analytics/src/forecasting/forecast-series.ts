import { askMembers, backtestOrigins, type Said } from './backtest.ts';
import { boundsAround, errorScale } from './bounds.ts';
import { combineOpinions } from './combine.ts';
import { meanAbsoluteError, naiveError } from './errors.ts';
import { ets } from './ets/ets.ts';
import { seasonLength } from './grains.ts';
import { onLogarithms } from './logarithms.ts';
import { prepareSeries } from './prepared-series.ts';
import type { Member, Series, SeriesForecast } from './series.ts';
import { shortHistory } from './short-history.ts';
import { theta } from './theta.ts';

export const classicalMembers: readonly Member[] = [
  theta,
  ets,
  onLogarithms(theta),
  onLogarithms(ets),
];

/**
 * Forecasts a series with its intervals, in the series' own unit: the weighted median of the members, each of which must answer for
 * every step to count. Synchronous and pure: the same arguments give the same answer. Gaps are filled before; a series too short for
 * any member is continued at its mean, with wide bounds.
 */
export function forecastSeries(
  series: Series,
  horizon: number,
  members: readonly Member[] = classicalMembers,
): SeriesForecast {
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new RangeError(`A horizon of ${horizon} periods is no horizon.`);
  const prepared = prepareSeries(series);
  const { values } = prepared.series;
  const used = values.length < 12 ? [shortHistory] : [...members];
  const said = askMembers(used, prepared.series, { known: values.length, horizon });
  const origins = backtestOrigins(values.length, horizon).map((origin) => ({
    origin,
    median: combined(askMembers(used, prepared.series, origin), origin.horizon),
  }));
  const errors = origins.flatMap(({ origin, median }) =>
    median.map((value, step) => (values[origin.known + step] ?? 0) - value),
  );
  const naive = naiveError(values, seasonLength(series.grain));
  const median = combined(said, horizon).map((value) =>
    series.isNonNegative ? Math.max(0, value) : value,
  );
  const scale = errorScale(errors, values.length < 4 ? 1 : naive);
  return answer(
    { ...prepared, series },
    { median, scale, errors, naive, origins: origins.length, names: namesOf(used, said) },
  );
}

type Findings = {
  readonly median: readonly number[];
  readonly scale: number;
  readonly errors: readonly number[];
  readonly naive: number;
  readonly origins: number;
  readonly names: readonly string[];
};

function answer(
  { series, unit }: { series: Series; unit: number },
  found: Findings,
): SeriesForecast {
  const { median, scale, errors, naive, names } = found;
  const floor = series.isNonNegative ? 0 : Number.NEGATIVE_INFINITY;
  const inUnits = median.map((value) => value * unit);
  let level = 0;
  const levels = inUnits.map((value) => (level += value));
  const error = meanAbsoluteError(
    errors,
    errors.map(() => 0),
  );
  return {
    median: inUnits,
    intervals: boundsAround(
      inUnits,
      inUnits.map(() => scale * unit),
      floor,
    ),
    runningSum: {
      median: levels,
      intervals: boundsAround(
        levels,
        levels.map((_, step) => scale * unit * Math.sqrt(step + 1)),
        floor,
      ),
    },
    members: names.map((name) => ({ name, weight: 1 / names.length })),
    backtest:
      errors.length === 0 || naive === 0
        ? null
        : { mase: error / naive, meanAbsoluteError: error * unit, origins: found.origins },
  };
}

const combined = (said: Said, horizon: number): readonly number[] =>
  combineOpinions(
    said.filter((values) => values !== null).map((values) => ({ values, weight: 1 })),
    horizon,
  );

const namesOf = (members: readonly Member[], said: Said): readonly string[] =>
  members.filter((_, index) => said[index] !== null).map(({ name }) => name);
