/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type EntryPageQueryVariables = Exact<{
  id: string;
}>;


export type EntryPageQuery = { journalEntry: { __typename: 'JournalEntry', id: string, sequence: number, date: string, kind: string, description: string, hash: string, createdAt: string, postings: Array<{ __typename: 'Posting', side: Types.PostingSide, account: { __typename: 'Account', id: string, code: string, name: string }, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, invoice: { __typename: 'Invoice', id: string, number: string | null } | null, payment: { __typename: 'Payment', id: string } | null, reversalOf: { __typename: 'JournalEntry', id: string, sequence: number } | null } | null };
