import { formatMinor } from '@finflow/shared/format-money';
import { exponentOf } from '@finflow/shared/currencies';
import { amountFor, monthlyPayment } from './annuity.ts';
import { type Books, salesOf } from './books.ts';
import { bandOf, type ScoreBand } from './score.ts';

export type LoanKind = 'WORKING_CAPITAL' | 'TERM_LOAN';

/** Amounts in minor units. */
export type LoanOffer = {
  readonly kind: LoanKind;
  readonly amountMinor: bigint;
  readonly termMonths: number;
  readonly yearlyRateBasisPoints: number;
  readonly monthlyPaymentMinor: bigint;
  /** All payments less the amount. */
  readonly totalInterestMinor: bigint;
  /** A month's profit over the payment. */
  readonly coverage: number;
};

/** Why the policy offers nothing. */
export type NoOffer = {
  readonly code: 'SCORE_TOO_LOW' | 'HISTORY_TOO_SHORT' | 'NO_PROFIT' | 'AMOUNT_TOO_SMALL';
  readonly message: string;
};

type Product = {
  readonly kind: LoanKind;
  readonly termMonths: number;
  readonly leastHistoryMonths: number;
  /** On top of the band's rate: a longer time holds more that can go wrong. */
  readonly addedBasisPoints: number;
};

/** The policy, as it stands in the README: at most so many average months of sales, at so much a year. */
const limits: Partial<
  Record<ScoreBand, { readonly months: bigint; readonly basisPoints: number }>
> = {
  FAIR: { months: 1n, basisPoints: 1290 },
  GOOD: { months: 2n, basisPoints: 890 },
  EXCELLENT: { months: 3n, basisPoints: 690 },
};

const products: readonly Product[] = [
  { kind: 'WORKING_CAPITAL', termMonths: 6, leastHistoryMonths: 6, addedBasisPoints: 0 },
  { kind: 'TERM_LOAN', termMonths: 12, leastHistoryMonths: 6, addedBasisPoints: 50 },
  { kind: 'TERM_LOAN', termMonths: 24, leastHistoryMonths: 12, addedBasisPoints: 100 },
];

const leastHistoryMonths = 6;

/**
 * What the written policy offers a business with this score. No lender stands behind it. Payments take at most four fifths of an
 * average month's profit; amounts are whole hundreds of the currency's major unit, a thousand or more.
 */
export function loanOffersFor(books: Books, score: number): LoanOffer[] | NoOffer {
  const limit = limits[bandOf(score)];
  if (!limit) return { code: 'SCORE_TOO_LOW', message: 'Offers begin at a score of 550.' };
  if (books.historyMonths < leastHistoryMonths) {
    const message = `Offers need ${leastHistoryMonths} complete months of books.`;
    return { code: 'HISTORY_TOO_SHORT', message };
  }
  const profitMinor = (salesOf(books) - books.costsMinor) / monthsOf(books);
  if (profitMinor <= 0n) {
    const message = 'The last twelve months made no profit that could pay a loan back.';
    return { code: 'NO_PROFIT', message };
  }
  const offers = products
    .filter((product) => books.historyMonths >= product.leastHistoryMonths)
    .flatMap((product) => offer(books, product, { ...limit, profitMinor }));
  const message = `Profit pays for less than the smallest loan, ${formatMinor(leastMinor(books), books.currency)}.`;
  return offers.length > 0 ? offers : { code: 'AMOUNT_TOO_SMALL', message };
}

/** A thousand of the currency's major unit. */
const leastMinor = ({ currency }: Books): bigint => 1000n * majorOf(currency);

const majorOf = (currency: string): bigint => 10n ** BigInt(exponentOf(currency));

type Limit = {
  readonly months: bigint;
  readonly basisPoints: number;
  readonly profitMinor: bigint;
};

function offer(books: Books, product: Product, limit: Limit): LoanOffer[] {
  const { kind, termMonths: months } = product;
  const yearlyRateBasisPoints = limit.basisPoints + product.addedBasisPoints;
  const terms = { yearlyRateBasisPoints, months };
  const bySales = (salesOf(books) * limit.months) / monthsOf(books);
  const byProfit = amountFor((limit.profitMinor * 4n) / 5n, terms);
  const step = 100n * majorOf(books.currency);
  const amountMinor = ((bySales < byProfit ? bySales : byProfit) / step) * step;
  if (amountMinor < leastMinor(books)) return [];
  const monthlyPaymentMinor = monthlyPayment(amountMinor, terms);
  return [
    {
      kind,
      amountMinor,
      termMonths: months,
      yearlyRateBasisPoints,
      monthlyPaymentMinor,
      totalInterestMinor: monthlyPaymentMinor * BigInt(months) - amountMinor,
      coverage: Number(limit.profitMinor) / Number(monthlyPaymentMinor),
    },
  ];
}

const monthsOf = ({ salesByMonth }: Books): bigint => BigInt(salesByMonth.length);
