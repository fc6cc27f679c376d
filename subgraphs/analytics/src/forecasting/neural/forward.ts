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

/** Adds the layer's outputs to `sums`, in place. Inputs that are zero, half of them after a rectifier, cost nothing. */
function addProduct(
  { outputs, weights, biases }: Layer,
  inputs: Float32Array,
  sums: Float32Array,
): Float32Array {
  for (let output = 0; output < outputs; output += 1)
    sums[output] = (sums[output] ?? 0) + (biases[output] ?? 0);
  inputs.forEach((input, row) => {
    if (input !== 0) addRow(weights, row * outputs, input, sums);
  });
  return sums;
}

function addRow(weights: Float32Array, from: number, by: number, sums: Float32Array): void {
  for (let output = 0; output < sums.length; output += 1)
    sums[output] = (sums[output] ?? 0) + by * (weights[from + output] ?? 0);
}

function rectify(values: Float32Array): Float32Array {
  for (let index = 0; index < values.length; index += 1)
    if ((values[index] ?? 0) < 0) values[index] = 0;
  return values;
}
