import { addDays } from '@finflow/shared/local-date';
import { type Fact, type PlainFact, toFact } from '../../src/anomaly/fact.ts';

const start = '2024-01-01';
let made = 0;

/** An ordinary entry on day `day` since the first of January 2024; of it, a test says only what it cares for. */
export function fact(
  day: number,
  { timeZone, ...about }: Partial<PlainFact> & { readonly timeZone?: string } = {},
): Fact {
  made += 1;
  const date = addDays(start, day);
  const id = `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`;
  const plain = {
    id,
    source: 'ENTRY',
    date,
    atMs: Date.parse(`${date}T09:00:00Z`) + made,
    currency: 'EUR',
    amountMinor: 10_000n,
    isIncoming: false,
    accountCode: '6900',
    text: 'Van and electricity',
    customerId: null,
    entryId: id,
    paymentId: null,
    invoiceId: null,
    invoiceTotalMinor: null,
    hasHour: false,
    withdrawnAtMs: null,
    ...about,
  } as const;
  return toFact(plain, timeZone);
}

/** Money of a customer that came in. */
export const receipt = (day: number, customerId: string, about: Partial<PlainFact> = {}): Fact =>
  fact(day, {
    source: 'RECEIPT',
    isIncoming: true,
    accountCode: '',
    text: '',
    entryId: null,
    customerId,
    ...about,
  });

/** Two years of a small company: rent, wages, software, a timber yard and the rest, each at its day of the month. */
export function usualMonths(months: number, random: () => number): Fact[] {
  const around = (minor: number, share: number) =>
    BigInt(Math.round(minor * (1 + share * (2 * random() - 1))));
  return Array.from({ length: months }, (_, month) => month * 30)
    .flatMap((day) => [
      fact(day, { accountCode: '6000', text: 'Workshop rent', amountMinor: 128_000n }),
      fact(day + 4, { accountCode: '6200', text: 'Design software', amountMinor: 17_900n }),
      fact(day + 13, { accountCode: '5000', text: 'Timber', amountMinor: around(400_000, 0.3) }),
      fact(day + 20, { amountMinor: around(75_000, 0.15) }),
      fact(day + 24, { accountCode: '6100', text: 'Wages', amountMinor: 636_000n }),
    ])
    .toSorted((a, b) => a.atMs - b.atMs);
}

/** Numbers from 0 to 1 that are the same at each run (a linear congruence, Numerical Recipes). */
export function sameNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
