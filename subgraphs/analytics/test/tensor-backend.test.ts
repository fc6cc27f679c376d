import { describe, expect, it } from '@jest/globals';
import { Worker } from 'node:worker_threads';
import { matMul, relu, type Tensor, tensor2d, transpose } from '@tensorflow/tfjs-core';
import { type BackendName, backendNames, startTensors } from '../src/tensor/backend.ts';

const wave = (rows: number, columns: number, phase: number): Tensor =>
  tensor2d(
    Float32Array.from({ length: rows * columns }, (_, index) => Math.sin(index * 0.37 + phase)),
    [rows, columns],
  );

/** A step forward through a layer and the two products of the step back, in which one factor is transposed. */
async function layerNumbers(backend: BackendName): Promise<number[]> {
  await startTensors([backend]);
  const [weights, inputs] = [wave(7, 5, 1), wave(9, 7, 2)];
  const outputs = relu(matMul(inputs, weights));
  const slopes = [matMul(inputs, outputs, true), matMul(outputs, weights, false, true)];
  return [outputs, ...slopes].flatMap((tensor) => [...tensor.dataSync()]);
}

describe('the tensor backend', () => {
  it('gives the same numbers whichever backend computes them', async () => {
    const plain = await layerNumbers('cpu');
    const available: BackendName[] = [];
    for (const name of backendNames) {
      const started = await startTensors([name]).catch(() => null);
      if (started !== null) available.push(started);
    }
    expect(available).toEqual(expect.arrayContaining(['wasm', 'cpu']));
    for (const name of available) {
      const found = await layerNumbers(name);
      expect(found).toHaveLength(plain.length);
      found.forEach((value, index) => expect(value).toBeCloseTo(plain[index] ?? Number.NaN, 4));
    }
  });

  it('multiplies by a transposed matrix as if it had been turned by hand', async () => {
    await startTensors(['wasm']);
    const [a, b] = [wave(6, 4, 1), wave(6, 3, 2)];
    const turned = matMul(transpose(a), b).dataSync();
    expect([...matMul(a, b, true).dataSync()]).toEqual([...turned]);
    const wide = matMul(a, transpose(wave(5, 4, 3))).dataSync();
    expect([...matMul(a, wave(5, 4, 3), false, true).dataSync()]).toEqual([...wide]);
  });

  it('takes the next backend when one is missing, and names each reason when none is left', async () => {
    const first = await startTensors(['tensorflow', 'cpu']);
    expect(['tensorflow', 'cpu']).toContain(first);
    await expect(startTensors([])).rejects.toThrow('No tensor backend works');
  });

  it('runs in a worker thread', async () => {
    const backend = new URL('../src/tensor/backend.ts', import.meta.url).href;
    const code = `import(${JSON.stringify(backend)}).then(async ({ startTensors }) =>
      require('node:worker_threads').parentPort.postMessage(await startTensors(['wasm'])));`;
    const worker = new Worker(code, { eval: true });
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    await worker.terminate();
    expect(answer).toBe('wasm');
  });
});
