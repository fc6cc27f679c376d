import { hashText } from './hash.ts';
import { merchantKey, wordsOf } from './normalize-text.ts';
import type { Example } from './soft-labels.ts';

export type Hidden = {
  /** What is trained on. */
  readonly shown: readonly Example[];
  /** Decisions about merchants of which nothing was shown. */
  readonly strangers: readonly Example[];
};

/**
 * Hides a fifth of the merchants, by their names' hash, so that what a model says of merchants it never met can be told from decisions that
 * are there. Merchants that only came later are strangers, too.
 */
export function hideMerchants(earlier: readonly Example[], later: readonly Example[]): Hidden {
  const isHidden = (merchant: string): boolean => hashText('hidden', merchant) % 5 === 0;
  const shown = earlier.filter((example) => !isHidden(merchantOf(example)));
  const met = new Set(shown.map(merchantOf));
  const counts = new Map<string, number>();
  const strangers = [...earlier, ...later].toReversed().filter((example) => {
    const merchant = merchantOf(example);
    if (met.has(merchant)) return false;
    const count = (counts.get(merchant) ?? 0) + 1;
    counts.set(merchant, count);
    return count <= mostCounted;
  });
  return { shown, strangers };
}

/** Of each merchant so many decisions count, the latest: the next stranger is no likelier to resemble one that was paid a thousand times. */
const mostCounted = 10;

export const merchantOf = ({ text }: Example): string => merchantKey(wordsOf(text));
