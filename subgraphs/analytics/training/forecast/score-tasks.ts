import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadNeuralMember } from '../../src/forecasting/neural/neural-member.ts';
import { grainOf, type Task } from './learning-series.ts';
import { readTasks } from './read-series.ts';
import { mean, scaledError } from './score.ts';

/**
 * How the trained nets do on the tasks beside the published methods: mean MASE by set, lower is better. To be looked at after the
 * nets are chosen, never to choose them by: `node subgraphs/analytics/training/forecast/score-tasks.ts DATA_FOLDER`
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where the series are.');

type Peers = {
  readonly set: string;
  readonly id: string;
  readonly forecasts: Readonly<Record<string, { readonly mean: readonly number[] } | null>>;
};

const compared = ['snaive', 'theta', 'ets', 'arima', 'prophet'];
const packed = await readFile(join(folder, 'peers.json.gz'));
const peers: Peers[] = JSON.parse(gunzipSync(packed).toString('utf8'));
const peersOf = new Map(peers.map((each) => [`${each.set} ${each.id}`, each]));
const member = await loadNeuralMember();

const rows = (await readTasks(folder)).flatMap((task) => scoresOf(task) ?? []);
process.stdout.write(`set tasks ${compared.join(' ')} net\n`);
for (const [set, found] of Map.groupBy(rows, (row) => row.set)) {
  const columns = [...compared, 'net'].map((name) =>
    mean(found.map(({ errors }) => errors[name] ?? Number.NaN)).toFixed(3),
  );
  process.stdout.write(`${set} ${found.length} ${columns.join(' ')}\n`);
}

/** Null where some method gave no answer, or the history has no seasonal error to scale by. */
function scoresOf(task: Task): { set: string; errors: Record<string, number> } | null {
  const { set, id, history, future, start, season } = task;
  const forecasts = peersOf.get(`${set} ${id}`)?.forecasts ?? {};
  const series = { grain: grainOf(task), start, values: history, isNonNegative: false };
  const answers: [string, readonly number[] | undefined][] = [
    ...compared.map((name): [string, readonly number[] | undefined] => [
      name,
      forecasts[name]?.mean,
    ]),
    ['net', member.forecast(series, future.length) ?? undefined],
  ];
  const errors: Record<string, number> = {};
  for (const [name, forecast] of answers) {
    const error = forecast && scaledError(history, future, { forecast, season });
    if (error === null || error === undefined) return null;
    errors[name] = error;
  }
  return { set, errors };
}
