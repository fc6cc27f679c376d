/**
 * How much intervals hold inside the histories of the forecasting tasks, where no published future is looked at: forecasts as of one, two and
 * three horizons before the end, asked for one period and for all. `npx node bench/analytics/intervals.ts FOLDER`. Without the nets, which learnt
 * from these histories; the errors behind the intervals come from such series too, so this is kinder than the future in that respect.
 */
import { forecastSeries } from '@finflow/analytics/forecasting/forecast-series';
import { testedHorizon } from '@finflow/analytics/forecasting/grains';
import { type IntervalPercent, intervalPercents } from '@finflow/analytics/forecasting/series';
import { printRow, printRule } from '../print.ts';
import { earlier, readTasks, type Task, toSeries } from './tasks.ts';

const origins = [1, 2, 3];

/** Fewer values before an origin are another kind of series than the task's. */
const leastKnown = 24;

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the data is: npx node bench/analytics/intervals.ts FOLDER');
printRow(['set', 'periods asked', 'forecasts', 'held by 50, 80, 95 %', 'by 80 % at each origin']);
printRule(1, 4);
for (const [set, tasks] of Map.groupBy(readTasks(folder), (task) => task.set)) {
  for (const asked of [1, Number.POSITIVE_INFINITY]) printSet(set, tasks, asked);
}

type Held = { readonly percent: IntervalPercent; readonly origin: number; readonly is: boolean };

function printSet(set: string, tasks: readonly Task[], asked: number): void {
  const past = origins.flatMap((origin) =>
    tasks.map((task) => ({ origin, task: earlier(task, origin * fullHorizon(task)) })),
  );
  const usable = past.filter(({ task }) => task.history.length >= leastKnown);
  const held = usable.flatMap(({ task, origin }) => heldOf(task, { origin, asked }));
  const share = (isMeant: (one: Held) => boolean): string => {
    const meant = held.filter(isMeant);
    return meant.length === 0
      ? '-'
      : (meant.filter(({ is }) => is).length / meant.length).toFixed(3);
  };
  printRow([
    set,
    Number.isFinite(asked) ? asked : 'all',
    usable.length,
    intervalPercents.map((percent) => share((one) => one.percent === percent)).join(', '),
    origins.map((origin) => share((one) => one.percent === 80 && one.origin === origin)).join(', '),
  ]);
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
