/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type EntryRow_EntryFragment = { __typename: 'JournalEntry', id: string, sequence: number, date: string, description: string, postings: Array<{ __typename: 'Posting', side: Types.PostingSide, account: { __typename: 'Account', id: string, code: string, name: string }, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } }> } & { ' $fragmentName'?: 'EntryRow_EntryFragment' };
