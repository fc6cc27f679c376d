import { locale } from '@finflow/shared/locale';
import type { AnomalyKind } from '../../__generated__/schema.ts';

/** What kind of odd it is, in a word or two. */
export const kindNames: Readonly<Record<AnomalyKind, string>> = {
  AMOUNT: 'Amount',
  FREQUENCY: 'Frequency',
  DUPLICATE: 'Duplicate',
  NEW_PAYEE: 'New payee',
  UNUSUAL_HOUR: 'Unusual hour',
  UNUSUAL_ACCOUNT: 'Unusual account',
  LEVEL_SHIFT: 'Level',
};

/** "About once in 1,300 records": how odd it is, from its probability. */
export function describeRarity(rarity: number): string {
  if (rarity < 1e-6) return 'Less than once in a million records';
  return `About once in ${counts.format(1 / rarity)} records`;
}

const counts = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
