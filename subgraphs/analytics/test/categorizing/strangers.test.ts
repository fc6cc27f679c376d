import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { addDays } from '@finflow/shared/local-date';
import { describe, expect, it } from '@jest/globals';
import { linearModel } from '../../src/categorizing/linear-model.ts';
import type { Example } from '../../src/categorizing/soft-labels.ts';
import { hideMerchants, merchantOf } from '../../src/categorizing/strangers.ts';
import { trainCategorizer } from '../../src/categorizing/train-categorizer.ts';
import { defaultLinearSettings } from '../../src/categorizing/train-linear.ts';
import { categories, madeUpPurchases, noEmbedding } from './support.ts';

const trades = ['bistro', 'motors', 'voyage'];
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Merchants that keep their category for ever. The trade in their name says it of six in ten; of the others it says nothing. */
function merchants(count: number, seed: number): Example[] {
  const random = seededNumbers(seed);
  const draw = (size: number): number => Math.floor(random() * size);
  return Array.from({ length: count }, (_, place) => {
    const name = Array.from({ length: 7 }, () => letters[draw(26)] ?? '').join('');
    const trade = draw(3);
    const category = categories[random() < 0.6 ? trade : draw(3)] ?? '';
    return Array.from({ length: 4 }, (_unused, month) => ({
      text: `${name} ${trades[trade] ?? ''}`,
      amount: 20,
      date: addDays('2025-01-01', (place % 250) + 30 * month),
      category,
    }));
  }).flat();
}

describe('hiding merchants', () => {
  const purchases = madeUpPurchases(3_000, 1);
  const { shown, strangers } = hideMerchants(purchases.slice(0, 2_700), purchases.slice(2_700));

  it('shows all that was decided about a merchant earlier, or nothing', () => {
    const met = new Set(shown.map(merchantOf));
    expect(strangers.length).toBeGreaterThan(50);
    expect(strangers.filter((each) => met.has(merchantOf(each)))).toEqual([]);
    expect(shown).toEqual(purchases.slice(0, 2_700).filter((each) => met.has(merchantOf(each))));
  });

  it('counts the ten latest decisions of each stranger', () => {
    const first = strangers[0];
    const of = (list: readonly Example[]) =>
      list.filter((each) => first && merchantOf(each) === merchantOf(first));
    expect(of(purchases).length).toBeGreaterThan(10);
    expect(of(strangers)).toEqual(of(purchases).toReversed().slice(0, 10));
  });
});

describe('a model that never met a merchant', () => {
  it('is as sure as it is right, though it knows the merchants it met by heart', () => {
    const { parts } = trainCategorizer({
      examples: merchants(200, 1),
      categories,
      embedding: noEmbedding,
      version: 'test',
      settings: { ...defaultLinearSettings, bits: 12 },
    });
    const model = linearModel(parts, noEmbedding);
    const judged = merchants(2_000, 2).map((purchase) => {
      const probabilities = model.predict(purchase);
      const confidence = Math.max(...probabilities);
      return {
        confidence,
        isRight: categories[probabilities.indexOf(confidence)] === purchase.category,
      };
    });
    const accuracy = judged.filter(({ isRight }) => isRight).length / judged.length;
    const confidence = judged.reduce((sum, each) => sum + each.confidence, 0) / judged.length;
    expect(accuracy).toBeGreaterThan(0.6);
    expect(Math.abs(confidence - accuracy)).toBeLessThan(0.035);
  });
});
