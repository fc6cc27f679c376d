import type { LocalDate } from '@finflow/shared/local-date';
import { compare, type Invoice } from './books.ts';
import { dayNumber } from './day-number.ts';

/** How a customer is invoiced, as far as history tells. */
export type Issuing = {
  readonly customerId: string;
  /** Invoices a day. */
  readonly rate: number;
  /** The amounts seen, newest last, at most `amountsKept`. */
  readonly amounts: readonly number[];
  /** Days from issue to due date, of the newest invoice. */
  readonly terms: number;
  /** Of the newest invoice. */
  readonly traits: readonly string[];
};

export type IssuingOptions = {
  /** After so many days an invoice counts for half. */
  readonly halfLifeDays: number;
};

const issuingOptions: IssuingOptions = { halfLifeDays: 365 };

const amountsKept = 60;

/**
 * The first invoice begins the time that is counted, so it says nothing of how soon the next one comes: a business that sent one today
 * doesn't send one every day. Until there is a month of history, what was invoiced is taken for a month's.
 */
const leastDays = 30;

/**
 * How often each customer is invoiced: a rate that forgets. Time counts from the organization's first invoice, for a new
 * customer was not one before; it is a month at least. Largest first.
 * @param invoices as `asKnownOn` gives them
 */
export function issuingByCustomer(
  invoices: readonly Invoice[],
  today: LocalDate,
  { halfLifeDays }: IssuingOptions = issuingOptions,
): Issuing[] {
  const [first] = invoices;
  if (!first) return [];
  const now = dayNumber(today);
  const decay = 0.5 ** (1 / halfLifeDays);
  const days = Math.max(leastDays, now - dayNumber(first.issuedOn) + 1);
  const watched = (1 - decay ** days) / (1 - decay);
  return [...Map.groupBy(invoices, ({ customerId }) => customerId)]
    .map(([customerId, own]) => {
      const weights = own.map(({ issuedOn }) => decay ** (now - dayNumber(issuedOn)));
      const newest = own.at(-1);
      return {
        customerId,
        rate: weights.reduce((a, b) => a + b, 0) / watched,
        amounts: own.slice(-amountsKept).map(({ amount }) => amount),
        terms: newest ? Math.max(0, dayNumber(newest.dueOn) - dayNumber(newest.issuedOn)) : 0,
        traits: newest?.traits ?? [],
      };
    })
    .toSorted((a, b) => volume(b) - volume(a) || compare(a.customerId, b.customerId));
}

/** Amount a day. */
export const volume = ({ rate, amounts }: Issuing): number => rate * average(amounts);

export function average(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(1, values.length);
}
