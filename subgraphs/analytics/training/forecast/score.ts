import { openNet, type OpenNet } from '../../src/forecasting/neural/forward.ts';
import type { Net } from '../../src/forecasting/neural/net.ts';
import { mediansOf, predictQuantiles } from '../../src/forecasting/neural/predict.ts';
import type { LearningSeries } from './learning-series.ts';
import { addPeriods } from '../../src/forecasting/grains.ts';
import { naiveError } from './windows.ts';

/** Mean absolute error over the in-sample error of the seasonal naive forecast (Hyndman and Koehler 2006). */
function scaledError(
  history: readonly number[],
  future: readonly number[],
  { forecast, season }: { readonly forecast: readonly number[]; readonly season: number },
): number | null {
  const scale = naiveError(history, season);
  const misses = future
    .map((value, index) => Math.abs(value - (forecast[index] ?? Number.NaN)))
    .filter(Number.isFinite);
  if (scale === null || scale === 0 || misses.length === 0) return null;
  return misses.reduce((sum, miss) => sum + miss, 0) / misses.length / scale;
}

const seasonalNaive = (history: readonly number[], season: number, horizon: number): number[] =>
  Array.from({ length: horizon }, (_, period) => {
    const back = season - (period % season);
    return history[history.length - back] ?? history.at(-1) ?? Number.NaN;
  });

export type Scores = ReadonlyMap<
  string,
  { readonly net: number; readonly naive: number; readonly origins: number }
>;

/** Mean scaled errors by source, at the last six whole horizons of each series, each forecast from all that lies before it. */
export function scoreOrigins(nets: readonly Net[], series: readonly LearningSeries[]): Scores {
  const open = nets.map(openNet);
  const rows = series.flatMap((one) => originsOf(open, one));
  return new Map(
    [...Map.groupBy(rows, ({ source }) => source)].map(([source, found]) => [
      source,
      {
        net: mean(found.map(({ net }) => net)),
        naive: mean(found.map(({ naive }) => naive)),
        origins: found.length,
      },
    ]),
  );
}

const originsBack = [1, 2, 3, 4, 5, 6];

function originsOf(nets: readonly OpenNet[], { source, values, start }: LearningSeries) {
  const shape = nets[0]?.shape;
  if (shape === undefined) throw new Error('There is no net to score.');
  const { grain, horizon, season } = shape;
  return originsBack.flatMap((back) => {
    const end = values.length - back * horizon;
    const first = Math.max(0, end - shape.window * 5);
    const history = values.slice(first, Math.max(0, end));
    const future = values.slice(Math.max(0, end), Math.max(0, end) + horizon);
    const series = {
      start: addPeriods(start ?? '2000-01-03', grain, first),
      values: history,
      isNonNegative: false,
    };
    const rows = predictQuantiles(nets, series, horizon);
    if (history.length < season + 3 || rows === null) return [];
    const net = scaledError(history, future, { forecast: mediansOf(rows), season });
    const forecast = seasonalNaive(history, season, horizon);
    const naive = scaledError(history, future, { forecast, season });
    return net === null || naive === null ? [] : [{ source, net, naive }];
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
