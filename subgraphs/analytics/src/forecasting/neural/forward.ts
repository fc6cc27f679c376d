import type { Layer, Net } from './net.ts';

/**
 * What the net says to one row of inputs, in plain arrays: for a single row that is quicker than sending tensors to a backend,
 * and the numbers are the same within rounding. `outputCount` numbers, period by period, quantile by quantile.
 */
export function forward(net: Net, inputs: Float32Array): Float32Array {
  const state = addProduct(net.entry, inputs, new Float32Array(net.entry.outputs));
  for (const { inner, outer } of net.blocks) {
    const active = rectify(addProduct(inner, state, new Float32Array(inner.outputs)));
    addProduct(outer, active, state);
  }
  const said = addProduct(net.head, state, new Float32Array(net.head.outputs));
  return addProduct(net.skip, inputs, said);
}

/**
 * Adds the layer's outputs to `sums`, in place. Four inputs are taken at a time, which is thrice as quick as one: each sum is read and
 * written once for the four. Nothing is read beyond an array's end, which would make the engine give up its fast reads.
 */
function addProduct(
  { outputs, weights, biases }: Layer,
  inputs: Float32Array,
  sums: Float32Array,
): Float32Array {
  for (let output = 0; output < outputs; output += 1)
    sums[output] = (sums[output] ?? 0) + (biases[output] ?? 0);
  const whole = inputs.length - (inputs.length % 4);
  for (let row = 0; row < whole; row += 4) addFourRows(weights, inputs, row, sums);
  for (let row = whole; row < inputs.length; row += 1) addRow(weights, inputs, row, sums);
  return sums;
}

function addFourRows(
  weights: Float32Array,
  inputs: Float32Array,
  row: number,
  sums: Float32Array,
): void {
  const count = sums.length;
  const a = inputs[row] ?? 0;
  const b = inputs[row + 1] ?? 0;
  const c = inputs[row + 2] ?? 0;
  const d = inputs[row + 3] ?? 0;
  const first = row * count;
  for (let output = 0; output < count; output += 1) {
    const at = first + output;
    sums[output] =
      (sums[output] ?? 0) +
      a * (weights[at] ?? 0) +
      b * (weights[at + count] ?? 0) +
      c * (weights[at + 2 * count] ?? 0) +
      d * (weights[at + 3 * count] ?? 0);
  }
}

function addRow(
  weights: Float32Array,
  inputs: Float32Array,
  row: number,
  sums: Float32Array,
): void {
  const input = inputs[row] ?? 0;
  for (let output = 0; output < sums.length; output += 1)
    sums[output] = (sums[output] ?? 0) + input * (weights[row * sums.length + output] ?? 0);
}

function rectify(values: Float32Array): Float32Array {
  for (let index = 0; index < values.length; index += 1)
    if ((values[index] ?? 0) < 0) values[index] = 0;
  return values;
}
