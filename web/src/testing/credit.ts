import { eur } from './invoices.ts';

type Factor = { readonly id: string; readonly name: string; readonly points: number };

const factors: readonly Factor[] = [
  { id: 'LATE_RECEIVABLES', name: 'Paid late', points: -41 },
  { id: 'CASH_COVER', name: 'Months of costs in cash', points: 33 },
  { id: 'PROFIT_TO_DEBT', name: 'Profit to debts', points: 28 },
  { id: 'LARGEST_CUSTOMER', name: 'Largest customer', points: -12 },
  { id: 'HISTORY', name: 'Months of books', points: 20 },
  { id: 'NET_MARGIN', name: 'Net margin', points: 0 },
];

const score = {
  __typename: 'CreditScore',
  asOf: '2026-11-22',
  score: 656,
  band: 'GOOD',
  ordinaryScore: 628,
  factors: factors.map((factor) => ({
    __typename: 'CreditFactor',
    ...factor,
    sentence: `${factor.name} in words.`,
  })),
  improvements: [
    {
      __typename: 'CreditImprovement',
      kind: 'COLLECT_OVERDUE',
      sentence: 'Collect what is overdue.',
      amount: eur(1234500n),
      score: 690,
      gain: 34,
    },
    {
      __typename: 'CreditImprovement',
      kind: 'SPREAD_CUSTOMERS',
      sentence: 'Sell as much, but no more than a quarter of it to one customer.',
      amount: null,
      score: 668,
      gain: 12,
    },
  ],
};

const offers = {
  __typename: 'LoanOffers',
  declined: null,
  offers: [
    {
      __typename: 'LoanOffer',
      kind: 'TERM_LOAN',
      termMonths: 12,
      yearlyRateBasisPoints: 940,
      coverage: 1.27,
      amount: eur(1140000n),
      monthlyPayment: eur(99912n),
      totalInterest: eur(58944n),
    },
  ],
};

const point = (asOf: string, reached: number) => ({
  __typename: 'CreditScorePoint',
  asOf,
  score: reached,
});

/** A business with two years of books. */
export const plentyOfCredit = {
  creditScore: score,
  creditScores: [point('2026-09-30', 610), point('2026-10-31', 598), point('2026-11-22', 656)],
  loanOffers: offers,
};

/** One that has its first score, and nothing that a policy would lend on. */
export const littleCredit = {
  creditScore: { ...score, score: 512, band: 'WEAK', improvements: [] },
  creditScores: [point('2026-11-22', 512)],
  loanOffers: {
    ...offers,
    offers: [],
    declined: {
      __typename: 'LoanOffersDeclined',
      code: 'SCORE_TOO_LOW',
      message: 'Offers begin at a score of 550.',
    },
  },
};

const unavailable = {
  __typename: 'CreditScoreUnavailable',
  code: 'TOO_LITTLE_HISTORY',
  message: 'A score needs 3 complete months of books. There is 1 complete month so far.',
};

/** One that has only begun. */
export const noCreditYet = {
  creditScore: unavailable,
  creditScores: [],
  loanOffers: unavailable,
};
