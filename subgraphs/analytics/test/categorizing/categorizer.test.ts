import { describe, expect, it } from '@jest/globals';
import { createCategorizer } from '../../src/categorizing/categorizer.ts';
import { asGiven } from '../../src/categorizing/confidence.ts';
import { createMemory, type Decision } from '../../src/categorizing/memory.ts';
import type { Transaction } from '../../src/categorizing/purchase.ts';
import { isConfident } from '../../src/categorizing/suggestion.ts';
import type { TextModel } from '../../src/categorizing/text-model.ts';

const categories = ['MEALS', 'RENT', 'SOFTWARE', 'TRAVEL', 'VEHICLES'];

/** Knows nothing but that most money goes for travel. */
const prior: TextModel = {
  version: 'prior',
  categories,
  predict: () => Float64Array.from([0.2, 0.1, 0.1, 0.4, 0.2]),
  explain: (purchase) => ({
    words: purchase.text.split(' ').map((word, i) => ({ word, score: 2 / (i + 1) })),
    amountScore: 0,
  }),
  knows: (word) => word !== 'quibblex',
};

const transaction = (text: string, amountMinor = 1_250n): Transaction => ({
  text,
  amountMinor,
  currency: 'EUR',
  date: '2026-05-04',
  direction: 'OUT',
});

const decision = (text: string, category: string, more: Partial<Decision> = {}): Decision => ({
  text,
  amount: 12.5,
  date: '2026-05-01',
  category,
  decidedOn: '2026-05-02',
  decidedBy: 'PERSON',
  ...more,
});

const setUp = (...decisions: Decision[]) => {
  const memory = createMemory(categories);
  for (const each of decisions) memory.learn(each);
  return { memory, ...createCategorizer({ globalModel: prior, memory }) };
};

