/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { EntryRow_EntryFragment } from './EntryRow.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type EntriesQueryVariables = Exact<{
  filter?: Types.JournalEntryFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type EntriesQuery = { journalEntries: { __typename: 'JournalEntryConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, edges: Array<{ __typename: 'JournalEntryEdge', cursor: string, node: (
        { __typename: 'JournalEntry', id: string }
        & { ' $fragmentRefs'?: { 'EntryRow_EntryFragment': EntryRow_EntryFragment } }
      ) }> } };
