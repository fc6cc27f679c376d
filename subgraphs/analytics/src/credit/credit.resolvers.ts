import { badInput } from '@finflow/shared/graphql/connection';
import { money } from '@finflow/shared/money';
import type {
  CreditFactorResolvers,
  CreditImprovementResolvers,
  CreditScorePointResolvers,
  CreditScoreResolvers,
  CreditScoreResultResolvers,
  LoanOfferResolvers,
  LoanOffersResolvers,
  LoanOffersResultResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import { bandOf } from './score.ts';
import { sentenceFor } from './sentence.ts';

/** A longer history is not asked of the books at once. */
const mostMonths = 24;
const reasonCount = 5;

const creditScore: NonNullable<QueryResolvers['creditScore']> = (_root, _args, { credit }) =>
  credit.report();

const creditScores: NonNullable<QueryResolvers['creditScores']> = (
  _root,
  { months },
  { credit },
) => {
  if (months < 1 || months > mostMonths) throw badInput(`months is from 1 to ${mostMonths}.`);
  return credit.history(months);
};

const loanOffers: NonNullable<QueryResolvers['loanOffers']> = (_root, _args, { credit }) =>
  credit.offers();

const CreditScoreResult: CreditScoreResultResolvers = {
  __resolveType: (result) => ('code' in result ? 'CreditScoreUnavailable' : 'CreditScore'),
};

const LoanOffersResult: LoanOffersResultResolvers = {
  __resolveType: (result) => ('code' in result ? 'CreditScoreUnavailable' : 'LoanOffers'),
};

const CreditScore: CreditScoreResolvers = {
  reasons: ({ factors }) => factors.slice(0, reasonCount),
  improvements: ({ improvements, currency }) =>
    improvements.map((improvement) => ({ ...improvement, currency })),
};

const CreditScorePoint: CreditScorePointResolvers = {
  band: ({ score }) => bandOf(score),
};

const CreditFactor: CreditFactorResolvers = {
  // What is endless or unknown has no number; the sentence says which.
  value: ({ value }) => (Number.isFinite(value) ? value : null),
  sentence: sentenceFor,
};

const CreditImprovement: CreditImprovementResolvers = {
  amount: ({ amountMinor, currency }) =>
    amountMinor === null ? null : money(amountMinor, currency),
};

const LoanOffers: LoanOffersResolvers = {
  band: ({ score }) => bandOf(score),
  isIllustrative: () => true,
  offers: ({ offers, currency }) => offers.map((offer) => ({ ...offer, currency })),
};

const LoanOffer: LoanOfferResolvers = {
  amount: ({ amountMinor, currency }) => money(amountMinor, currency),
  monthlyPayment: ({ monthlyPaymentMinor, currency }) => money(monthlyPaymentMinor, currency),
  totalInterest: ({ totalInterestMinor, currency }) => money(totalInterestMinor, currency),
};

export const creditQueries = { creditScore, creditScores, loanOffers };

export const creditTypes = {
  CreditScoreResult,
  LoanOffersResult,
  CreditScore,
  CreditScorePoint,
  CreditFactor,
  CreditImprovement,
  LoanOffers,
  LoanOffer,
};
