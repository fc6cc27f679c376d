import { exactKey, merchantKey, stemKey } from './normalize-text.ts';

/** How alike a remembered transaction is, from least to most. */
export const matches = [
  'SIMILAR_TEXT',
  'SAME_MERCHANT',
  'SAME_TEXT',
  'SIMILAR_AMOUNT',
  'SAME_AMOUNT',
] as const;
export type Match = (typeof matches)[number];

/** What a transaction is remembered by, on each level: the last two are the same text with an amount of the same size, and the same. */
export function memoryKeys(
  words: readonly string[],
  amount: number,
): Readonly<Record<Match, string>> {
  const text = exactKey(words);
  const size = Math.round(Math.log2(Math.abs(amount) + 1) * 2);
  return {
    SIMILAR_TEXT: stemKey(words),
    SAME_MERCHANT: merchantKey(words),
    SAME_TEXT: text,
    SIMILAR_AMOUNT: `${text}|${amount < 0 ? '-' : ''}${size}`,
    SAME_AMOUNT: `${text}|${amount.toFixed(2)}`,
  };
}
