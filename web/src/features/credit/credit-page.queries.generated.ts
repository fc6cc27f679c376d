/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type CreditQueryVariables = Exact<{ [key: string]: never; }>;


export type CreditQuery = { creditScore:
    | { __typename: 'CreditScore', asOf: string, score: number, band: Types.CreditBand, ordinaryScore: number, factors: Array<{ __typename: 'CreditFactor', id: string, name: string, points: number, sentence: string }>, improvements: Array<{ __typename: 'CreditImprovement', kind: Types.CreditImprovementKind, sentence: string, score: number, gain: number, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } | null }> }
    | { __typename: 'CreditScoreUnavailable', code: Types.CreditScoreGap, message: string }
   | null, creditScores: Array<{ __typename: 'CreditScorePoint', asOf: string, score: number }>, loanOffers:
    | { __typename: 'CreditScoreUnavailable' }
    | { __typename: 'LoanOffers', offers: Array<{ __typename: 'LoanOffer', kind: Types.LoanKind, termMonths: number, yearlyRateBasisPoints: number, coverage: number, amount: { __typename: 'Money', minor: string, decimal: string, currency: string }, monthlyPayment: { __typename: 'Money', minor: string, decimal: string, currency: string }, totalInterest: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, declined: { __typename: 'LoanOffersDeclined', code: Types.LoanOffersDecline, message: string } | null }
   | null };

export type CreditForecastSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type CreditForecastSubscription = { forecastUpdated: { __typename: 'Forecast', id: string } };
