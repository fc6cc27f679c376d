import { describe, expect, it } from '@jest/globals';
import { openRowKernel } from '../../src/forecasting/neural/row-kernel.ts';

describe('the kernel of the nets', () => {
  it('adds each input times its row of weights, and touches nothing else', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const numbers = new Float32Array(memory.buffer);
    numbers.set([2, 3, 5]);
    numbers.set([1, 2, 3, 4, 5, 6, 7, 8], 8);
    numbers.set([10, 20, 30, 40, 50, 60, 70, 80], 16);
    numbers.fill(0.5, 31, 41);
    openRowKernel(memory)(0, 8, 32, 128, 160);
    expect([...numbers.subarray(31, 41)]).toEqual([
      0.5, 32.5, 64.5, 96.5, 128.5, 160.5, 192.5, 224.5, 256.5, 0.5,
    ]);
    expect([...numbers.subarray(0, 4)]).toEqual([2, 3, 5, 0]);
  });
});
