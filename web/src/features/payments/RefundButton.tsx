import { Undo2 } from 'lucide-react';
import type { PaymentStatus } from '../../__generated__/schema.ts';
import { useViewer } from '../../apollo/use-viewer.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

const refundable: readonly PaymentStatus[] = ['COMPLETED', 'PARTIALLY_REFUNDED'];

/** Leads to the refund, where there is something to give back and the role allows it. */
export function RefundButton({ status }: { status: PaymentStatus }) {
  const { can } = useViewer();
  if (!refundable.includes(status) || !can('payments:write')) return null;
  return (
    <LinkButton to="?sheet=refund" variant="outline">
      <Undo2 size={16} aria-hidden /> Refund
    </LinkButton>
  );
}
