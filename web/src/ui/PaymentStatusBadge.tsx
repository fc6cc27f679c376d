import { unreachable } from '../lib/unreachable.ts';
import { StatusBadge } from './StatusBadge.tsx';

export type PaymentState =
  | 'PENDING'
  | 'PROCESSING'
  | 'REQUIRES_ACTION'
  | 'COMPLETED'
  | 'FAILED'
  | 'CANCELLED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'DISPUTED';

/** Where a payment stands, in words. */
export function PaymentStatusBadge({ status }: { status: PaymentState }) {
  switch (status) {
    case 'PENDING':
      return <StatusBadge tone="neutral">Begun</StatusBadge>;
    case 'PROCESSING':
      return <StatusBadge tone="info">Processing</StatusBadge>;
    case 'REQUIRES_ACTION':
      return <StatusBadge tone="warn">Waits for the customer</StatusBadge>;
    case 'COMPLETED':
      return <StatusBadge tone="good">Completed</StatusBadge>;
    case 'FAILED':
      return <StatusBadge tone="bad">Failed</StatusBadge>;
    case 'CANCELLED':
      return <StatusBadge tone="neutral">Cancelled</StatusBadge>;
    case 'PARTIALLY_REFUNDED':
      return <StatusBadge tone="warn">Partly refunded</StatusBadge>;
    case 'REFUNDED':
      return <StatusBadge tone="neutral">Refunded</StatusBadge>;
    case 'DISPUTED':
      return <StatusBadge tone="bad">Disputed</StatusBadge>;
    default:
      return unreachable(status);
  }
}
