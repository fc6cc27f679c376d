/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type WaitingRow_TransactionFragment = { __typename: 'Transaction', id: string, text: string, date: string, needsReview: boolean, categorizedBy: Types.CategorySource | null, category: { __typename: 'Category', code: string, name: string } | null, amount: { __typename: 'Money', minor: string, decimal: string, currency: string }, suggestion: { __typename: 'CategorySuggestion', confidence: number, category: { __typename: 'Category', code: string, name: string }, alternatives: Array<{ __typename: 'CategoryChoice', confidence: number, category: { __typename: 'Category', code: string, name: string } }>, reasons: Array<{ __typename: 'CategoryReason', text: string }> } | null } & { ' $fragmentName'?: 'WaitingRow_TransactionFragment' };
