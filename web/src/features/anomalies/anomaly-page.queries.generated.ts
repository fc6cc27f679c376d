/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type AnomalyPage_AnomalyFragment = { __typename: 'Anomaly', id: string, kind: Types.AnomalyKind, status: Types.AnomalyStatus, reason: string, rarity: number, date: string, occurredAt: string, reviewedAt: string | null, amount: { __typename: 'Money', minor: string, decimal: string, currency: string }, customer: { __typename: 'Customer', id: string, name: string } | null, entry: { __typename: 'JournalEntry', id: string } | null, payment: { __typename: 'Payment', id: string } | null, invoice: { __typename: 'Invoice', id: string } | null, evidence: Array<{ __typename: 'AnomalyEvidence', label: string, value: string, entry: { __typename: 'JournalEntry', id: string } | null, payment: { __typename: 'Payment', id: string } | null, invoice: { __typename: 'Invoice', id: string } | null }> } & { ' $fragmentName'?: 'AnomalyPage_AnomalyFragment' };

export type AnomalyPageQueryVariables = Exact<{
  id: string;
}>;


export type AnomalyPageQuery = { anomaly: { __typename: 'Anomaly', id: string, kind: Types.AnomalyKind, status: Types.AnomalyStatus, reason: string, rarity: number, date: string, occurredAt: string, reviewedAt: string | null, amount: { __typename: 'Money', minor: string, decimal: string, currency: string }, customer: { __typename: 'Customer', id: string, name: string } | null, entry: { __typename: 'JournalEntry', id: string } | null, payment: { __typename: 'Payment', id: string } | null, invoice: { __typename: 'Invoice', id: string } | null, evidence: Array<{ __typename: 'AnomalyEvidence', label: string, value: string, entry: { __typename: 'JournalEntry', id: string } | null, payment: { __typename: 'Payment', id: string } | null, invoice: { __typename: 'Invoice', id: string } | null }> } | null };

export type AnswerCameSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type AnswerCameSubscription = { anomalyReviewed: { __typename: 'Anomaly', id: string, status: Types.AnomalyStatus, reviewedAt: string | null } };

export type ReviewAnomalyMutationVariables = Exact<{
  input: Types.ReviewAnomalyInput;
}>;


export type ReviewAnomalyMutation = { reviewAnomaly:
    | { __typename: 'AnomalyReviewed', anomaly: { __typename: 'Anomaly', id: string, status: Types.AnomalyStatus, reviewedAt: string | null } }
    | { __typename: 'NotFound', code: string, message: string, field: string | null }
   };
