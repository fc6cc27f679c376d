import { Button } from '@chakra-ui/react';
import { Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import type { PaymentStatus } from '../../__generated__/schema.ts';
import { useViewer } from '../../apollo/use-viewer.ts';

const refundable: readonly PaymentStatus[] = ['COMPLETED', 'PARTIALLY_REFUNDED'];

/** Leads to the refund, where there is something to give back and the role allows it. */
export function RefundButton({ status }: { status: PaymentStatus }) {
  const { can } = useViewer();
  if (!refundable.includes(status) || !can('payments:write')) return null;
  return (
    <Button asChild variant="outline">
      <Link to="?sheet=refund">
        <Undo2 size={16} aria-hidden /> Refund
      </Link>
    </Button>
  );
}
