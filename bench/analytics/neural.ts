/**
 * The global nets alone, beside the peers, on the visible tasks: `npx node bench/analytics/neural.ts FOLDER`. Never to choose nets by: that is
 * what the series left out of training are for. Bounds are the nets' own quantiles, before any calibration.
 */
import {
  forecastQuantiles,
  loadNeuralNets,
  type NeuralNets,
} from '@finflow/analytics/forecasting/neural/neural-member';
import { printLine, printRow, printRule } from '../print.ts';
import { percentile } from '../statistics.ts';
import { type Scorable, type Score, score, sumUp } from './forecast-scores.ts';
import { type PeerForecast, readPeers, readTasks, type Task, toSeries } from './tasks.ts';

const peers = ['snaive', 'theta', 'ets', 'arima', 'prophet'];
const names = ['net', ...peers];

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (folder === undefined)
    throw new Error('Give the folder of the data: npx node bench/analytics/neural.ts FOLDER');
  const nets = await loadNeuralNets();
  const said = new Map(readPeers(folder).map((peer) => [`${peer.set} ${peer.id}`, peer.forecasts]));
  const times: number[] = [];
  printRow(['set', 'series', ...names, 'coverage 80, 95']);
  printRule(1, names.length + 2);
  for (const [set, tasks] of Map.groupBy(readTasks(folder), (task) => task.set)) {
    const rows = tasks.map((task) => {
      const forecasts = said.get(`${set} ${task.id}`) ?? {};
      const row = new Map([['net', score(task, askNets(nets, task, times))]]);
      for (const name of peers) {
        const forecast = forecasts[name];
        if (forecast) row.set(name, score(task, scorable(forecast)));
      }
      return row;
    });
    printSet(set, rows);
  }
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)];
  printLine(`a forecast takes ${half.toFixed(2)} ms at the median, ${most.toFixed(2)} ms at p95`);
}

function askNets(nets: NeuralNets, task: Task, times: number[]): Scorable {
  const began = performance.now();
  const rows = forecastQuantiles(nets, toSeries(task), task.future.length);
  times.push(performance.now() - began);
  if (rows === null) throw new Error(`The nets gave no forecast of ${task.set} ${task.id}.`);
  const column = (at: number): number[] => rows.map((row) => row.at(at) ?? Number.NaN);
  return {
    middle: column(3),
    bounds: {
      80: { low: column(1), high: column(-2) },
      95: { low: column(0), high: column(-1) },
    },
  };
}

const scorable = ({ mean, lower80, upper80 }: PeerForecast): Scorable => ({
  middle: mean,
  bounds: { 80: { low: lower80, high: upper80 } },
});

function printSet(set: string, rows: readonly ReadonlyMap<string, Score>[]): void {
  const complete = rows.filter((row) => names.every((name) => row.has(name)));
  const of = (name: string) => sumUp(complete.flatMap((row) => row.get(name) ?? []));
  const coverage = [80, 95].map((percent) => of('net').coverage(percent).toFixed(3));
  const errors = names.map((name) => of(name).mase.toFixed(3));
  printRow([set, complete.length, ...errors, coverage.join(', ')]);
}

await main();
