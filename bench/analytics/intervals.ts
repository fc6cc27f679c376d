/**
 * How much intervals hold inside the histories of the forecasting tasks, where no published future is looked at: forecasts as of one to four
 * horizons before the end, a quarter of one apart, asked for one period and for all. `npx node bench/analytics/intervals.ts FOLDER`. Without the nets, which learnt
 * from these histories; the errors behind the intervals come from such series too, so this is kinder than the future in that respect.
 */
import { forecastSeries } from '@finflow/analytics/forecasting/forecast-series';
import { testedHorizon } from '@finflow/analytics/forecasting/grains';
import { type IntervalPercent, intervalPercents } from '@finflow/analytics/forecasting/series';
import { printRow, printRule } from '../print.ts';
import { earlier, readTasks, type Task, toSeries } from './tasks.ts';

const origins = Array.from({ length: 13 }, (_, index) => 1 + index / 4);

/** Fewer values before an origin are another kind of series than the task's. */
const leastKnown = 24;

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the data is: npx node bench/analytics/intervals.ts FOLDER');
printRow([
  'set',
  'periods asked',
  'forecasts',
  'held by 50, 80, 95 %',
  'by 80 % at each origin, and its deviation',
]);
printRule(1, 4);
for (const [set, tasks] of Map.groupBy(readTasks(folder), (task) => task.set)) {
  for (const asked of [1, Number.POSITIVE_INFINITY]) printSet(set, tasks, asked);
}

type Held = { readonly percent: IntervalPercent; readonly origin: number; readonly is: boolean };

function printSet(set: string, tasks: readonly Task[], asked: number): void {
  const past = origins.flatMap((origin) =>
    tasks.map((task) => ({ origin, task: earlier(task, Math.round(origin * fullHorizon(task))) })),
  );
  const usable = past.filter(({ task }) => task.history.length >= leastKnown);
  const held = usable.flatMap(({ task, origin }) => heldOf(task, { origin, asked }));
  const share = (isMeant: (one: Held) => boolean): number => {
    const meant = held.filter(isMeant);
    return meant.filter(({ is }) => is).length / meant.length;
  };
  const byOrigin = origins
    .map((origin) => share((one) => one.percent === 80 && one.origin === origin))
    .filter((held) => Number.isFinite(held));
  printRow([
    set,
    Number.isFinite(asked) ? asked : 'all',
    usable.length,
    intervalPercents
      .map((percent) => share((one) => one.percent === percent).toFixed(3))
      .join(', '),
    `${Math.min(...byOrigin).toFixed(3)} to ${Math.max(...byOrigin).toFixed(3)}, ${deviation(byOrigin).toFixed(3)}`,
  ]);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

function fullHorizon(task: Task): number {
  return testedHorizon(toSeries(task).grain);
}

function heldOf(task: Task, { origin, asked }: { origin: number; asked: number }): Held[] {
  const actual = task.future.slice(0, asked);
  const { intervals } = forecastSeries(toSeries(task), actual.length);
  return intervalPercents.flatMap((percent) =>
    actual.map((value, step) => ({
      percent,
      origin,
      is:
        (intervals[percent].low[step] ?? 0) <= value &&
        value <= (intervals[percent].high[step] ?? 0),
    })),
  );
}
