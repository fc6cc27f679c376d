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

const grains: readonly Grain[] = ['MONTH', 'WEEK', 'DAY'];

/** The lessons of the committed weights, seed and steps: the nets of a grain are averaged, and each has left out a tenth of the series. */
const lessons: Readonly<Record<Grain, string>> = {
  MONTH: '1:2500,2:2500,3:4000',
  WEEK: '1:2000,2:2500,3:2500',
  DAY: '1:1500,2:3000',
};

/**
 * Trains the nets of one grain, says how each does on what it left out, and writes their weights:
 * `node subgraphs/analytics/training/forecast/train.ts DATA_FOLDER --grain MONTH [--lessons 1:2500,2:2500] [--out FILE]`
 */
async function main(): Promise<void> {
  const { positionals, values: options } = parseArgs({
    allowPositionals: true,
    options: { grain: { type: 'string' }, lessons: { type: 'string' }, out: { type: 'string' } },
  });
  const [folder] = positionals;
  const grain = grains.find((each) => each === options.grain);
  if (folder === undefined || grain === undefined)
    throw new Error('Say where the data is, and a grain: MONTH, WEEK or DAY.');
  say(`backend ${await startTensors()}`);
  const series = ofGrain(await readLearningSeries(folder), grain);
  const nets = (options.lessons ?? lessons[grain]).split(',').map((lesson) => {
    const [seed = 0, steps = 0] = lesson.split(':').map(Number);
    return trainOne(series, grain, { seed, steps });
  });
  const file = new URL(`../../models/forecast/${grain.toLowerCase()}.bin`, import.meta.url);
  await writeFile(options.out ?? file, encodeWeights(nets, grain));
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

type Pace = { readonly seed: number; readonly steps: number };

function trainOne(series: readonly LearningSeries[], grain: Grain, pace: Pace): Net {
  const { seed } = pace;
  const learnt = series.filter((one) => !isLeftOut(one, seed));
  const began = performance.now();
  const net = trainNet(netShapes[grain], [...learnt, ...synthesize(grain, seed)], {
    ...pace,
    rows: 128,
    rate: 0.001,
    weightDecay: 0.01,
    report: (step, loss) => {
      const seconds = Math.round((performance.now() - began) / 1000);
      say(`seed ${seed} step ${step} loss ${loss.toFixed(4)} ${seconds} s`);
    },
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

await main();
