/**
 * Forecast accuracy on business series nobody here wrote, beside the forecasts of others: `npx node bench/analytics/forecast.ts FOLDER [set]`.
 * MASE is scaled inside the history; peers are scored by the same code, and a peer that gave no answer counts with the others' tasks only.
 */
import { classicalMembers, forecastSeries } from '@finflow/analytics/forecasting/forecast-series';
import { percentile } from '../statistics.ts';
import { type Scorable, type Score, score, sumUp } from './forecast-scores.ts';
import { type PeerForecasts, readPeers, readTasks, type Task, toSeries } from './tasks.ts';

const peers = ['snaive', 'theta', 'ets', 'stlf', 'arima', 'prophet'];
const average = ['theta', 'ets', 'arima'];
const names = ['ours', ...peers, 'mean of 3'];

function main(): void {
  const [folder, only] = process.argv.slice(2);
  if (folder === undefined)
    throw new Error(
      'Give the folder of the data: npx node bench/analytics/forecast.ts FOLDER [set]',
    );
  const tasks = readTasks(folder).filter(({ set }) => only === undefined || set === only);
  const said = new Map(readPeers(folder).map((peer) => [`${peer.set} ${peer.id}`, peer]));
  warmUp(tasks);
  const times: number[] = [];
  const sets = [...new Set(tasks.map(({ set }) => set))];
  console.log(
    `| set | series | ${names.join(' | ')} | ours / best | loss: ours, best peer | coverage 50, 80, 95 |`,
  );
  const ratios = sets.map((set) => {
    const rows = tasks
      .filter((task) => task.set === set)
      .map((task) => scoresOf(task, said.get(`${set} ${task.id}`), times));
    return printSet(set, rows);
  });
  console.log(
    `mean of ours / best: ${(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toFixed(3)}`,
  );
  console.log(
    `a forecast takes ${percentile(times, 0.5).toFixed(1)} ms at the median, ${percentile(times, 0.95).toFixed(1)} ms at p95`,
  );
}

/** The compiler of the engine optimizes what has run for a while; a service that has just started is no measure. */
function warmUp(tasks: readonly Task[]): void {
  const step = Math.max(1, Math.floor(tasks.length / 40));
  for (let index = 0; index < tasks.length; index += step) {
    const task = tasks[index];
    if (task !== undefined) forecastSeries(toSeries(task), task.future.length, classicalMembers);
  }
}

type Row = ReadonlyMap<string, Score>;

function scoresOf(task: Task, said: PeerForecasts | undefined, times: number[]): Row {
  const began = performance.now();
  const { median, intervals } = forecastSeries(
    toSeries(task),
    task.future.length,
    classicalMembers,
  );
  times.push(performance.now() - began);
  const row = new Map([['ours', score(task, { middle: median, bounds: intervals })]]);
  for (const name of peers) {
    const forecast = peerForecast(said, name);
    if (forecast !== null) row.set(name, score(task, forecast));
  }
  const three = average
    .map((name) => peerForecast(said, name))
    .filter((forecast) => forecast !== null);
  if (three.length === average.length) row.set('mean of 3', score(task, meanOf(three)));
  return row;
}

function peerForecast(said: PeerForecasts | undefined, name: string): Scorable | null {
  const forecast = said?.forecasts[name] ?? null;
  if (forecast === null) return null;
  return {
    middle: forecast.mean,
    bounds: { 80: { low: forecast.lower80, high: forecast.upper80 } },
  };
}

function meanOf(forecasts: readonly Scorable[]): Scorable {
  const middle = (forecasts[0]?.middle ?? []).map(
    (_, step) =>
      forecasts.reduce((sum, forecast) => sum + (forecast.middle[step] ?? 0), 0) / forecasts.length,
  );
  return { middle, bounds: {} };
}

/** Prints a line and returns our MASE over that of the set's best single peer, on the tasks that all answered. */
function printSet(set: string, rows: readonly Row[]): number {
  const complete = rows.filter((row) => names.every((name) => row.has(name)));
  const of = (name: string) => sumUp(complete.flatMap((row) => row.get(name) ?? []));
  const ours = of('ours');
  const best = Math.min(...peers.map((name) => of(name).mase));
  const loss = Math.min(...peers.map((name) => of(name).loss));
  const cells = [
    set,
    String(complete.length),
    ...names.map((name) => of(name).mase.toFixed(3)),
    (ours.mase / best).toFixed(3),
    `${ours.loss.toFixed(3)}, ${loss.toFixed(3)}`,
    [50, 80, 95].map((percent) => ours.coverage(percent).toFixed(3)).join(', '),
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return ours.mase / best;
}

main();
