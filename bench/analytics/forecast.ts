/**
 * Forecast accuracy on business series nobody here wrote, beside the forecasts of others: `npx node bench/analytics/forecast.ts FOLDER`;
 * `--set NAME` for one set, `--nowhere` as if nobody had said in which country it is, `--classical` without the nets, whose training
 * series reach into the histories (never the futures) of these tasks.
 * MASE is scaled inside the history; peers are scored by the same code, on the tasks that all
 * of them answered; coverage counts all tasks.
 */
import { parseArgs } from 'node:util';
import { classicalMembers, forecastSeries } from '@finflow/analytics/forecasting/forecast-series';
import { loadNeuralMember } from '@finflow/analytics/forecasting/neural/neural-member';
import type { Series } from '@finflow/analytics/forecasting/series';
import { printLine, printRow, printRule } from '../print.ts';
import { percentile } from '../statistics.ts';
import { type Scorable, type Score, score, sumUp } from './forecast-scores.ts';
import { type PeerForecasts, readPeers, readTasks, type Task, toSeries } from './tasks.ts';

const peers = ['snaive', 'theta', 'ets', 'stlf', 'arima', 'prophet'];
const average = ['theta', 'ets', 'arima'];
const names = ['ours', ...peers, 'mean of 3'];

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string' },
    classical: { type: 'boolean', default: false },
    nowhere: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined)
  throw new Error('Say where the data is: npx node bench/analytics/forecast.ts FOLDER');
const members = options.classical
  ? classicalMembers
  : [...classicalMembers, await loadNeuralMember()];
const tasks = readTasks(folder).filter(
  ({ set }) => options.set === undefined || set === options.set,
);
const said = new Map(readPeers(folder).map((peer) => [`${peer.set} ${peer.id}`, peer]));
const times: number[] = [];
const cpuTimes: number[] = [];
const weights = new Map<string, number>();
run();

function run(): void {
  warmUp();
  printRow([
    'set',
    'series',
    ...names,
    'ours / best',
    'loss: ours, best peer',
    'coverage 50, 80, 95',
  ]);
  printRule(1, names.length + 4);
  const ratios = [...Map.groupBy(tasks, ({ set }) => set)].map(([set, ofSet]) =>
    printSet(
      set,
      ofSet.map((task) => scoresOf(task, said.get(`${set} ${task.id}`))),
    ),
  );
  printLine(
    `mean of ours / best: ${(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toFixed(3)}`,
  );
  const spent = (all: readonly number[]): string =>
    [0.5, 0.95].map((share) => percentile(all, share).toFixed(1)).join(', ');
  printLine(`a forecast's p50, p95 in ms: ${spent(times)}; of the CPU: ${spent(cpuTimes)}`);
  for (const [name, weight] of weights)
    printLine(`${name}: weight ${(weight / tasks.length).toFixed(3)}`);
}

/** The compiler of the engine optimizes what has run for a while; a service that has just started is no measure. */
function warmUp(): void {
  const step = Math.max(1, Math.floor(tasks.length / 80));
  for (let index = 0; index < tasks.length; index += step) {
    const task = tasks[index];
    if (task !== undefined) forecastSeries(seriesOf(task), task.future.length, members);
  }
}

function seriesOf(task: Task): Series {
  return options.nowhere ? { ...toSeries(task), country: undefined } : toSeries(task);
}

type Row = ReadonlyMap<string, Score>;

function scoresOf(task: Task, peer: PeerForecasts | undefined): Row {
  const began = performance.now();
  const cpu = process.threadCpuUsage();
  const made = forecastSeries(seriesOf(task), task.future.length, members);
  times.push(performance.now() - began);
  const { user, system } = process.threadCpuUsage(cpu);
  cpuTimes.push((user + system) / 1000);
  for (const { name, weight } of made.members) weights.set(name, (weights.get(name) ?? 0) + weight);
  const row = new Map([['ours', score(task, { middle: made.median, bounds: made.intervals })]]);
  for (const name of peers) {
    const forecast = peerForecast(peer, name);
    if (forecast !== null) row.set(name, score(task, forecast));
  }
  const three = average
    .map((name) => peerForecast(peer, name))
    .filter((forecast) => forecast !== null);
  if (three.length === average.length) row.set('mean of 3', score(task, meanOf(three)));
  return row;
}

function peerForecast(peer: PeerForecasts | undefined, name: string): Scorable | null {
  const forecast = peer?.forecasts[name] ?? null;
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
  const { coverage } = sumUp(rows.flatMap((row) => row.get('ours') ?? []));
  const best = Math.min(...peers.map((name) => of(name).mase));
  const loss = Math.min(...peers.map((name) => of(name).loss));
  const cells = [
    set,
    String(complete.length),
    ...names.map((name) => of(name).mase.toFixed(3)),
    (ours.mase / best).toFixed(3),
    `${ours.loss.toFixed(3)}, ${loss.toFixed(3)}`,
    [50, 80, 95].map((percent) => coverage(percent).toFixed(3)).join(', '),
  ];
  printRow(cells);
  return ours.mase / best;
}
