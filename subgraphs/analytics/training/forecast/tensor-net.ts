import {
  add,
  matMul,
  mul,
  relu,
  step,
  sum,
  type Tensor,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Layer, Net } from '../../src/forecasting/neural/net.ts';
import { inputCount, outputCount } from '../../src/forecasting/neural/net-shape.ts';

/** What the net says to many rows of inputs at once, by TensorFlow.js: row after row, as `forward` says it to one. */
export const forwardTensors = (net: Net, inputs: Float32Array): Float32Array =>
  tidied(() => Float32Array.from(run(net, inputs).said.dataSync()));

/**
 * How the loss rises with each weight and bias, in the order of the net's layers. `slopeOf` turns what the net says into how the loss
 * rises with each number of it. The three rules of differentiation that this net needs are written out: TensorFlow.js ships its
 * own in a form that only its layers package loads.
 */
export function slopesOf(
  net: Net,
  inputs: Float32Array,
  slopeOf: (said: Float32Array) => Float32Array,
): Layer[] {
  return tidied(() => {
    const { seen, blocks, last, said } = run(net, inputs);
    const slope = tensor2d(slopeOf(Float32Array.from(said.dataSync())), [
      seen.shape[0],
      outputCount(net.shape),
    ]);
    const ends = [slopesAt(net.head, last, slope), slopesAt(net.skip, seen, slope)];
    let flow: Tensor = backThrough(net.head, slope);
    const within: Layer[] = [];
    for (const { inner, outer, before, active } of blocks.toReversed()) {
      const inside = mul(backThrough(outer, flow), step(active));
      within.unshift(slopesAt(inner, before, inside), slopesAt(outer, active, flow));
      flow = add(flow, backThrough(inner, inside));
    }
    return [slopesAt(net.entry, seen, flow), ...within, ...ends];
  });
}

/**
 * Frees the tensors made in `compute`, which gives plain numbers. TensorFlow.js would look for tensors to keep in what is returned, number by
 * number, and take longer for it than for the products.
 */
function tidied<T>(compute: () => T): T {
  const results: T[] = [];
  tidy(() => {
    results.push(compute());
  });
  const [result] = results;
  if (result === undefined) throw new Error('Nothing was computed.');
  return result;
}

type BlockRun = {
  readonly inner: Layer;
  readonly outer: Layer;
  /** What the block read, and what was left of it after the rectifier. */
  readonly before: Tensor;
  readonly active: Tensor;
};

type Run = {
  readonly seen: Tensor2D;
  readonly blocks: readonly BlockRun[];
  /** What the head read. */
  readonly last: Tensor;
  readonly said: Tensor;
};

function run(net: Net, inputs: Float32Array): Run {
  const count = inputCount(net.shape);
  const seen = tensor2d(inputs, [inputs.length / count, count]);
  const blocks: BlockRun[] = [];
  let state = through(net.entry, seen);
  for (const { inner, outer } of net.blocks) {
    const active = relu(through(inner, state));
    blocks.push({ inner, outer, before: state, active });
    state = add(state, through(outer, active));
  }
  return {
    seen,
    blocks,
    last: state,
    said: add(through(net.head, state), through(net.skip, seen)),
  };
}

const matrixOf = ({ weights, inputs, outputs }: Layer): Tensor2D =>
  tensor2d(weights, [inputs, outputs]);

const through = (layer: Layer, inputs: Tensor): Tensor =>
  add(matMul(inputs, matrixOf(layer)), tensor1d(layer.biases));

const backThrough = (layer: Layer, slope: Tensor): Tensor =>
  matMul(slope, matrixOf(layer), false, true);

const slopesAt = ({ inputs, outputs }: Layer, read: Tensor, slope: Tensor): Layer => ({
  inputs,
  outputs,
  weights: Float32Array.from(matMul(read, slope, true).dataSync()),
  biases: Float32Array.from(sum(slope, 0).dataSync()),
});
