import type { AnomalyStatus as Status } from '../../__generated__/schema.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';

/** What people have said of it, in words. */
export function AnomalyStatus({ status }: { status: Status }) {
  switch (status) {
    case 'OPEN':
      return <StatusBadge tone="warn">To look at</StatusBadge>;
    case 'EXPECTED':
      return <StatusBadge tone="good">Expected</StatusBadge>;
    case 'CONFIRMED':
      return <StatusBadge tone="bad">Confirmed</StatusBadge>;
    default:
      return unreachable(status);
  }
}
