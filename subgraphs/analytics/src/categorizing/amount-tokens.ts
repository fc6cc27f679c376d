import { hashText } from './hash.ts';
import { exactKey, merchantKey } from './normalize-text.ts';

/**
 * Tokens of an amount, alone and together with the text: its size on a logarithmic scale, how round it is, and the amount itself,
 * which finds fees, subscriptions and rents again. All weigh the same.
 */
export function amountTokens(words: readonly string[], amount: number): number[] {
  const size = Math.abs(amount);
  const sign = amount < 0 ? '-' : '+';
  const coarse = `${sign}${Math.round(Math.log2(size + 1) * 1.5)}`;
  const fine = `${sign}${Math.round(Math.log2(size + 1) * 3)}`;
  const merchant = merchantKey(words);
  const exact = amount.toFixed(2);
  const tokens = [
    hashText('a', coarse),
    hashText('af', `${coarse} ${words[0] ?? ''}`),
    hashText('am', `${coarse} ${merchant}`),
    hashText('an', `${fine} ${merchant}`),
    hashText('ae', exact),
    hashText('ax', `${exact} ${exactKey(words)}`),
  ];
  const round = roundness(size);
  if (round > 0) tokens.push(hashText('ar', `${round}`), hashText('as', `${round} ${merchant}`));
  return tokens;
}

function roundness(size: number): number {
  if (size % 100 === 0) return 100;
  if (size % 10 === 0) return 10;
  return size % 1 === 0 ? 1 : 0;
}
