import { describe, expect, it } from '@jest/globals';
import { globalWords } from '../../src/categorizing/global-model.ts';
import { type LinearParts, linearModel, readText } from '../../src/categorizing/linear-model.ts';
import { decodeModel, encodeModel } from '../../src/categorizing/model-file.ts';
import { rarityOf, weighByRarity } from '../../src/categorizing/rarity.ts';
import { chooseReading } from '../../src/categorizing/choose-reading.ts';
import { tokenizeText } from '../../src/categorizing/tokenize.ts';
import { defaultLinearSettings, trainLinear } from '../../src/categorizing/train-linear.ts';
import { wordHash } from '../../src/categorizing/word-vectors.ts';
import { categories, madeUpPurchases, noEmbedding } from './support.ts';

const settings = { ...defaultLinearSettings, bits: 12 };
const task = { examples: madeUpPurchases(300, 1), categories, embedding: noEmbedding, settings };
const train = (secondShare: number): LinearParts => ({
  ...trainLinear({ ...task, settings: { ...settings, secondShare } }),
  version: 'test',
  temperature: 1,
});
const purchase = { text: 'Grand Hotel Ely', amount: 90, date: '2026-01-01' };

describe('a second reader', () => {
  it('has its share in what is predicted, and none at a share of nought', () => {
    const [alone, both, other] = [0, 0.4, 1].map(
      (share) => readText(train(share), noEmbedding, tokenizeText(purchase.text))[1] ?? 0,
    );
    expect(train(0).second).toBeNull();
    expect(both).toBeCloseTo(0.6 * (alone ?? 0) + 0.4 * (other ?? 0), 5);
    expect(other).not.toBeCloseTo(alone ?? 0, 2);
  });

  it("has its part in each word's reason: they add up to what sets the category apart", () => {
    const parts = train(0.4);
    const scores = readText(parts, noEmbedding, tokenizeText(purchase.text));
    const { words } = linearModel(parts, noEmbedding).explain(purchase, 1);
    const apart = scores.map(
      (score, c) =>
        score - 0.6 * (parts.text.bias[c] ?? 0) - 0.4 * (parts.second?.weights.bias[c] ?? 0),
    );
    const mean = apart.reduce((sum, score) => sum + score, 0) / apart.length;
    const told = words.reduce((sum, { score }) => sum + score, 0);
    expect(told).toBeCloseTo((apart[1] ?? 0) - mean, 5);
  });

  it('is kept in the file, and missed by no model that was stored without one', () => {
    const parts = train(0.4);
    const again = decodeModel(encodeModel(parts));
    const [one, other] = [parts, again].map((each) =>
      linearModel(each, noEmbedding).predict(purchase),
    );
    expect(again.second?.share).toBe(0.4);
    one?.forEach((value, c) => {
      expect(Math.abs(value - (other?.[c] ?? 0))).toBeLessThan(0.02);
    });
    expect(decodeModel(encodeModel({ ...parts, second: null })).second).toBeNull();
  });

  it('is not asked about strangers where it leads astray', () => {
    // The second reader counts every purchase, and a merchant that was paid 3,000 times was booked otherwise than its kind.
    const wrong = Array.from({ length: 3_000 }, () => ({ ...purchase, category: 'MEALS' }));
    const strangers = Array.from({ length: 60 }, (_, i) => ({
      ...purchase,
      text: `hotel ${String.fromCharCode(97 + (i % 26))}${i}`,
      category: 'TRAVEL',
    }));
    const misled = chooseReading({ ...task, examples: [...task.examples, ...wrong] }, strangers);
    expect(misled.share).toBe(0);
    expect(misled.readers.second).toBeNull();
  });
});

describe('rarity', () => {
  const texts = ['smith ltd', 'jones ltd', 'brown ltd', 'grey hotel'].map(tokenizeText);
  const rarity = rarityOf(texts, 16);
  const rarityOfWord = (word: string) => rarity[wordHash(word) & (2 ** 16 - 1)] ?? 0;

  it('is 1 for what all texts have, and more for what few do', () => {
    expect(rarityOf(texts.slice(0, 3), 16)[wordHash('ltd') & (2 ** 16 - 1)]).toBeCloseTo(1);
    expect(rarityOfWord('ltd')).toBeLessThan(rarityOfWord('hotel'));
  });

  it("leaves each of a text's blocks as long as 1", () => {
    const { weights, ngramsFrom } = weighByRarity(tokenizeText('smith ltd'), rarity);
    expect(Math.hypot(...weights.slice(0, ngramsFrom))).toBeCloseTo(1);
    expect(Math.hypot(...weights.slice(ngramsFrom))).toBeCloseTo(1);
  });
});

describe("a category's own name", () => {
  it('draws merchants that sell what it says, before anybody decided about one', () => {
    const embedding = { ...noEmbedding, words: globalWords() };
    const names = ['office rent', 'taxi fares', 'restaurant meals'];
    const examples = [{ ...purchase, text: 'Unit 4', category: 'office rent' }];
    const parts = trainLinear({ examples, categories: names, embedding, settings });
    const says = (text: string) => {
      const [, taxi = 0, meals = 0] = readText(parts, embedding, tokenizeText(text));
      return taxi > meals ? 'taxi fares' : 'restaurant meals';
    };
    expect(says('Airport Cabs')).toBe('taxi fares');
    expect(says('Pizza and Dinner')).toBe('restaurant meals');
  });
});
