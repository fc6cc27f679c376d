import type { Tokens } from './tokens.ts';

/** Many examples' tokens in flat arrays: those of example i stand at starts[i] to starts[i + 1]. */
export type SparseRows = {
  readonly count: number;
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly weights: Float32Array;
};

/** @param bits the table that the buckets are of has 2^bits rows */
export function packRows(
  examples: readonly Pick<Tokens, 'hashes' | 'weights'>[],
  bits: number,
): SparseRows {
  const total = examples.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const starts = new Int32Array(examples.length + 1);
  const buckets = new Int32Array(total);
  const weights = new Float32Array(total);
  const mask = 2 ** bits - 1;
  let at = 0;
  examples.forEach((example, i) => {
    example.hashes.forEach((hash, k) => {
      buckets[at] = hash & mask;
      weights[at] = example.weights[k] ?? 0;
      at += 1;
    });
    starts[i + 1] = at;
  });
  return { count: examples.length, starts, buckets, weights };
}
