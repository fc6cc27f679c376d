import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { formatDate } from '../../lib/format-date.ts';
import { DataCell, DataRow, RowLink } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import type { AnomalyRow_AnomalyFragment } from './AnomalyRow.generated.ts';
import { AnomalyStatus } from './AnomalyStatus.tsx';
import { kindNames } from './anomaly-words.ts';

export const ANOMALY_ROW: TypedDocumentNode<AnomalyRow_AnomalyFragment> = gql`
  fragment AnomalyRow_anomaly on Anomaly {
    id
    kind
    status
    reason
    date
    amount {
      minor
      decimal
      currency
    }
  }
`;

export const anomalyColumns = [
  { label: 'What is odd' },
  { label: 'Kind' },
  { label: 'Status' },
  { label: 'Date' },
  { label: 'Amount', align: 'end' },
] as const;

/** One anomaly of the list; the sentence leads to its evidence. */
export function AnomalyRow({ anomaly }: { anomaly: FragmentType<AnomalyRow_AnomalyFragment> }) {
  const { data, complete } = useFragment({ fragment: ANOMALY_ROW, from: anomaly });
  if (!complete) return null;
  return (
    <DataRow>
      <DataCell label="What is odd" narrow="start">
        <RowLink to={`/anomalies/${data.id}`}>{data.reason}</RowLink>
      </DataCell>
      <DataCell label="Kind">{kindNames[data.kind]}</DataCell>
      <DataCell label="Status" narrow="end">
        <AnomalyStatus status={data.status} />
      </DataCell>
      <DataCell label="Date">{formatDate(data.date)}</DataCell>
      <DataCell label="Amount" align="end">
        <Money value={data.amount} />
      </DataCell>
    </DataRow>
  );
}
