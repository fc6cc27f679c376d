import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CreditForecastSubscription,
  CreditForecastSubscriptionVariables,
  CreditQuery,
  CreditQueryVariables,
} from './credit-page.queries.generated.ts';

export const CREDIT: TypedDocumentNode<CreditQuery, CreditQueryVariables> = gql`
  query Credit {
    creditScore {
      ... on CreditScore {
        asOf
        score
        band
        ordinaryScore
        factors {
          id
          name
          points
          sentence
        }
        improvements {
          kind
          sentence
          score
          gain
          amount {
            minor
            decimal
            currency
          }
        }
      }
      ... on CreditScoreUnavailable {
        code
        message
      }
    }
    creditScores(months: 12) {
      asOf
      score
    }
    loanOffers {
      ... on LoanOffers {
        offers {
          kind
          termMonths
          yearlyRateBasisPoints
          coverage
          amount {
            minor
            decimal
            currency
          }
          monthlyPayment {
            minor
            decimal
            currency
          }
          totalInterest {
            minor
            decimal
            currency
          }
        }
        declined {
          code
          message
        }
      }
    }
  }
`;

/** A forecast follows whatever changes the books, once analytics has heard of it. */
export const CREDIT_FORECAST: TypedDocumentNode<
  CreditForecastSubscription,
  CreditForecastSubscriptionVariables
> = gql`
  subscription CreditForecast {
    forecastUpdated {
      id
    }
  }
`;

type Result = NonNullable<CreditQuery['creditScore']>;
type OffersResult = NonNullable<CreditQuery['loanOffers']>;

export type Score = Extract<Result, { __typename: 'CreditScore' }>;
export type Factor = Score['factors'][number];
export type Improvement = Score['improvements'][number];
export type ScorePoint = CreditQuery['creditScores'][number];
export type Offers = Extract<OffersResult, { __typename: 'LoanOffers' }>;
export type Offer = Offers['offers'][number];
