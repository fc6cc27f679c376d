import type { Clock } from '@finflow/shared/clock';
import { newEvent, type FinflowEvent } from '@finflow/shared/events/envelope';
import type { LocalDate } from '@finflow/shared/local-date';
import { localDateIn, type TimeZone } from '@finflow/shared/time-zone';
import type { Dispute } from '../dispute/dispute.entity.ts';
import type { Refund } from '../refund/refund.entity.ts';
import type { PaymentEffect } from './payment-machine.ts';
import type { Payment } from './payment.entity.ts';

/** A payment, and the refund or dispute by which it moved. */
export type Moved = {
  readonly payment: Payment;
  readonly refund?: Refund;
  readonly dispute?: Dispute;
};

export const paymentCreated = (payment: Payment, clock: Clock): FinflowEvent =>
  newEvent(
    'payment_created',
    { ...envelopeOf(payment), data: { ...moneyOf(payment), provider: payment.provider } },
    clock,
  );

/** What an announcement is dated by: whoever hears of it later needs to know neither the zone nor whether it was another one then. */
export type Calendar = { readonly clock: Clock; readonly timeZone: TimeZone };

/** The event that carries an effect of the payment machine to the rest of the house. Its day is that of the organization. */
export function announcement(effect: PaymentEffect, moved: Moved, at: Calendar): FinflowEvent {
  switch (effect) {
    case 'announce_update':
      return paymentUpdated(moved.payment, at.clock);
    case 'announce_completion':
      return paymentCompleted(moved.payment, at);
    case 'announce_failure':
      return paymentFailed(moved.payment, at);
    case 'announce_refund':
      return paymentRefunded(moved, at);
    case 'announce_dispute':
      return paymentDisputed(moved, at);
    default:
      return effect satisfies never;
  }
}

function paymentUpdated(payment: Payment, clock: Clock): FinflowEvent {
  const { status } = payment;
  if (status !== 'PROCESSING' && status !== 'REQUIRES_ACTION' && status !== 'CANCELLED') {
    throw new Error(`${status} has an event of its own.`);
  }
  const data = { paymentId: payment.id, invoiceId: payment.invoiceId, status };
  return newEvent('payment_updated', { ...envelopeOf(payment), data }, clock);
}

function paymentCompleted(payment: Payment, at: Calendar): FinflowEvent {
  const data = {
    ...moneyOf(payment),
    feeMinor: String(payment.feeMinor ?? 0n),
    provider: payment.provider,
    completedOn: dayOf(payment.completedAt, at),
    ...(payment.methodKind && { method: payment.methodKind }),
  };
  return newEvent('payment_completed', { ...envelopeOf(payment), data }, at.clock);
}

function paymentFailed(payment: Payment, at: Calendar): FinflowEvent {
  const data = {
    ...moneyOf(payment),
    reasonCode: payment.failureCode ?? 'payment_failed',
    reason: payment.failureMessage ?? 'The bank declined the payment.',
    failedOn: dayOf(null, at),
  };
  return newEvent('payment_failed', { ...envelopeOf(payment), data }, at.clock);
}

function paymentRefunded({ payment, refund }: Moved, at: Calendar): FinflowEvent {
  if (!refund) throw new Error('A refund moved the payment, so it is known.');
  const data = {
    ...moneyOf(payment),
    refundId: refund.id,
    amountMinor: String(refund.amountMinor),
    provider: payment.provider,
    totalRefundedMinor: String(payment.refundedMinor),
    isFull: payment.refundedMinor === payment.amountMinor,
    refundedOn: dayOf(refund.completedAt, at),
  };
  return newEvent('payment_refunded', { ...envelopeOf(payment), data }, at.clock);
}

function paymentDisputed({ payment, dispute }: Moved, at: Calendar): FinflowEvent {
  if (!dispute) throw new Error('A dispute moved the payment, so it is known.');
  const data = {
    ...moneyOf(payment),
    disputeId: dispute.id,
    amountMinor: String(dispute.amountMinor),
    feeMinor: String(dispute.feeMinor),
    phase: dispute.phase,
    disputedOn: dayOf(null, at),
  };
  return newEvent('payment_disputed', { ...envelopeOf(payment), data }, at.clock);
}

/** An instant's day in the organization; that of now, where none was noted. */
const dayOf = (instant: Date | null | undefined, { clock, timeZone }: Calendar): LocalDate =>
  localDateIn(timeZone, instant ?? clock.now());

const envelopeOf = (payment: Payment) => ({
  source: '/payments',
  subject: payment.id,
  organizationId: payment.organizationId,
});

const moneyOf = (payment: Payment) => ({
  paymentId: payment.id,
  invoiceId: payment.invoiceId,
  amountMinor: String(payment.amountMinor),
  currency: payment.currency,
});
