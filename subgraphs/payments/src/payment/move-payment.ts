import { newId } from '@finflow/shared/ids';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import type { Em } from '../database.ts';
import { timeZoneOf } from '../organization/time-zone-of.ts';
import type { Room } from '../room.ts';
import { nextCheckInMs } from './next-check.ts';
import { PaymentActivity } from './payment-activity.entity.ts';
import { announcement, type Moved } from './payment-events.ts';
import {
  isCaptured,
  transition,
  type PaymentEvent,
  type PaymentState,
  type Transition,
} from './payment-machine.ts';
import type { Payment } from './payment.entity.ts';

export type Cause = {
  /** A provider's event type, or what was done in the house. */
  readonly cause: string;
  readonly message?: string | null | undefined;
};

/**
 * Moves a locked payment by an event: state, history and outgoing events in the caller's transaction.
 * An event that can't move it changes nothing, and the answer says why.
 */
export async function movePayment(
  em: Em,
  moved: Moved,
  event: PaymentEvent & Cause,
  room: Pick<Room, 'clock' | 'random'>,
): Promise<Transition> {
  const { payment } = moved;
  const result = transition(stateOf(payment), event);
  if (result.kind === 'ignored') return result;
  const wasCaptured = isCaptured(payment.status);
  const { status, refundedMinor, failureReference } = result.state;
  if (event.kind === 'succeeded') payment.completedAt = room.clock.now();
  Object.assign(payment, { status, refundedMinor, failureReference, checks: 0 });
  // Of a captured payment a refund may still be on its way: the janitor itself says when nothing is awaited any more.
  if (!wasCaptured) scheduleCheck(payment, room);
  addActivity(em, payment, event, room);
  await em.flush();
  const calendar = { clock: room.clock, timeZone: await timeZoneOf(em, payment) };
  await recordEvents(
    em,
    result.effects.map((effect) => announcement(effect, moved, calendar)),
  );
  return result;
}

const stateOf = (payment: Payment): PaymentState => ({
  status: payment.status,
  amountMinor: payment.amountMinor,
  refundedMinor: payment.refundedMinor,
  failureReference: payment.failureReference ?? null,
});

/** Writes a line of the payment's history. */
export function addActivity(
  em: Em,
  payment: Payment,
  { cause, message }: Cause,
  { clock }: Pick<Room, 'clock'>,
): void {
  const at = clock.now();
  em.create(PaymentActivity, {
    id: newId(at.getTime()),
    organizationId: payment.organizationId,
    paymentId: payment.id,
    status: payment.status,
    at,
    cause,
    message: message ?? null,
  });
}

/** Sets when the janitor asks the provider, should no webhook come before. */
export function scheduleCheck(payment: Payment, { clock, random }: Pick<Room, 'clock' | 'random'>) {
  const waitMs = nextCheckInMs(payment, random());
  payment.nextCheckAt = waitMs === null ? null : new Date(clock.now().getTime() + waitMs);
}
