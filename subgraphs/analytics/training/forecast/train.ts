import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Grain } from '../../src/forecasting/series.ts';
import type { Net } from '../../src/forecasting/neural/net.ts';
import { netShapes } from '../../src/forecasting/neural/net-shape.ts';
import { encodeWeights } from '../../src/forecasting/neural/weights-file.ts';
import { startTensors } from '../../src/tensor/backend.ts';
import type { LearningSeries } from './learning-series.ts';
import { readLearningSeries } from './read-series.ts';
import { type Scores, scoreOrigins } from './score.ts';
import { synthesize } from './synthetic.ts';
import { trainNet } from './train-net.ts';
import { ofGrain } from './windows.ts';

/**
 * Trains the nets of one grain and writes their weights:
 * `node subgraphs/analytics/training/forecast/train.ts DATA_FOLDER --grain MONTH [--steps 4000] [--seeds 1,2,3] [--out FILE]`
 * Each seed leaves out a tenth of the series, and is scored on what it left out.
 */
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    grain: { type: 'string', default: 'MONTH' },
    steps: { type: 'string', default: '4000' },
    seeds: { type: 'string', default: '1,2,3' },
    rate: { type: 'string', default: '0.001' },
    out: { type: 'string' },
  },
});
const [folder] = positionals;
const grain = (['MONTH', 'WEEK', 'DAY'] as const).find((each) => each === options.grain);
if (folder === undefined || grain === undefined)
  throw new Error('Say where the series are, and a grain: MONTH, WEEK or DAY.');

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
say(`backend ${await startTensors()}`);
const series = ofGrain(await readLearningSeries(folder), grain);
const nets: Net[] = [];
for (const seed of options.seeds.split(',').map(Number)) nets.push(trainOne(grain, seed));
const out =
  options.out ?? new URL(`../../models/forecast/${grain.toLowerCase()}.bin`, import.meta.url);
await writeFile(out, encodeWeights(nets, grain));

function trainOne(of: Grain, seed: number): Net {
  const learnt = series.filter((one) => !isLeftOut(one, seed));
  const started = performance.now();
  const net = trainNet(netShapes[of], [...learnt, ...synthesize(of, seed)], {
    seed,
    steps: Number(options.steps),
    rows: 128,
    rate: Number(options.rate),
    weightDecay: 0.01,
    report: (step, loss) =>
      say(
        `seed ${seed} step ${step} loss ${loss.toFixed(4)} ${Math.round((performance.now() - started) / 1000)} s`,
      ),
  });
  const leftOut = series.filter((one) => isLeftOut(one, seed));
  sayScores(`seed ${seed}, series left out`, scoreOrigins([net], leftOut));
  return net;
}

/** A tenth of the series, another tenth for each of ten seeds; a series is left out in all its collections together. */
function isLeftOut({ id }: LearningSeries, seed: number): boolean {
  const sum = Buffer.from(id).reduce((hash, byte) => (hash * 31 + byte) >>> 0, 7);
  return sum % 10 === seed % 10;
}

function sayScores(title: string, scores: Scores): void {
  for (const [source, { net, naive, origins }] of scores)
    say(
      `${title}: ${source} ${net.toFixed(4)} (seasonal naive ${naive.toFixed(4)}, ${origins} origins)`,
    );
}
