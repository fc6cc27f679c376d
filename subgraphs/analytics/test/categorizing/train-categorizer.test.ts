import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { describe, expect, it } from '@jest/globals';
import { fitTemperature } from '../../src/categorizing/calibrate.ts';
import { linearModel } from '../../src/categorizing/linear-model.ts';
import { never } from '../../src/categorizing/memory-settings.ts';
import type { Example } from '../../src/categorizing/soft-labels.ts';
import { splitByTime } from '../../src/categorizing/split-by-time.ts';
import type { TextModel } from '../../src/categorizing/text-model.ts';
import { trainCategorizer } from '../../src/categorizing/train-categorizer.ts';
import { defaultLinearSettings } from '../../src/categorizing/train-linear.ts';
import { categories, madeUpPurchases, noEmbedding } from './support.ts';

const train = (examples: readonly Example[], general?: TextModel) => {
  const own = { examples, categories, embedding: noEmbedding, version: 'test' };
  const task = general ? { ...own, general } : own;
  const trained = trainCategorizer({ ...task, settings: { ...defaultLinearSettings, bits: 12 } });
  return { ...trained, model: linearModel(trained.parts, noEmbedding) };
};

/** A third of them say any category. */
const noisy = madeUpPurchases(700, 1).map((example, i) =>
  i % 3 === 0 ? { ...example, category: categories[(i / 3) % 3] ?? '' } : example,
);

/** Says the same of everything. */
const stubborn: TextModel = {
  version: 'stubborn',
  categories,
  predict: () => Float64Array.from([0.998, 0.001, 0.001]),
  explain: () => ({ words: [], amountScore: 0 }),
  knows: () => false,
};

const accuracy = (model: ReturnType<typeof linearModel>, examples: readonly Example[]): number => {
  const isRight = (example: Example): boolean => {
    const probabilities = model.predict(example);
    return categories[probabilities.indexOf(Math.max(...probabilities))] === example.category;
  };
  return examples.filter(isRight).length / examples.length;
};

describe('training on decisions', () => {
  it('learns the words that say what a purchase was for, and names them', () => {
    const { model } = train(madeUpPurchases(600, 1));
    expect(accuracy(model, madeUpPurchases(200, 2))).toBeGreaterThan(0.97);
    const purchase = { text: 'Grand Hotel Ely', amount: 90, date: '2026-01-01' };
    const { words } = model.explain(purchase, categories.indexOf('TRAVEL'));
    expect(words.toSorted((a, b) => b.score - a.score)[0]?.word).toBe('hotel');
    expect(['hotel', 'ely', 'quibblex'].map(model.knows)).toEqual([true, true, false]);
  });

  it('believes memory beside a general model that knows nothing, where its own model would do without', () => {
    expect(train(noisy).memory.strength.SAME_MERCHANT).toBe(never);
    expect(train(noisy, stubborn).memory.strength.SAME_MERCHANT).toBeLessThan(never);
  });

  it("counts people's decisions for as much as they will count: memory of what is noisy is worth less", () => {
    const decided = noisy.map((example): Example => ({ ...example, decidedBy: 'PERSON' }));
    const { strength } = train(decided, stubborn).memory;
    expect(strength.SAME_MERCHANT).toBeGreaterThan(
      train(noisy, stubborn).memory.strength.SAME_MERCHANT,
    );
  });

  it('makes the same model of the same decisions in another order', () => {
    const examples = madeUpPurchases(200, 3);
    const [one, other] = [train(examples), train(examples.toReversed())];
    expect(
      Buffer.from(one.parts.text.sparse.buffer).equals(Buffer.from(other.parts.text.sparse.buffer)),
    ).toBe(true);
    expect(one.memory).toEqual(other.memory);
  });

  it('falls to chance when the labels are shuffled: nothing leaks', () => {
    const random = seededNumbers(5);
    const shuffled = madeUpPurchases(600, 1).map((example) => ({
      ...example,
      category: categories[Math.floor(random() * categories.length)] ?? '',
    }));
    expect(accuracy(train(shuffled).model, madeUpPurchases(300, 2))).toBeLessThan(0.5);
  });

  it('refuses a decision for a category that there is not', () => {
    expect(() => train([{ text: 'x', amount: 1, date: '2026-01-01', category: 'NONE' }])).toThrow(
      RangeError,
    );
  });
});

describe('splitting by time', () => {
  it('puts nothing into the later part that is as old as anything of the earlier', () => {
    const { earlier, later } = splitByTime(madeUpPurchases(1_000, 4).toReversed(), 0.1);
    const newest = earlier.at(-1)?.date ?? '';
    expect(later.every(({ date }) => date > newest)).toBe(true);
    expect(earlier.length + later.length).toBe(1_000);
    expect(later.length).toBeGreaterThanOrEqual(100);
    expect(later.length).toBeLessThan(110);
  });

  it('keeps a single day together', () => {
    const day = Array.from({ length: 20 }, () => ({ date: '2026-01-01' }));
    expect(splitByTime(day, 0.1)).toEqual({ earlier: [], later: day });
    expect(splitByTime([], 0.1)).toEqual({ earlier: [], later: [] });
  });
});

describe('calibrating', () => {
  it('finds that a model is too sure when it is', () => {
    const judged = Array.from({ length: 200 }, (_, i) => ({
      probabilities: Float64Array.from([0.99, 0.01]),
      label: i % 4 === 0 ? 1 : 0,
    }));
    expect(fitTemperature(judged)).toBeGreaterThan(2);
    expect(fitTemperature(judged.slice(0, 10))).toBe(1);
  });
});