describe('the categorizer', () => {
  it('says what the model says of a text that nobody has decided about', () => {
    const { categorize } = setUp();
    expect(categorize(transaction('HOTEL ASTORIA'))).toEqual({
      category: 'TRAVEL',
      confidence: 0.4,
      claim: { probability: 0.4, isKnown: false },
      alternatives: [
        { category: 'MEALS', confidence: 0.2 },
        { category: 'VEHICLES', confidence: 0.2 },
        { category: 'RENT', confidence: 0.1 },
      ],
      reasons: [{ kind: 'WORDS', words: ['HOTEL', 'ASTORIA'], share: 1 }],
    });
  });

  it('names no words that tell nobody anything as reasons: legal forms, small words, and those that move little', () => {
    const { categorize } = setUp();
    const words = (text: string) =>
      categorize(transaction(text)).reasons.flatMap((reason) =>
        reason.kind === 'WORDS' ? [reason.words] : [],
      );
    expect(words('gmbh hotel astoria')).toEqual([['hotel']]);
    expect(words('of ltd')).toEqual([]);
  });

  it('names no word that no model knows, and says that the name as a whole looks like it where nothing else does', () => {
    const { categorize, memory } = setUp();
    const reasons = (text: string) => categorize(transaction(text)).reasons;
    expect(reasons('quibblex hotel')).toMatchObject([{ kind: 'WORDS', words: ['hotel'] }]);
    expect(reasons('quibblex')).toEqual([{ kind: 'WHOLE_NAME', category: 'TRAVEL' }]);
    const own: TextModel = { ...prior, version: 'own', knows: (word) => word === 'quibblex' };
    const beside = createCategorizer({ globalModel: prior, memory, tenantModel: own });
    expect(beside.categorize(transaction('quibblex')).reasons).toMatchObject([{ kind: 'WORDS' }]);
    memory.learn(decision('quibblex', 'MEALS'));
    expect(reasons('quibblex')).toMatchObject([{ kind: 'PAST_DECISIONS' }]);
  });

  it('takes up one correction for the same text at once, and names it as the reason', () => {
    const { categorize, memory } = setUp();
    memory.learn(decision('Pizzeria Roma', 'MEALS'));
    const suggestion = categorize(transaction('PIZZERIA ROMA'));
    expect(suggestion.category).toBe('MEALS');
    expect(suggestion.confidence).toBeGreaterThan(0.8);
    expect(suggestion.reasons[0]).toEqual({
      kind: 'PAST_DECISIONS',
      match: 'SAME_TEXT',
      count: 1,
      lastDecidedOn: '2026-05-02',
    });
  });

  it('takes it up for the same merchant in another shop, less surely', () => {
    const { categorize } = setUp(decision('SHELL 1234', 'VEHICLES'));
    const same = categorize(transaction('SHELL 1234'));
    const other = categorize(transaction('SHELL 98 LEEDS', 999n));
    expect(same.category).toBe('VEHICLES');
    expect(categorize(transaction('SHELL 4711', 999n)).category).toBe('VEHICLES');
    expect(other.confidence).toBeLessThan(same.confidence);
  });

  it('lets one correction overrule what the books said many times', () => {
    const books = Array.from({ length: 40 }, () =>
      decision('ACME LTD', 'RENT', { decidedBy: 'BOOKS', decidedOn: '2026-04-30' }),
    );
    expect(setUp(...books).categorize(transaction('ACME LTD')).category).toBe('RENT');
    const corrected = setUp(...books, decision('ACME LTD', 'SOFTWARE'));
    expect(corrected.categorize(transaction('ACME LTD')).category).toBe('SOFTWARE');
  });

  it('holds a word of a person against two entries of the books after it, not against four', () => {
    const asked = (count: number) =>
      setUp(
        decision('ACME LTD', 'RENT'),
        ...Array.from({ length: count }, () =>
          decision('ACME LTD', 'SOFTWARE', { decidedBy: 'BOOKS', decidedOn: '2026-05-03' }),
        ),
      ).categorize(transaction('ACME LTD')).category;
    expect([asked(2), asked(4)]).toEqual(['RENT', 'SOFTWARE']);
  });

  it('forgets by halves what was decided long ago', () => {
    const saidOn = (decidedOn: string) =>
      setUp(decision('ACME LTD', 'RENT', { decidedBy: 'BOOKS', decidedOn })).memory.recall({
        text: 'ACME LTD',
        amount: 12.5,
        date: '2026-05-04',
      });
    const worth = (decidedOn: string) =>
      saidOn(decidedOn).find(({ match }) => match === 'SAME_TEXT')?.counts.total;
    expect(worth('2026-05-04')).toBe(1);
    expect(worth('2025-05-04')).toBeCloseTo(0.5, 9);
    expect(worth('2024-05-04')).toBeCloseTo(0.25, 2);
  });

  it('needs one decision about a text, or two about another shop of the merchant, to change what the model says', () => {
    const confidentModel: TextModel = {
      ...prior,
      predict: () => Float64Array.from([0.05, 0.05, 0.05, 0.8, 0.05]),
    };
    const said = (text: string, ...decisions: Decision[]) => {
      const memory = createMemory(categories);
      for (const each of decisions) memory.learn(each);
      const { categorize } = createCategorizer({ globalModel: confidentModel, memory });
      return categorize(transaction(text, 7_700n)).category;
    };
    const byBooks = (text: string) => decision(text, 'RENT', { decidedBy: 'BOOKS' });
    expect(said('ACME 12')).toBe('TRAVEL');
    expect(said('ACME 12', byBooks('ACME 12'))).toBe('RENT');
    expect(said('ACME 98', byBooks('ACME 12'))).toBe('TRAVEL');
    expect(said('ACME 98', byBooks('ACME 12'), byBooks('ACME 7'))).toBe('RENT');
  });

  it('tells apart one merchant by amount', () => {
    const { categorize } = setUp(
      ...[1, 2, 3].flatMap(() => [
        decision('ACME LTD', 'RENT', { amount: 900, decidedBy: 'BOOKS' }),
        decision('ACME LTD', 'SOFTWARE', { amount: 20, decidedBy: 'BOOKS' }),
      ]),
    );
    expect(categorize(transaction('ACME LTD', 90_000n)).category).toBe('RENT');
    expect(categorize(transaction('ACME LTD', 2_000n)).category).toBe('SOFTWARE');
  });

  it('asks below the threshold of the organization', () => {
    const { categorize } = setUp(decision('Pizzeria Roma', 'MEALS'));
    expect(isConfident(categorize(transaction('Pizzeria Roma')), 0.7)).toBe(true);
    expect(isConfident(categorize(transaction('Kiosk')), 0.7)).toBe(false);
  });

  it('is as sure as answers allow, of merchants it knows and of strangers apart', () => {
    const { memory } = setUp(decision('Pizzeria Roma', 'MEALS'));
    const doubt = { base: -1, odds: 1, familiarity: 0 };
    const recalibration = { known: asGiven, strangers: doubt };
    const { categorize } = createCategorizer({ globalModel: prior, memory, recalibration });
    const plain = setUp(decision('Pizzeria Roma', 'MEALS')).categorize;
    const [stranger, known] = [transaction('Kiosk'), transaction('Pizzeria Roma')];
    expect(categorize(known)).toEqual(plain(known));
    expect(categorize(known).claim.isKnown).toBe(true);
    expect(categorize(stranger).confidence).toBeCloseTo(0.197, 3);
    expect(categorize(stranger)).toMatchObject({
      category: 'TRAVEL',
      claim: { probability: 0.4, isKnown: false },
    });
  });

  it('trusts the own model more, the more decisions it was trained on', () => {
    const own: TextModel = {
      ...prior,
      version: 'own',
      predict: () => Float64Array.from([0, 0, 1, 0, 0]),
    };
    const confidence = (decisions: number): number => {
      const memory = createMemory(categories);
      for (let i = 0; i < decisions; i += 1)
        memory.learn(decision(`Shop ${'x'.repeat(i % 9)}`, 'RENT'));
      const { categorize } = createCategorizer({ globalModel: prior, memory, tenantModel: own });
      const { category, alternatives, ...first } = categorize(transaction('Elsewhere'));
      const choices = [{ category, confidence: first.confidence }, ...alternatives];
      return choices.find((choice) => choice.category === 'SOFTWARE')?.confidence ?? 0;
    };
    expect([50, 200, 600].map((decisions) => confidence(decisions))).toEqual([
      expect.closeTo(0.28),
      expect.closeTo(0.55),
      expect.closeTo(0.775),
    ]);
  });

  it('refuses parts that have different categories, and decisions for others', () => {
    const memory = createMemory(['MEALS']);
    expect(() => createCategorizer({ globalModel: prior, memory })).toThrow(RangeError);
    expect(() => memory.learn(decision('x', 'RENT'))).toThrow(RangeError);
  });
});
