import type { Clock } from '@finflow/shared/clock';
import { type FinflowEvent, newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { lesserOf } from '@finflow/shared/money';
import type { PaymentStory } from './stories.ts';
import { today } from './books.ts';

export type PaidStory = PaymentStory & { readonly paymentId: string; readonly invoiceId: string };

/** The events that payments would publish about one payment. */
export function eventsOf(paid: PaidStory, organizationId: string, clock: Clock): FinflowEvent[] {
  const { paymentId, invoiceId, amountMinor, feeMinor, refunds, dispute } = paid;
  const envelope = { source: '/payments', subject: paymentId, organizationId };
  const common = { paymentId, invoiceId, currency: 'EUR' };
  const provider = 'STRIPE' as const;
  const completed = newEvent(
    'payment_completed',
    {
      ...envelope,
      data: {
        ...common,
        provider,
        amountMinor: amountMinor.toString(),
        feeMinor: feeMinor.toString(),
        completedOn: today,
      },
    },
    clock,
  );
  const refunded = refunds.map((refund) =>
    newEvent(
      'payment_refunded',
      {
        ...envelope,
        data: {
          ...common,
          provider,
          refundId: newId(),
          amountMinor: refund.toString(),
          totalRefundedMinor: refund.toString(),
          isFull: false,
          refundedOn: today,
        },
      },
      clock,
    ),
  );
  const disputeId = newId();
  const disputed = (phase: 'OPENED' | 'WON' | 'LOST', fee: bigint) =>
    newEvent(
      'payment_disputed',
      {
        ...envelope,
        data: {
          ...common,
          disputeId,
          phase,
          amountMinor: amountMinor.toString(),
          feeMinor: fee.toString(),
          disputedOn: today,
        },
      },
      clock,
    );
  const disputes = dispute
    ? [
        disputed('OPENED', dispute.feeMinor),
        ...(dispute.end === 'OPEN' ? [] : [disputed(dispute.end, 0n)]),
      ]
    : [];
  return [completed, ...refunded, ...disputes];
}

/** The same fact told again, as another event. */
export const toldAgain = (event: FinflowEvent): FinflowEvent => ({ ...event, id: newId() });

/** Where each cent of a payment must stand: by account code, debits positive. */
export function whereItStands({ amountMinor, feeMinor, refunds, dispute }: PaymentStory) {
  const refunded = refunds.reduce((sum, refund) => sum + refund, 0n);
  const taken = dispute ? amountMinor + dispute.feeMinor : 0n;
  const returned = dispute?.end === 'WON' ? amountMinor : 0n;
  const lost = dispute?.end === 'LOST' ? amountMinor : 0n;
  const beyond = lesserOf(refunded, lost); // What went out twice: by refund and by dispute.
  return {
    clearing: amountMinor - feeMinor - refunded - taken + returned,
    fees: feeMinor + (dispute?.feeMinor ?? 0n) + beyond,
    disputed: dispute?.end === 'OPEN' ? amountMinor : 0n,
    givenBack: refunded + lost - beyond,
  };
}
