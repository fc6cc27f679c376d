import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { NewEntry, NewInvoice } from '../../apollo/NewLinks.tsx';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import type { EntriesQuery, EntriesQueryVariables } from './EntriesPage.generated.ts';
import { EntryFilterBar } from './EntryFilterBar.tsx';
import { ENTRY_ROW, EntryRow, entryColumns } from './EntryRow.tsx';
import { readEntryFilters, toEntryFilter } from './entry-filters.ts';
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
  useRefetchOn(LEDGER_POSTED, query.refetch);
  return (
    <>
      <PageHeader title="Journal entries" actions={<NewEntry />} />
      <LedgerViews />
      <EntryFilterBar filters={filters} />
      <Faces query={query} skeleton={<TableSkeleton what="the entries" />}>
        {({ journalEntries }) => (
          <PagedTable
            label="Journal entries"
            columns={entryColumns}
            list={journalEntries}
            onMore={(after) => query.fetchMore({ variables: { after } })}
            whenEmpty={<NoEntries isFiltered={filter !== null} />}
          >
            {(entry) => <EntryRow key={entry.id} entry={entry} />}
          </PagedTable>
        )}
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
    <EmptyState kind="nothing-yet" title="The books are empty" action={<NewInvoice />}>
      Issue an invoice: its entry is posted by itself.
    </EmptyState>
  );
}
