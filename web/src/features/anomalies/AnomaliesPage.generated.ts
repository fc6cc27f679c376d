/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { AnomalyRow_AnomalyFragment } from './AnomalyRow.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type AnomaliesQueryVariables = Exact<{
  filter?: Types.AnomalyFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AnomaliesQuery = { anomalies: { __typename: 'AnomalyConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, edges: Array<{ __typename: 'AnomalyEdge', cursor: string, node: (
        { __typename: 'Anomaly', id: string }
        & { ' $fragmentRefs'?: { 'AnomalyRow_AnomalyFragment': AnomalyRow_AnomalyFragment } }
      ) }> }, everything: { __typename: 'AnomalyConnection', totalCount: number } };

export type AnomalyFoundSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type AnomalyFoundSubscription = { anomalyDetected: (
    { __typename: 'Anomaly', id: string }
    & { ' $fragmentRefs'?: { 'AnomalyRow_AnomalyFragment': AnomalyRow_AnomalyFragment } }
  ) };

export type AnomalyAnsweredSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type AnomalyAnsweredSubscription = { anomalyReviewed: (
    { __typename: 'Anomaly', id: string }
    & { ' $fragmentRefs'?: { 'AnomalyRow_AnomalyFragment': AnomalyRow_AnomalyFragment } }
  ) };
