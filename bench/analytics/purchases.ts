import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Fact, toFact } from '@finflow/analytics/anomaly/fact';
import { addDays, daysBetween } from '@finflow/shared/local-date';
import { byDate } from './by-date.ts';

/** One purchase by card, and what was done to it: nothing, or one kind of anomaly. */
export type Purchase = {
  readonly date: string;
  readonly text: string;
  readonly amountMinor: bigint;
  readonly account: string;
  readonly unit: string;
  readonly injected: '' | 'amount' | 'account' | 'duplicate';
};

/** Birmingham's purchase cards from 2017 on, in the order of their dates. */
export function readPurchases(folder: string): Purchase[] {
  const packed = readFileSync(`${folder}/categories/birmingham-accounts.tsv.gz`);
  const lines = gunzipSync(packed).toString().trim().split('\n').slice(1);
  return lines
    .map((line) => line.split('\t'))
    .filter(([split]) => split === 'test')
    .map(([, date = '', text = '', amount = '0', account = '', unit = '']) => ({
      date,
      text,
      amountMinor: BigInt(Math.round(Number(amount) * 100)),
      account,
      unit,
      injected: '' as const,
    }))
    .toSorted(byDate);
}

/**
 * Puts anomalies in, one purchase in a hundred of each kind: the amount five to fifteen times, another account, the same again within three
 * days. Research/ml.md's recipe.
 */
export function inject(purchases: readonly Purchase[], random: () => number): Purchase[] {
  const accounts = [...new Set(purchases.map(({ account }) => account))];
  return purchases
    .flatMap((purchase): Purchase[] => {
      const draw = random();
      if (draw < 0.01) {
        const times = Math.round(100 * (5 + 10 * random()));
        const amountMinor = (purchase.amountMinor * BigInt(times)) / 100n;
        return [{ ...purchase, amountMinor, injected: 'amount' }];
      }
      if (draw < 0.02) {
        const others = accounts.filter((account) => account !== purchase.account);
        const account = others[Math.floor(random() * others.length)] ?? purchase.account;
        return [{ ...purchase, account, injected: 'account' }];
      }
      if (draw >= 0.03) return [purchase];
      const date = addDays(purchase.date, Math.floor(random() * 4));
      return [purchase, { ...purchase, date, injected: 'duplicate' }];
    })
    .toSorted(byDate);
}

/** A purchase as the read model has it: an entry that people made. */
export function toEntry(purchase: Purchase, place: number): Fact {
  const { date, text, amountMinor, account } = purchase;
  const id = `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
  return toFact({
    id,
    source: 'ENTRY',
    atMs: Date.parse(`${date}T09:00:00Z`),
    date,
    currency: 'GBP',
    amountMinor: amountMinor < 0n ? -amountMinor : amountMinor,
    isIncoming: amountMinor < 0n,
    accountCode: account,
    text,
    customerId: null,
    entryId: id,
    paymentId: null,
    invoiceId: null,
    invoiceTotalMinor: null,
    hasHour: false,
    withdrawnAtMs: null,
  });
}

/** Weeks from the first to the last. */
export const weeksOf = (purchases: readonly Purchase[]): number =>
  daysBetween(purchases[0]?.date ?? '', purchases.at(-1)?.date ?? '') / 7;

/** Numbers from 0 to 1 that are the same at each run (a linear congruence, Numerical Recipes). */
export function sameNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
