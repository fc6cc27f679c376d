import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Stack, Text } from '@chakra-ui/react';
import { useParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { formatDate, formatInstant } from '../../lib/format-date.ts';
import { DataCell, DataRow, DataTable, RowLink } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import type { EntryPageQuery, EntryPageQueryVariables } from './EntryPage.generated.ts';
import { entriesPath } from './entry-filters.ts';

export const ENTRY_PAGE: TypedDocumentNode<EntryPageQuery, EntryPageQueryVariables> = gql`
  query EntryPage($id: ID!) {
    journalEntry(id: $id) {
      id
      sequence
      date
      kind
      description
      hash
      createdAt
      postings {
        side
        account {
          id
          code
          name
        }
        amount {
          minor
          decimal
          currency
        }
      }
      invoice {
        id
        number
      }
      payment {
        id
      }
      reversalOf {
        id
        sequence
      }
    }
  }
`;

type Entry = NonNullable<EntryPageQuery['journalEntry']>;

const back = { to: '/ledger/entries', label: 'Journal entries' };

const columns = [
  { label: 'Account' },
  { label: 'Debit', align: 'end' },
  { label: 'Credit', align: 'end' },
] as const;

/** One entry: its postings, where it came from, and the hash that chains it to the entry before. */
export function Component() {
  const { id = '' } = useParams();
  const query = useQuery(ENTRY_PAGE, { variables: { id } });
  return (
    <Faces query={query} skeleton={<PageSkeleton what="the entry" />}>
      {({ journalEntry }) => (journalEntry ? <Found entry={journalEntry} /> : <Missing />)}
    </Faces>
  );
}

function Found({ entry }: { entry: Entry }) {
  return (
    <>
      <PageHeader title={`Entry ${entry.sequence}`} lead={entry.description} back={back} />
      <Stack gap="5">
        <DataTable label="Postings" columns={columns}>
          {entry.postings.map(({ account, side, amount }) => (
            <DataRow key={`${account.id}/${side}/${amount.minor}`}>
              <DataCell label="Account" narrow="start">
                <RowLink to={entriesPath({ account: account.id })}>
                  {account.code} {account.name}
                </RowLink>
              </DataCell>
              <DataCell label="Debit" align="end">
                {side === 'DEBIT' ? <Money value={amount} /> : '–'}
              </DataCell>
              <DataCell label="Credit" align="end">
                {side === 'CREDIT' ? <Money value={amount} /> : '–'}
              </DataCell>
            </DataRow>
          ))}
        </DataTable>
        <Source entry={entry} />
      </Stack>
    </>
  );
}

function Source({ entry }: { entry: Entry }) {
  const { invoice, payment, reversalOf } = entry;
  return (
    <Panel title="Where it comes from">
      <Facts>
        <Fact label="Date">{formatDate(entry.date)}</Fact>
        <Fact label="Posted">{formatInstant(entry.createdAt)}</Fact>
        <Fact label="Kind">{entry.kind.replaceAll('_', ' ').toLowerCase()}</Fact>
        {invoice && (
          <Fact label="Invoice">
            <TextLink to={`/invoices/${invoice.id}`}>{invoice.number ?? 'Draft'}</TextLink>
          </Fact>
        )}
        {payment && (
          <Fact label="Payment">
            <TextLink to={`/payments/${payment.id}`}>Show the payment</TextLink>
          </Fact>
        )}
        {reversalOf && (
          <Fact label="Reverses">
            <TextLink to={`/ledger/entries/${reversalOf.id}`}>Entry {reversalOf.sequence}</TextLink>
          </Fact>
        )}
        <Fact label="Hash">
          <Text fontFamily="mono" fontSize="xs" wordBreak="break-all">
            {entry.hash}
          </Text>
        </Fact>
      </Facts>
    </Panel>
  );
}

function Missing() {
  return (
    <>
      <PageHeader title="Journal entry" back={back} />
      <EmptyState kind="no-match" title="This entry does not exist">
        Entries are never deleted: the address is mistyped, or belongs to another company.
      </EmptyState>
    </>
  );
}
