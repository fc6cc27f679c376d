import { describe, expect, it } from '@jest/globals';
import { calibrateGeneral } from '../../training/categories/calibrate-general.ts';
import { madeUpNames } from '../../training/categories/made-up-names.ts';
import { codes, toSource } from '../../training/categories/sources.ts';
import {
  defaultEmbeddingSettings,
  trainEmbedding,
} from '../../training/categories/train-embedding.ts';
import { lessonsOf, trainGlobal } from '../../training/categories/train-global.ts';
import { doubtUnfamiliar } from '../../src/categorizing/doubt-unfamiliar.ts';
import { linearModel } from '../../src/categorizing/linear-model.ts';
import { noWords } from '../../src/categorizing/word-vectors.ts';

const trades = [
  ['restaurant', 'MEALS'],
  ['railway', 'TRAVEL'],
  ['petrol', 'VEHICLES'],
] as const;
/** Names that nobody knows, with a trade that everybody does. */
const shops = (seed: number) =>
  madeUpNames(100, seed).flatMap((name) =>
    trades.map(([trade, label]) => ({ text: `${name} ${trade}`, label })),
  );

describe('calibrating the general model', () => {
  it('makes it doubt names that are made up, and believe words that it has learned', () => {
    const rows = shops(1).map((row) => ({ ...row, date: '', amount: 1 }));
    const source = toSource('body', rows);
    const settings = { ...defaultEmbeddingSettings, bits: 14, width: 8, epochs: 5 };
    const embedding = trainEmbedding(
      { sources: [source], words: noWords, version: 'test' },
      settings,
    );
    const parts = trainGlobal(embedding, lessonsOf([source]), 'test');
    const keptOut = shops(2).map(({ text, label }) => ({ text, label: codes.indexOf(label) }));
    const { temperature, confidence } = calibrateGeneral(parts, embedding, keptOut);
    const plain = linearModel({ ...parts, temperature }, embedding);
    const doubting = doubtUnfamiliar(plain, embedding, confidence);
    const sure = (model: typeof plain, text: string): number =>
      Math.max(...model.predict({ text, amount: 1, date: '2026-01-01' }));
    const mean = (model: typeof plain, texts: readonly string[]): number =>
      texts.reduce((sum, text) => sum + sure(model, text), 0) / texts.length;
    const names = madeUpNames(100, 3);
    expect(mean(doubting, names)).toBeLessThan(mean(plain, names) - 0.1);
    expect(
      mean(
        doubting,
        keptOut.map(({ text }) => text),
      ),
    ).toBeGreaterThan(0.9);
  });
});
