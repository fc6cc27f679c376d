import { describe, expect, it } from '@jest/globals';
import { embedTokens } from '../../src/categorizing/embedding.ts';
import { globalWords } from '../../src/categorizing/global-model.ts';
import { linearModel } from '../../src/categorizing/linear-model.ts';
import { tokenizeText } from '../../src/categorizing/tokenize.ts';
import { defaultLinearSettings, trainLinear } from '../../src/categorizing/train-linear.ts';
import { principalAxes } from '../../training/categories/principal-axes.ts';
import { toSource } from '../../training/categories/sources.ts';
import { makeWordVectors, readVectors } from '../../training/categories/word-meanings.ts';
import { noEmbedding } from './support.ts';

const embedding = { ...noEmbedding, words: globalWords() };
const placeOf = (text: string): Float64Array => embedTokens(embedding, tokenizeText(text));
const likeness = (one: string, other: string): number =>
  placeOf(one).reduce((sum, value, d) => sum + value * (placeOf(other)[d] ?? 0), 0);

describe('words of the language', () => {
  it('stand close to words that are used alike', () => {
    expect(likeness('Plumbing', 'heating')).toBeGreaterThan(likeness('plumbing', 'hotel') + 0.3);
  });

  it('say what a merchant sells, whatever its form in law is called', () => {
    expect(likeness('SMITH PLUMBING LTD', 'plumbing')).toBeGreaterThan(
      likeness('SMITH PLUMBING LTD', 'ltd') + 0.3,
    );
  });

  it('leave a text at nought whose words they do not know', () => {
    expect(placeOf('XQZT 4711').every((value) => value === 0)).toBe(true);
    expect(placeOf('hotel').reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1);
  });

  it('let a model name the trade of a stranger whose name has no letters in common', () => {
    const categories = ['TRAVEL', 'VEHICLES'];
    const names = {
      TRAVEL: ['hotel', 'airline', 'railway', 'motel', 'hostel', 'resort'],
      VEHICLES: ['petrol', 'diesel', 'car', 'truck', 'tyres', 'automotive'],
    };
    const examples = Object.entries(names).flatMap(([category, texts]) =>
      texts.map((text) => ({ text, amount: 1, date: '2026-01-01', category })),
    );
    const settings = { ...defaultLinearSettings, bits: 10 };
    const parts = trainLinear({ examples, categories, embedding, settings });
    const model = linearModel({ ...parts, version: 'test', temperature: 1 }, embedding);
    const shareOfTravel = (text: string): number =>
      model.predict({ text, amount: 1, date: '2026-01-02' })[0] ?? 0;
    expect(shareOfTravel('guesthouse')).toBeGreaterThan(0.5);
    expect(shareOfTravel('gasoline')).toBeLessThan(0.5);
  });
});

describe('making words', () => {
  const meanings = ['the', 'ltd', 'hotel', 'roof', 'Roof'].map((word, i) => ({
    word,
    vector: Float64Array.from([i === 1 ? 9 : 0, i, -i, i % 2, 1, 0].slice(0, 5)),
  }));
  const rows = ['hotel ltd', 'roof ltd', 'inn ltd'].map((text) => ({
    text,
    date: '',
    amount: 1,
    label: 'x',
  }));

  it('takes the words that merchants are called by first, and the common ones short', () => {
    const sources = [toSource('body', rows)];
    const made = makeWordVectors(meanings, sources, { width: 3, most: 3, dropped: 0 });
    expect(made.hashes).toHaveLength(3);
    const length = (place: number): number =>
      Math.hypot(...made.values.subarray(place * 3, place * 3 + 3));
    const [ltd = 0, hotel = 0] = [0, 1].map(length);
    expect(hotel).toBeGreaterThan(0);
    expect(ltd).toBeLessThan(hotel);
  });

  it('reads the file of the package, and refuses another', () => {
    const vector = Array.from({ length: 102 }, (_, d) => d);
    const file = { words: ['a1', 'roof', 'none'], vectors: { a1: vector, roof: vector } };
    expect(readVectors(file).map(({ word, vector: read }) => [word, read.length])).toEqual([
      ['roof', 100],
    ]);
    expect(() => readVectors({ words: [] })).toThrow(TypeError);
  });

  it('finds the direction in which rows vary most', () => {
    const rowsOnALine = [-2, -1, 1, 2].map((x) => Float64Array.from([3 * x, 4 * x, 0.01 * x * x]));
    const [first, ...others] = principalAxes(rowsOnALine);
    expect(Math.abs(first?.[0] ?? 0)).toBeCloseTo(0.6, 2);
    expect(Math.abs(first?.[1] ?? 0)).toBeCloseTo(0.8, 2);
    expect(others).toHaveLength(2);
    expect(
      (first ?? new Float64Array(0)).reduce((sum, x, d) => sum + x * (others[0]?.[d] ?? 0), 0),
    ).toBeCloseTo(0, 9);
  });
});
