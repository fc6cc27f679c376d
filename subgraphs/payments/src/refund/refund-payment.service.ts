import { newId } from '@finflow/shared/ids';
import type { Refusal } from '@finflow/shared/refusal';
import { isStorableText } from '@finflow/shared/storable-text';
import { isVisible, readsAsWritten } from '@finflow/shared/visible-text';
import type { Em } from '../database.ts';
import { claimKey, isIdempotencyKey } from '../idempotency-key.ts';
import { isCaptured } from '../payment/payment-machine.ts';
import type { Payment } from '../payment/payment.entity.ts';
import { lockPayment } from '../payment/settle-payment.service.ts';
import type { Room } from '../room.ts';
import { completeRefund } from './complete-refund.ts';
import { Refund } from './refund.entity.ts';
import {
  alreadyRefunded,
  amountNotSupported,
  badKey,
  disputed,
  exceedsRemaining,
  keyReused,
  notPositive,
  notRefundable,
  paymentNotFound,
  providerRefused,
  reasonIsNoText,
  reasonTooLong,
  reasonTurned,
} from './refund.errors.ts';

export type RefundRequest = {
  readonly paymentId: string;
  /** Null: all that is left. */
  readonly amountMinor: bigint | null;
  readonly reason: string | null;
  readonly idempotencyKey: string;
};

export type RefundedPayment = { readonly payment: Payment; readonly refund: Refund };

type RefundRefusal = Refusal<'InvalidInput' | 'NotFound' | 'Conflict' | 'ProviderUnavailable'>;

/**
 * Gives money back, in part or in full. The refund's row is written before the provider is called and counts against what is
 * left at once; when the provider doesn't answer it stays PENDING, and the janitor brings it to its end.
 * Refuses with PAYMENT_NOT_FOUND, NOT_REFUNDABLE, PAYMENT_DISPUTED, ALREADY_REFUNDED, AMOUNT_NOT_POSITIVE,
 * AMOUNT_EXCEEDS_REMAINING, AMOUNT_NOT_SUPPORTED, REASON_TOO_LONG, BAD_TEXT, TEXT_TURNED, IDEMPOTENCY_KEY_REUSED,
 * BAD_IDEMPOTENCY_KEY, PROVIDER_REFUSED.
 */
export async function refundPayment(
  room: Room,
  asked: RefundRequest,
): Promise<RefundedPayment | RefundRefusal> {
  const request = { ...asked, reason: visibleReason(asked.reason) };
  const problem = problemOf(request);
  if (problem) return problem;
  const claimed = await claimKey(
    () => room.database.em.fork().transactional((em) => claim(room, em, request)),
    keyReused,
  );
  if ('refused' in claimed) return claimed;
  const refused = await completeRefund(room, claimed.refund);
  if (refused) return providerRefused(refused.message);
  return room.database.em.fork().transactional(async (em) => {
    const payment = (await lockPayment(em, request.paymentId)) ?? claimed.payment;
    const refund = await em.findOneOrFail(Refund, claimed.refund.id);
    return refund.status === 'FAILED' ? providerRefused() : { payment, refund };
  });
}

/** What a reader sees of a reason; null when that is nothing. */
const visibleReason = (reason: string | null): string | null =>
  reason !== null && isVisible(reason) ? reason.trim() : null;

function problemOf({ amountMinor, reason, idempotencyKey }: RefundRequest): RefundRefusal | null {
  if (!isIdempotencyKey(idempotencyKey)) return badKey;
  if (amountMinor !== null && amountMinor <= 0n) return notPositive;
  if (reason === null) return null;
  if (!isStorableText(reason)) return reasonIsNoText;
  if (!readsAsWritten(reason)) return reasonTurned;
  return reason.length > 500 ? reasonTooLong : null;
}

async function claim(
  room: Room,
  em: Em,
  request: RefundRequest,
): Promise<RefundedPayment | RefundRefusal> {
  const payment = await lockPayment(em, request.paymentId);
  if (!payment) return paymentNotFound;
  const earlier = await em.findOne(Refund, { idempotencyKey: request.idempotencyKey });
  if (earlier) return isSame(earlier, request) ? { payment, refund: earlier } : keyReused;
  if (!isCaptured(payment.status)) return notRefundable;
  if (payment.status === 'DISPUTED') return disputed;
  const left = await leftToRefund(em, payment);
  if (left === 0n) return alreadyRefunded;
  const amountMinor = request.amountMinor ?? left;
  if (amountMinor > left) return exceedsRemaining;
  const amount = { minor: amountMinor, currency: payment.currency };
  if (payment.provider !== 'MANUAL' && !room.provider.canMove(amount)) return amountNotSupported;
  const now = room.clock.now();
  const refund = em.create(Refund, {
    id: newId(now.getTime()),
    organizationId: payment.organizationId,
    paymentId: payment.id,
    amountMinor,
    status: 'PENDING',
    reason: request.reason,
    idempotencyKey: request.idempotencyKey,
    createdAt: now,
  });
  payment.nextCheckAt = new Date(now.getTime() + firstLookMs);
  return { payment, refund };
}

/** Should the process die before the provider answers, the janitor looks after the refund this much later. */
const firstLookMs = 30_000;

/** The same key with "all that is left" means what it meant the first time. */
const isSame = (refund: Refund, { paymentId, amountMinor }: RefundRequest) =>
  refund.paymentId === paymentId && (amountMinor === null || refund.amountMinor === amountMinor);

/** Paid, less what was given back or is about to be. */
async function leftToRefund(em: Em, payment: Payment): Promise<bigint> {
  const refunds = await em.find(Refund, {
    paymentId: payment.id,
    status: { $in: ['PENDING', 'COMPLETED'] },
  });
  return payment.amountMinor - refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
