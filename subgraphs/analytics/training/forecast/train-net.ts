import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { buildNet, type Layer, type Net } from '../../src/forecasting/neural/net.ts';
import type { NetShape } from '../../src/forecasting/neural/net-shape.ts';
import { adam } from './adam.ts';
import { type Chance } from './chance.ts';
import type { LearningSeries } from './learning-series.ts';
import { quantileLoss } from './loss.ts';
import { slopesOf } from './tensor-net.ts';
import { windowsOf } from './windows.ts';

export type Lesson = {
  readonly seed: number;
  readonly steps: number;
  /** Windows a step. */
  readonly rows: number;
  readonly rate: number;
  readonly weightDecay: number;
  /** Told the mean loss of the last steps, now and then. */
  readonly report: (step: number, loss: number) => void;
};

const reportEvery = 250;
const warmUpSteps = 100;

/**
 * A net that has learnt from `series`. The same series, shape and lesson give the same net on the same backend. The learning rate rises over
 * the first steps and falls along a cosine.
 */
export function trainNet(shape: NetShape, series: readonly LearningSeries[], lesson: Lesson): Net {
  const chance = seededNumbers(lesson.seed);
  const net = buildNet(shape, (size) => untrained(size, chance));
  const nextBatch = windowsOf(series, shape, { chance, rows: lesson.rows });
  const optimize = adam(net, lesson.weightDecay);
  let recentLoss = 0;
  for (let step = 1; step <= lesson.steps; step += 1) {
    const { inputs, wanted } = nextBatch();
    const slopes = slopesOf(net, inputs, (said) => {
      const { loss, slope } = quantileLoss(said, wanted);
      recentLoss += loss / reportEvery;
      return slope;
    });
    optimize(slopes, rateAt(step, lesson));
    if (step % reportEvery === 0) {
      lesson.report(step, recentLoss);
      recentLoss = 0;
    }
  }
  return net;
}

const rateAt = (step: number, { rate, steps }: Lesson): number =>
  rate * Math.min(1, step / warmUpSteps) * 0.5 * (1 + Math.cos((Math.PI * step) / steps));

/** Weights drawn as Glorot and Bengio 2010 have it; biases zero. */
function untrained(
  { inputs, outputs }: { readonly inputs: number; readonly outputs: number },
  chance: Chance,
): Layer {
  const reach = 0.5 * Math.sqrt(6 / (inputs + outputs));
  const weights = Float32Array.from({ length: inputs * outputs }, () => (2 * chance() - 1) * reach);
  return { inputs, outputs, weights, biases: new Float32Array(outputs) };
}
