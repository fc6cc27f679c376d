import type { Em } from '../database.ts';
import type { IntentOutcome } from '../providers/provider.ts';
import type { Room } from '../room.ts';
import { movePayment, type Cause } from './move-payment.ts';
import type { PaymentEvent, Transition } from './payment-machine.ts';
import { last4Place, type Payment } from './payment.entity.ts';

/** Brings a locked payment to what the provider says of it. */
export async function applySnapshot(
  em: Em,
  payment: Payment,
  outcome: IntentOutcome,
  { room, cause }: { readonly room: Room; readonly cause: string },
): Promise<Transition> {
  const event = toEvent(outcome);
  if (!event) return { kind: 'ignored', reason: 'duplicate' };
  if (outcome.kind === 'succeeded' && payment.completedAt === null) {
    payment.feeMinor = outcome.feeMinor;
    payment.providerChargeId = outcome.chargeId;
    payment.methodKind = outcome.paidBy.kind;
    payment.methodBrand = outcome.paidBy.brand;
    payment.lastFourSealed = seal(room, payment.id, outcome.paidBy.last4);
  }
  if (outcome.kind === 'processing') payment.methodKind = outcome.method;
  if (outcome.kind === 'failed') {
    payment.failureCode = outcome.code.slice(0, 64);
    payment.failureMessage = outcome.message.slice(0, 500);
  }
  return movePayment(em, { payment }, { ...event, cause, message: messageOf(outcome) }, room);
}

const seal = ({ cipher }: Room, paymentId: string, last4: string | null) =>
  last4 === null ? null : cipher.encrypt(last4, last4Place(paymentId));

const messageOf = (outcome: IntentOutcome): Cause['message'] =>
  outcome.kind === 'failed' ? outcome.message : null;

/** Null while nothing happened yet. */
function toEvent(outcome: IntentOutcome): PaymentEvent | null {
  switch (outcome.kind) {
    case 'awaiting_method':
      return null;
    case 'failed':
      return { kind: 'failed', reference: outcome.reference };
    case 'action_required':
    case 'processing':
    case 'succeeded':
    case 'cancelled':
      return { kind: outcome.kind };
    default:
      return outcome satisfies never;
  }
}
