import { divideHalfEven } from '@finflow/shared/decimal';

/** A loan paid back in equal monthly payments. */
export type Terms = {
  /** Hundredths of a percent a year, above zero. */
  readonly yearlyRateBasisPoints: number;
  readonly months: number;
};

/**
 * The monthly payment for an amount, P r q / (q - 1) with q = (1 + r)^n and the monthly rate r = yearly rate / 12, in whole
 * numbers throughout; to the nearest minor unit.
 */
export function monthlyPayment(amountMinor: bigint, terms: Terms): bigint {
  const { paid, owed } = factors(terms);
  return divideHalfEven(amountMinor * paid, owed);
}

/** The amount that a monthly payment pays for, rounded down. */
export function amountFor(paymentMinor: bigint, terms: Terms): bigint {
  const { paid, owed } = factors(terms);
  return (paymentMinor * owed) / paid;
}

/** payment / amount as a fraction of whole numbers. A year has 12 months, a whole 10,000 basis points. */
function factors({ yearlyRateBasisPoints, months }: Terms) {
  const unit = 120_000n;
  const rate = BigInt(yearlyRateBasisPoints);
  const grown = (unit + rate) ** BigInt(months);
  return { paid: rate * grown, owed: unit * (grown - unit ** BigInt(months)) };
}
