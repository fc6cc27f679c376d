/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { WaitingRow_TransactionFragment } from './WaitingRow.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type CategorizeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CategorizeQuery = { transactions: { __typename: 'TransactionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, edges: Array<{ __typename: 'TransactionEdge', cursor: string, node: (
        { __typename: 'Transaction', id: string, text: string, needsReview: boolean, suggestion: { __typename: 'CategorySuggestion', confidence: number, category: { __typename: 'Category', code: string } } | null }
        & { ' $fragmentRefs'?: { 'WaitingRow_TransactionFragment': WaitingRow_TransactionFragment } }
      ) }> }, categorySettings: { __typename: 'CategorySettings', threshold: number }, everything: { __typename: 'TransactionConnection', totalCount: number } };

export type CategoryDecidedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type CategoryDecidedSubscription = { transactionCategorized: { __typename: 'Transaction', id: string, needsReview: boolean, categorizedBy: Types.CategorySource | null, category: { __typename: 'Category', code: string, name: string } | null } };
