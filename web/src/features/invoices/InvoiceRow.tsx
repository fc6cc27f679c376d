import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { formatDate } from '../../lib/format-date.ts';
import { DataCell, DataRow, RowLink } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { InvoiceStatus } from './InvoiceStatus.tsx';
import type { InvoiceRow_InvoiceFragment } from './InvoiceRow.generated.ts';

export const INVOICE_ROW: TypedDocumentNode<InvoiceRow_InvoiceFragment> = gql`
  fragment InvoiceRow_invoice on Invoice {
    id
    number
    status
    isOverdue
    issueDate
    dueDate
    customer {
      id
      name
    }
    total {
      minor
      decimal
      currency
    }
    amountDue {
      minor
      decimal
      currency
    }
  }
`;

export const invoiceColumns = [
  { label: 'Number' },
  { label: 'Customer' },
  { label: 'Status' },
  { label: 'Issued' },
  { label: 'Due' },
  { label: 'Total', align: 'end' },
  { label: 'Open', align: 'end' },
] as const;

/** One invoice of the list; draws itself anew when a live event changes it. */
export function InvoiceRow({ invoice }: { invoice: FragmentType<InvoiceRow_InvoiceFragment> }) {
  const { data, complete } = useFragment({ fragment: INVOICE_ROW, from: invoice });
  if (!complete) return null;
  return (
    <DataRow>
      <DataCell label="Number" narrow="start">
        <RowLink to={`/invoices/${data.id}`}>{data.number ?? 'Draft'}</RowLink>
      </DataCell>
      <DataCell label="Customer" narrow="below">
        {data.customer.name}
      </DataCell>
      <DataCell label="Status" narrow="end">
        <InvoiceStatus status={data.status} isOverdue={data.isOverdue} />
      </DataCell>
      <DataCell label="Issued" narrow="hidden">
        {data.issueDate ? formatDate(data.issueDate) : '–'}
      </DataCell>
      <DataCell label="Due">{formatDate(data.dueDate)}</DataCell>
      <DataCell label="Total" align="end" narrow="end">
        <Money value={data.total} />
      </DataCell>
      <DataCell label="Open" align="end">
        <Money value={data.amountDue} color={data.isOverdue ? 'fg.error' : 'fg'} />
      </DataCell>
    </DataRow>
  );
}
