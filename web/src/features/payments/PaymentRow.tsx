import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { formatInstant } from '../../lib/format-date.ts';
import { DataCell, DataRow, RowLink } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { PaymentStatusBadge } from '../../ui/PaymentStatusBadge.tsx';
import { describeMethod } from './describe-method.ts';
import type { PaymentRow_PaymentFragment } from './PaymentRow.generated.ts';

export const PAYMENT_ROW: TypedDocumentNode<PaymentRow_PaymentFragment> = gql`
  fragment PaymentRow_payment on Payment {
    id
    status
    createdAt
    amount {
      minor
      decimal
      currency
    }
    net {
      minor
      decimal
      currency
    }
    method {
      kind
      brand
      last4
    }
    invoice {
      id
      number
      customer {
        id
        name
      }
    }
  }
`;

export const paymentColumns = [
  { label: 'Invoice' },
  { label: 'Customer' },
  { label: 'Status' },
  { label: 'Begun' },
  { label: 'With' },
  { label: 'Amount', align: 'end' },
  { label: 'Net', align: 'end' },
] as const;

/** One payment of the list; draws itself anew when a live event changes it. */
export function PaymentRow({ payment }: { payment: FragmentType<PaymentRow_PaymentFragment> }) {
  const { data, complete } = useFragment({ fragment: PAYMENT_ROW, from: payment });
  if (!complete) return null;
  return (
    <DataRow>
      <DataCell label="Invoice" narrow="start">
        <RowLink to={`/payments/${data.id}`}>{data.invoice.number ?? 'Draft'}</RowLink>
      </DataCell>
      <DataCell label="Customer" narrow="below">
        {data.invoice.customer.name}
      </DataCell>
      <DataCell label="Status" narrow="end">
        <PaymentStatusBadge status={data.status} />
      </DataCell>
      <DataCell label="Begun">{formatInstant(data.createdAt)}</DataCell>
      <DataCell label="With" narrow="hidden">
        {describeMethod(data.method)}
      </DataCell>
      <DataCell label="Amount" align="end" narrow="end">
        <Money value={data.amount} />
      </DataCell>
      <DataCell label="Net" align="end" narrow="hidden">
        {data.net ? <Money value={data.net} /> : '–'}
      </DataCell>
    </DataRow>
  );
}
