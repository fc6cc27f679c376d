import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountTokens } from '../../src/categorizing/amount-tokens.ts';
import { exactKey, merchantKey, stemKey, wordsOf } from '../../src/categorizing/normalize-text.ts';
import { toPurchase } from '../../src/categorizing/purchase.ts';
import { tokenizeText } from '../../src/categorizing/tokenize.ts';

describe('the words of a text', () => {
  it('are lower case, without accents and punctuation, with their digits', () => {
    expect(wordsOf('SQ *CAFÉ-24, Leeds')).toEqual(['sq', 'cafe', '24', 'leeds']);
  });

  it('make keys of a text, of a merchant and of what it begins with', () => {
    const words = wordsOf('Amazon UK Marketplace 123');
    expect([exactKey(words), merchantKey(words), stemKey(words)]).toEqual([
      'amazon uk marketplace 123',
      'amazon uk marketplace',
      'amazon uk',
    ]);
    expect(merchantKey(['4711'])).toBe('4711');
  });
});

describe('the tokens of a text', () => {
  it('are the same for the same words, whatever stands between them', () => {
    expect(tokenizeText('Shell, Leeds')).toEqual(tokenizeText('SHELL  LEEDS'));
  });

  it('are of length 1 in each of two blocks, for any text with a word', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 300, unit: 'binary', size: 'max' }),
        (text) => {
          const square = tokenizeText(text).weights.reduce(
            (sum, weight) => sum + weight * weight,
            0,
          );
          expect(square).toBeCloseTo(wordsOf(text).length > 0 ? 2 : 1, 5);
        },
      ),
    );
  });

  it('are bounded, however long the text is', () => {
    expect(tokenizeText(`${'x'.repeat(5_000)} `.repeat(100)).hashes.length).toBeLessThan(6_000);
  });
});

describe('the tokens of an amount', () => {
  it('tell refunds from payments, and round amounts from others', () => {
    const shared = (one: number, other: number) =>
      amountTokens(['shell'], one).filter((token) => amountTokens(['shell'], other).includes(token))
        .length;
    expect(shared(40, 40)).toBe(8);
    expect(shared(40, -40)).toBe(2);
    expect(shared(40.01, 40.02)).toBe(4);
  });

  it('come from minor units by the currency, negative when money came in', () => {
    const of = (currency: string, direction: 'IN' | 'OUT') =>
      toPurchase({ text: 'x', amountMinor: 1_250n, currency, date: '2026-01-01', direction })
        .amount;
    expect([of('EUR', 'OUT'), of('EUR', 'IN'), of('JPY', 'OUT')]).toEqual([12.5, -12.5, 1250]);
  });
});
