import { describe, expect, it } from '@jest/globals';
import { blend } from '../../src/categorizing/blend.ts';
import { createCategorizer } from '../../src/categorizing/categorizer.ts';
import { embedTokens, shareByWord } from '../../src/categorizing/embedding.ts';
import { globalEmbedding, globalModel } from '../../src/categorizing/global-model.ts';
import { createMemory } from '../../src/categorizing/memory.ts';
import { wordsOf } from '../../src/categorizing/normalize-text.ts';
import { tokenize } from '../../src/categorizing/tokenize.ts';
import { brandTexts } from '../../training/categories/brands.ts';
import { madeUpNames } from '../../training/categories/made-up-names.ts';
import { codes } from '../../training/categories/sources.ts';

const { categorize } = createCategorizer({
  globalModel: globalModel(),
  memory: createMemory(globalModel().categories),
});

const reasonsFor = (text: string) =>
  categorize({ text, amountMinor: 990n, currency: 'EUR', date: '2026-05-04', direction: 'OUT' })
    .reasons;

describe('the words that speak for a category', () => {
  it.each(['Royal Mail', 'The Coffee House Ltd', 'XQZT 4711'])(
    'share the place of %s among them, and nothing is left over',
    (text) => {
      const words = wordsOf(text);
      const tokens = tokenize(words);
      const shares = shareByWord(globalEmbedding(), tokens, words.length);
      embedTokens(globalEmbedding(), tokens).forEach((value, d) => {
        const sum = shares.reduce((all, { place }) => all + (place[d] ?? 0), 0);
        expect(sum).toBeCloseTo(value, 9);
      });
    },
  );

  it('are those by which a merchant is known, whatever stands beside them', () => {
    const words = reasonsFor('THE COFFEE HOUSE OF LEEDS LTD')[0];
    expect(words).toMatchObject({ kind: 'WORDS', words: ['coffee'] });
    expect(reasonsFor('TRAVELODGE LTD')[0]).toMatchObject({ words: ['travelodge'] });
  });

  it('are none where a name says nothing that anybody has learned: then the whole of it is named', () => {
    const whole = [{ kind: 'WHOLE_NAME', category: expect.any(String) }];
    expect(reasonsFor('Meier GmbH')).toEqual(whole);
    expect(reasonsFor('Xqzt Blorp & Söhne KG')).toEqual(whole);
    expect(reasonsFor('Quibblex Ltd')).toEqual(whole);
    expect(reasonsFor('*** --')).toEqual([]);
  });

  it.each(['hairdresser', 'reinsurance', 'airfare'])(
    'are also those of the language that no merchant is called by: %s',
    (word) => {
      expect(reasonsFor(word)[0]).toMatchObject({ kind: 'WORDS', words: [word] });
    },
  );

  it('are known where the general model or the own one knows them', () => {
    const own = { ...globalModel(), knows: (word: string) => word === 'quibblex' };
    const { knows } = blend(globalModel(), own, 1_000);
    expect(['quibblex', 'coffee', 'xqzt'].map(knows)).toEqual([true, true, false]);
  });

  it('are none that nobody has: of 1,000 made-up names fewer than 50 are named, and most of merchants that are known', () => {
    const named = (texts: readonly string[]): number =>
      texts.filter((text) => reasonsFor(text).some(({ kind }) => kind === 'WORDS')).length;
    expect(named(madeUpNames(1_000, 99))).toBeLessThan(50);
    expect(named(madeUpNames(1_000, 7))).toBeLessThan(50);
    const brands = brandTexts(codes).slice(0, 500);
    expect(named(brands.map(({ text }) => text))).toBeGreaterThan(400);
  });
});
