import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { addDays } from '@finflow/shared/local-date';
import type { Embedding } from '../../src/categorizing/embedding.ts';
import { noWords } from '../../src/categorizing/word-vectors.ts';
import type { Example } from '../../src/categorizing/soft-labels.ts';

/** Knows nothing of any text. */
export const noEmbedding: Embedding = {
  version: 'none',
  width: 0,
  bits: 4,
  table: new Int8Array(0),
  words: noWords,
};

const trades: Readonly<Record<string, readonly string[]>> = {
  MEALS: ['pizzeria', 'cafe', 'bakery', 'restaurant'],
  TRAVEL: ['hotel', 'railway', 'airline', 'taxi'],
  VEHICLES: ['petrol', 'garage', 'tyres', 'parking'],
};
export const categories = Object.keys(trades);
const places = [
  'leeds',
  'york',
  'bath',
  'derby',
  'dover',
  'ely',
  'hull',
  'ripon',
  'truro',
  'wells',
];

/** Purchases over two years whose trade says the category; the place, the shop's number and the amount say nothing. */
export function madeUpPurchases(count: number, seed: number): Example[] {
  const random = seededNumbers(seed);
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random() * list.length)] ?? fallback;
  return Array.from({ length: count }, (_, i) => {
    const category = pick(categories, 'MEALS');
    const trade = pick(trades[category] ?? [], '');
    const text = `${trade.toUpperCase()} ${pick(places, '')} ${Math.floor(random() * 900)}`;
    return {
      text,
      amount: Math.round(random() * 9_000) / 100,
      date: addDays('2024-01-01', Math.floor((i * 730) / count)),
      category,
    };
  });
}
