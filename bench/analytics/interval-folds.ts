/**
 * How much intervals hold of training series that their tables of errors have not seen: five folds, series by series, each judged by
 * tables from the other four. `npx node bench/analytics/interval-folds.ts FOLDER`. No future of a published task is in these series, so
 * that what is chosen about intervals may be chosen here. Without the nets, which have seen them.
 *
 * The score (Gneiting and Raftery 2007, section 6.2; lower is better) is in scales of the series, on the link's scale: it compares tables
 * and widenings with each other, not with figures elsewhere.
 */
import { classicalMembers } from '@finflow/analytics/forecasting/forecast-series';
import { testedHorizon } from '@finflow/analytics/forecasting/grains';
import { errorScale } from '@finflow/analytics/forecasting/intervals/error-scale';
import type { StepErrors } from '@finflow/analytics/forecasting/intervals/interval-table';
import { ownWidening } from '@finflow/analytics/forecasting/intervals/own-errors';
import { medianPath } from '@finflow/analytics/forecasting/median-path';
import { prepareSeries } from '@finflow/analytics/forecasting/prepared-series';
import {
  type Grain,
  type IntervalPercent,
  intervalPercents,
} from '@finflow/analytics/forecasting/series';
import { readLearningSeries } from '@finflow/analytics/training/forecast/read-series';
import {
  type CalibrationWindow,
  calibrationWindows,
} from '@finflow/analytics/training/intervals/calibration-windows';
import { errorsOf, stepErrors } from '@finflow/analytics/training/intervals/step-errors';
import { printRow, printRule } from '../print.ts';

const folds = 5;
const grains: readonly Grain[] = ['DAY', 'WEEK', 'MONTH'];
const perSource = 120;

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Say where the data is: npx node bench/analytics/interval-folds.ts FOLDER');
const series = await readLearningSeries(folder);

printRow(['grain', 'collection', 'forecasts', 'held by 50, 80, 95 %', 'score of 80, 95 %']);
printRule(2, 3);
for (const grain of grains) {
  const judged = Array.from({ length: folds }, (_, fold) => judgeFold(grain, fold)).flat();
  for (const [source, ofSource] of Map.groupBy(judged, (one) => one.source))
    printSource(grain, source, ofSource);
}

type Judged = {
  readonly source: string;
  readonly percent: IntervalPercent;
  readonly isHeld: boolean;
  readonly score: number;
};

function judgeFold(grain: Grain, fold: number): Judged[] {
  const windowsOf = (isMeant: (place: number) => boolean) =>
    calibrationWindows(
      series.filter((_, index) => isMeant(index % folds)),
      grain,
      { evidence: 'plenty', perSource },
    );
  const learnt = windowsOf((place) => place !== fold).map((window) =>
    errorsOf(window, classicalMembers),
  );
  // Every step has errors of its own here; the product's tables have a few, and go between them in proportion.
  const table = Array.from({ length: testedHorizon(grain) }, (_, index) =>
    stepErrors(learnt, index + 1),
  );
  return windowsOf((place) => place === fold).flatMap((window) => judgeWindow(window, table));
}

function judgeWindow(window: CalibrationWindow, table: readonly StepErrors[]): Judged[] {
  const prepared = prepareSeries(window.series).series;
  const path = medianPath(prepared, window.actual.length, classicalMembers);
  const own = ownWidening(prepared, path, errorScale(prepared, path));
  const { source, value } = errorsOf(window, classicalMembers);
  return table.flatMap((step, index) =>
    intervalPercents.map((percent): Judged => {
      const [low, high] = step.value[percent];
      const bounds = { low: low * own[percent], high: high * own[percent], percent };
      return { source, percent, ...judge(value[index] ?? Number.NaN, bounds) };
    }),
  );
}

type Bounds = { readonly low: number; readonly high: number; readonly percent: IntervalPercent };

function judge(error: number, { low, high, percent }: Bounds): Pick<Judged, 'isHeld' | 'score'> {
  const outside = Math.max(0, low - error) + Math.max(0, error - high);
  return { isHeld: outside === 0, score: high - low + (2 / (1 - percent / 100)) * outside };
}

function printSource(grain: Grain, source: string, judged: readonly Judged[]): void {
  const mean = (percent: IntervalPercent, valueOf: (one: Judged) => number): number => {
    const meant = judged.filter((one) => one.percent === percent);
    return meant.reduce((sum, one) => sum + valueOf(one), 0) / meant.length;
  };
  const held = intervalPercents.map((percent) => mean(percent, ({ isHeld }) => Number(isHeld)));
  const scores = ([80, 95] as const).map((percent) => mean(percent, ({ score }) => score));
  printRow([
    grain,
    source,
    judged.length / intervalPercents.length / testedHorizon(grain),
    held.map((share) => share.toFixed(3)).join(', '),
    scores.map((score) => score.toFixed(2)).join(', '),
  ]);
}
