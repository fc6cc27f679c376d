import type { NamedArray } from './array-file.ts';
import type { SoftmaxWeights } from './train-softmax.ts';

type Arrays = Readonly<Record<string, NamedArray>>;

/**
 * Weights as arrays for a file. Of the table only rows that were trained are kept, each as whole numbers from -127 to 127 with a
 * scale of its own: a quarter of the size, and an error of at most 1/254 of the row's largest weight.
 */
export function packWeights(
  prefix: string,
  { classes, bias, sparse, dense }: SoftmaxWeights,
): Arrays {
  const rows: number[] = [];
  for (let row = 0; row * classes < sparse.length; row += 1) {
    if (largest(sparse, row * classes, classes) > 0) rows.push(row);
  }
  const scales = new Float32Array(rows.length);
  const values = new Int8Array(rows.length * classes);
  rows.forEach((row, i) => {
    const scale = largest(sparse, row * classes, classes) / 127;
    scales[i] = scale;
    for (let c = 0; c < classes; c += 1) {
      values[i * classes + c] = Math.round((sparse[row * classes + c] ?? 0) / scale);
    }
  });
  return {
    [`${prefix}Bias`]: bias,
    [`${prefix}Dense`]: dense,
    [`${prefix}Rows`]: Int32Array.from(rows),
    [`${prefix}Scales`]: scales,
    [`${prefix}Values`]: values,
  };
}

/** @throws RangeError when an array is missing, of another kind, or not of the size that the others say */
export function unpackWeights(
  prefix: string,
  arrays: Arrays,
  classes: number,
  bits: number,
): SoftmaxWeights {
  const bias = arrays[`${prefix}Bias`];
  const dense = arrays[`${prefix}Dense`];
  const rows = arrays[`${prefix}Rows`];
  const scales = arrays[`${prefix}Scales`];
  const values = arrays[`${prefix}Values`];
  if (
    !(bias instanceof Float32Array && dense instanceof Float32Array && rows instanceof Int32Array)
  )
    throw missing(prefix);
  if (!(scales instanceof Float32Array && values instanceof Int8Array)) throw missing(prefix);
  if (bias.length !== classes || values.length !== rows.length * classes) throw missing(prefix);
  const sparse = new Float32Array(2 ** bits * classes);
  rows.forEach((row, i) => {
    for (let c = 0; c < classes; c += 1) {
      sparse[row * classes + c] = (values[i * classes + c] ?? 0) * (scales[i] ?? 0);
    }
  });
  return { classes, bits, bias, sparse, dense };
}

const missing = (prefix: string): RangeError =>
  new RangeError(`The model file has no usable ${prefix} weights`);

function largest(values: Float32Array, start: number, count: number): number {
  let most = 0;
  for (let i = start; i < start + count; i += 1) most = Math.max(most, Math.abs(values[i] ?? 0));
  return most;
}
