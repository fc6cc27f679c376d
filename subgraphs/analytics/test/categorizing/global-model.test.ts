import { describe, expect, it } from '@jest/globals';
import { categories } from '../../src/categories/taxonomy.ts';
import { createCategorizer } from '../../src/categorizing/categorizer.ts';
import { globalModel } from '../../src/categorizing/global-model.ts';
import { createMemory } from '../../src/categorizing/memory.ts';
import type { Transaction } from '../../src/categorizing/purchase.ts';
import { madeUpNames } from '../../training/categories/made-up-names.ts';

const setUp = () => {
  const memory = createMemory(globalModel().categories);
  return { memory, ...createCategorizer({ globalModel: globalModel(), memory }) };
};

const paid = (text: string): Transaction => ({
  text,
  amountMinor: 4_800n,
  currency: 'EUR',
  date: '2026-05-04',
  direction: 'OUT',
});

describe('the global model', () => {
  it('speaks of the default taxonomy', () => {
    expect(globalModel().categories).toEqual(categories.map(({ code }) => code));
  });

  it.each([
    ['SHELL FUEL STATION 1182', 'VEHICLES'],
    ['British Gas Electricity Ltd', 'UTILITIES'],
    ['Premier Inn Hotel Derby', 'TRAVEL'],
    ['Vodafone Telephone', 'TELECOMS'],
    ['DPD Couriers', 'SHIPPING'],
  ])('knows what %s is for, without having been told', (text, category) => {
    const { category: suggested, alternatives } = setUp().categorize(paid(text));
    expect([suggested, ...alternatives.map((choice) => choice.category)]).toContain(category);
    expect(suggested).toBe(category);
  });

  it('is sure of no name that nobody has, and surer of those it knows', () => {
    const sure = madeUpNames(200, 21).map((name) => setUp().categorize(paid(name)).confidence);
    expect(Math.max(...sure)).toBeLessThan(0.85);
    expect(sure.filter((confidence) => confidence > 0.5).length).toBeLessThan(20);
    expect(setUp().categorize(paid('Xqzt Blorp Ltd')).confidence).toBeLessThan(0.25);
    expect(setUp().categorize(paid('Shell')).confidence).toBeGreaterThan(0.85);
  });

  it('gives way to one correction', () => {
    const { categorize, memory } = setUp();
    const { text, date } = paid('Premier Inn Hotel Derby');
    memory.learn({
      text,
      date,
      amount: 48,
      category: 'MEALS',
      decidedOn: date,
      decidedBy: 'PERSON',
    });
    expect(categorize(paid('PREMIER INN HOTEL DERBY')).category).toBe('MEALS');
    expect(categorize(paid('PREMIER INN YORK')).category).toBe('MEALS');
    expect(categorize(paid('Vodafone Telephone')).category).toBe('TELECOMS');
  });
});
