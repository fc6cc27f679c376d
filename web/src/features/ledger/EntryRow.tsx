import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Text } from '@chakra-ui/react';
import { formatDate } from '../../lib/format-date.ts';
import { DataCell, DataRow, RowLink } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import type { EntryRow_EntryFragment } from './EntryRow.generated.ts';

export const ENTRY_ROW: TypedDocumentNode<EntryRow_EntryFragment> = gql`
  fragment EntryRow_entry on JournalEntry {
    id
    sequence
    date
    description
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
  }
`;

export const entryColumns = [
  { label: 'No.' },
  { label: 'Entry' },
  { label: 'Date' },
  { label: 'Debit', align: 'end' },
  { label: 'Credit', align: 'end' },
] as const;

type Props = { readonly entry: FragmentType<EntryRow_EntryFragment> };

/** One entry with its postings. */
export function EntryRow({ entry }: Props) {
  const { data, complete } = useFragment({ fragment: ENTRY_ROW, from: entry });
  if (!complete) return null;
  const { id, sequence, date, description, postings } = data;
  const side = (wanted: 'DEBIT' | 'CREDIT') => postings.filter((each) => each.side === wanted);
  return (
    <DataRow>
      <DataCell label="No." narrow="hidden">
        {sequence}
      </DataCell>
      <DataCell label="Entry" narrow="start">
        <RowLink to={`/ledger/entries/${id}`}>{description}</RowLink>
      </DataCell>
      <DataCell label="Date" narrow="end">
        <Text as="span" whiteSpace="nowrap">
          {formatDate(date)}
        </Text>
      </DataCell>
      <DataCell label="Debit" align="end">
        <Amounts postings={side('DEBIT')} />
      </DataCell>
      <DataCell label="Credit" align="end">
        <Amounts postings={side('CREDIT')} />
      </DataCell>
    </DataRow>
  );
}

function Amounts({ postings }: { postings: EntryRow_EntryFragment['postings'] }) {
  return (
    <span>
      {postings.map(({ account, amount, side }) => (
        <Text as="span" display="block" key={`${account.id}/${side}/${amount.minor}`} fontSize="sm">
          <Text as="span" color="fg.muted">
            {account.name}
          </Text>{' '}
          <Money value={amount} />
        </Text>
      ))}
    </span>
  );
}
