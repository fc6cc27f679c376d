import { Undo2 } from 'lucide-react';
import type { PaymentStatus } from '../../__generated__/schema.ts';
import { Allowed } from '../../apollo/Allowed.tsx';
import { SheetLink } from '../../ui/SheetLink.tsx';

const refundable: readonly PaymentStatus[] = ['COMPLETED', 'PARTIALLY_REFUNDED'];

/** Leads to the refund, where there is something to give back and the role allows it. */
export function RefundButton({ status }: { status: PaymentStatus }) {
  if (!refundable.includes(status)) return null;
  return (
    <Allowed right="payments:write">
      <SheetLink sheet="refund" variant="outline">
        <Undo2 size={16} aria-hidden /> Refund
      </SheetLink>
    </Allowed>
  );
}
