import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { useRefetchSoon } from '../../apollo/use-refetch-soon.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import type { EntriesQuery, EntriesQueryVariables } from './EntriesPage.generated.ts';
import { EntryFilterBar } from './EntryFilterBar.tsx';
import { ENTRY_ROW, EntryRow, entryColumns } from './EntryRow.tsx';
import { readEntryFilters, toEntryFilter } from './entry-filters.ts';
import { LedgerActions } from './LedgerActions.tsx';
import { LedgerViews } from './LedgerViews.tsx';
import { LEDGER_POSTED } from './ledger-posted.ts';

export const ENTRIES: TypedDocumentNode<EntriesQuery, EntriesQueryVariables> = gql`
  query Entries($filter: JournalEntryFilter, $after: String) {
    journalEntries(first: 50, filter: $filter, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          ...EntryRow_entry
        }
      }
    }
  }
  ${ENTRY_ROW}
`;

/** The journal, newest first: all of it, or what the address asks for. Live. */
export function Component() {
  const [params] = useSearchParams();
  const filters = readEntryFilters(params);
  const filter = toEntryFilter(filters);
  const query = useQuery(ENTRIES, { variables: { filter } });
  const refetchSoon = useRefetchSoon(query.refetch);
  useSubscription(LEDGER_POSTED, { onData: refetchSoon, ignoreResults: true });
  return (
    <>
      <PageHeader title="Journal entries" actions={<LedgerActions />} />
      <LedgerViews />
      <EntryFilterBar filters={filters} />
      <Faces query={query} skeleton={<TableSkeleton what="the entries" />}>
        {({ journalEntries }) =>
          journalEntries.totalCount === 0 ? (
            <NoEntries isFiltered={filter !== null} />
          ) : (
            <>
              <DataTable label="Journal entries" columns={entryColumns}>
                {journalEntries.edges.map(({ node }) => (
                  <EntryRow key={node.id} entry={node} />
                ))}
              </DataTable>
              <LoadMore
                list={journalEntries}
                onMore={(after) => query.fetchMore({ variables: { after } })}
              />
            </>
          )
        }
      </Faces>
    </>
  );
}

function NoEntries({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState kind="no-match" title="No entry matches">
      Other dates or another account may show some.
    </EmptyState>
  ) : (
    <EmptyState kind="nothing-yet" title="The books are empty">
      Issue an invoice: its entry is posted by itself.
    </EmptyState>
  );
}
