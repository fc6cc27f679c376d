import { describe, expect, it } from '@jest/globals';
import { decodeArrays, encodeArrays } from '../../src/categorizing/array-file.ts';
import { linearModel } from '../../src/categorizing/linear-model.ts';
import {
  decodeEmbedding,
  decodeModel,
  decodeWords,
  encodeEmbedding,
  encodeModel,
  encodeWords,
} from '../../src/categorizing/model-file.ts';
import { noWords, wordHash } from '../../src/categorizing/word-vectors.ts';
import { trainLinear, defaultLinearSettings } from '../../src/categorizing/train-linear.ts';
import { categories, madeUpPurchases, noEmbedding } from './support.ts';

const settings = { ...defaultLinearSettings, bits: 12, textEpochs: 3 };
const trained = trainLinear({
  examples: madeUpPurchases(200, 1),
  categories,
  embedding: noEmbedding,
  settings,
});
const parts = { ...trained, version: 'test-1', temperature: 1.1 };

describe('a model in a file', () => {
  it('comes back saying nearly the same of every text', () => {
    const one = linearModel(parts, noEmbedding);
    const other = linearModel(decodeModel(encodeModel(parts)), noEmbedding);
    expect(other.version).toBe('test-1');
    expect(other.categories).toEqual(categories);
    for (const purchase of madeUpPurchases(50, 2)) {
      const probabilities = other.predict(purchase);
      one.predict(purchase).forEach((probability, c) => {
        expect(Math.abs(probability - (probabilities[c] ?? 0))).toBeLessThan(0.02);
      });
    }
  });

  it('knows the words that it learned, and none of its own when it was written before words were kept', () => {
    const known = (bytes: Buffer) => {
      const model = linearModel(decodeModel(bytes), noEmbedding);
      return ['pizzeria', 'leeds', 'quibblex'].map(model.knows);
    };
    expect(known(encodeModel(parts))).toEqual([true, true, false]);
    const { header, arrays } = decodeArrays(encodeModel(parts));
    const { vocabulary, ...older } = arrays;
    expect(vocabulary?.length).toBeGreaterThan(0);
    expect(known(encodeArrays({ header, arrays: older }))).toEqual([false, false, false]);
  });

  it('has the same bytes whenever it is written, also after it was read', () => {
    const bytes = encodeModel(parts);
    expect(encodeModel(parts).equals(bytes)).toBe(true);
    const again = encodeModel(decodeModel(bytes));
    expect(encodeModel(decodeModel(again)).equals(again)).toBe(true);
  });

  it('is refused when damaged, cut off, of another version or of another kind', () => {
    const bytes = encodeModel(parts);
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8(damaged.readUInt8(100) ^ 1, 100);
    const newer = Buffer.from(bytes);
    newer.writeUInt16LE(2, 4);
    expect(() => decodeModel(damaged)).toThrow('damaged');
    expect(() => decodeModel(bytes.subarray(0, bytes.length - 9))).toThrow('damaged');
    expect(() => decodeModel(newer)).toThrow('unknown version 2');
    expect(() => decodeModel(Buffer.from('hello, world'))).toThrow('Not a model file');
    expect(() => decodeEmbedding(bytes, noWords)).toThrow('incomplete');
    expect(() => decodeWords(bytes)).toThrow('incomplete');
  });

  it('holds an embedding as it is', () => {
    const embedding = {
      version: 'e',
      width: 3,
      bits: 1,
      table: Int8Array.from([1, -2, 3, 0, 127, -127]),
      words: {
        width: 2,
        hashes: Int32Array.from([wordHash('hotel')]),
        values: Int8Array.from([5, -6]),
      },
    };
    const words = decodeWords(encodeWords(embedding.words));
    expect(decodeEmbedding(encodeEmbedding(embedding), words)).toEqual(embedding);
  });
});
