import { describe, expect, it } from '@jest/globals';
import { categories } from '../../src/categories/taxonomy.ts';
import { createCategorizer } from '../../src/categorizing/categorizer.ts';
import { isEmptyWord } from '../../src/categorizing/empty-words.ts';
import { globalModel } from '../../src/categorizing/global-model.ts';
import { createMemory } from '../../src/categorizing/memory.ts';
import { wordsOf } from '../../src/categorizing/normalize-text.ts';
import { brandsOf, brandTexts, formatBrands } from '../../training/categories/brands.ts';
import { wellKnown } from '../../training/categories/well-known.ts';

const codes = categories.map(({ code }) => code);

const item = (displayName: string, include: string[], more: object = {}) => ({
  displayName,
  locationSet: { include },
  tags: { name: displayName },
  ...more,
});

const index = {
  nsi: {
    'brands/amenity/fuel': { items: [item('Shéll', ['001']), item('Aral', ['de'])] },
    'brands/shop/convenience': {
      items: [item('SHELL', ['gb-eng'], { matchNames: ['Shell Select'] }), item('Oxxo', ['mx'])],
    },
    'brands/shop/clothes': { items: [item('Next', ['gb'])] },
    'operators/amenity/fuel': { items: [item('City of Leeds', ['gb'])] },
    'brands/amenity/cafe': { items: [item('星巴克', ['001'])] },
  },
};

describe('brands', () => {
  it('are read where they are met here, each name with all its trades, if a business pays them', () => {
    expect(brandsOf(index)).toEqual([
      { name: 'aral', trades: { VEHICLES: 1 } },
      { name: 'shell', trades: { VEHICLES: 1, MEALS: 1 } },
      { name: 'shell select', trades: { MEALS: 1 } },
    ]);
  });

  it('are written one a line, in the same order whatever the order of the index', () => {
    expect(formatBrands(brandsOf(index))).toBe(
      'aral\tVEHICLES:1\nshell\tMEALS:1 VEHICLES:1\nshell select\tMEALS:1\n',
    );
  });

  it('refuse what is no index', () => {
    expect(() => brandsOf('brands')).toThrow(TypeError);
    expect(() => brandsOf({ nsi: { 'brands/shop/books': null } })).toThrow(TypeError);
  });

  it('teach categories of the taxonomy only, in shares that add up to 1', () => {
    for (const { text, shares } of brandTexts(codes)) {
      expect(text).not.toBe('');
      expect(shares.every(([code]) => code >= 0)).toBe(true);
      expect(shares.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1);
    }
  });
});

describe('the general model', () => {
  const { categorize } = createCategorizer({
    globalModel: globalModel(),
    memory: createMemory(globalModel().categories),
  });

  it.each([
    ['TRAVELODGE LEEDS CENTRAL', 'TRAVEL'],
    ['HALFORDS 0421', 'VEHICLES'],
    ['WAGAMAMA YORK', 'MEALS'],
    ['KWIK FIT 22', 'VEHICLES'],
    ['TOOLSTATION LTD', 'GOODS'],
    ['RYMAN LIMITED', 'OFFICE_SUPPLIES'],
  ])('knows the brand of %s, which nobody wrote down by hand', (text, category) => {
    const date = '2026-05-04';
    const paid = { text, amountMinor: 4_800n, currency: 'GBP', date, direction: 'OUT' } as const;
    const byHand = new Set(wellKnown(codes).flatMap(({ text: known }) => wordsOf(known)));
    expect(wordsOf(text).filter((word) => byHand.has(word) && !isEmptyWord(word))).toEqual([]);
    expect(categorize(paid).category).toBe(category);
  });
});
