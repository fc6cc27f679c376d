import type { InvoiceStatus as Status } from '../../__generated__/schema.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';

type Props = { readonly status: Status; readonly isOverdue: boolean };

/** Where an invoice stands, in one word. Late comes before everything else. */
export function InvoiceStatus({ status, isOverdue }: Props) {
  if (isOverdue) return <StatusBadge tone="bad">Overdue</StatusBadge>;
  switch (status) {
    case 'DRAFT':
      return <StatusBadge tone="neutral">Draft</StatusBadge>;
    case 'OPEN':
      return <StatusBadge tone="info">Open</StatusBadge>;
    case 'PARTIALLY_PAID':
      return <StatusBadge tone="warn">Partly paid</StatusBadge>;
    case 'PAID':
      return <StatusBadge tone="good">Paid</StatusBadge>;
    default:
      return unreachable(status);
  }
}
