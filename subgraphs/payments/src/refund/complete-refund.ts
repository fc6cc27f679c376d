import { log } from '@finflow/shared/log';
import { Payment } from '../payment/payment.entity.ts';
import { lockPayment } from '../payment/settle-payment.service.ts';
import {
  ProviderRefusedError,
  ProviderUnavailableError,
  type RefundSnapshot,
} from '../providers/provider.ts';
import type { Room } from '../room.ts';
import { applyRefund } from './sync-refunds.ts';
import { Refund } from './refund.entity.ts';

/**
 * Takes a written refund to its end: at the provider by the refund's own key, by record alone for money taken by hand.
 * May be repeated. Answers the provider's refusal; null otherwise, also while the provider is silent (it stays PENDING).
 */
export async function completeRefund(
  room: Room,
  refund: Refund,
): Promise<ProviderRefusedError | null> {
  if (refund.status !== 'PENDING') return null;
  const answer = await askProvider(room, refund);
  if (!answer) return null;
  const isRefused = answer instanceof ProviderRefusedError;
  await room.database.em.fork().transactional(async (em) => {
    const payment = await lockPayment(em, refund.paymentId);
    const current = await em.findOneOrFail(Refund, refund.id);
    if (!payment) throw new Error('A refund belongs to a payment.');
    const snapshot = isRefused ? failedBy(current, answer) : answer;
    await applyRefund(em, { payment, refund: current, snapshot, cause: 'refund' }, room);
  });
  return isRefused ? answer : null;
}

async function askProvider(
  room: Room,
  refund: Refund,
): Promise<RefundSnapshot | ProviderRefusedError | null> {
  const payment = await room.database.em.fork().findOneOrFail(Payment, refund.paymentId);
  if (payment.provider === 'MANUAL') return recorded(refund);
  if (!payment.providerIntentId) throw new Error('A captured payment has an intent.');
  try {
    return await room.provider.refund({
      refundId: refund.id,
      intentId: payment.providerIntentId,
      amount: { minor: refund.amountMinor, currency: payment.currency },
    });
  } catch (error) {
    if (error instanceof ProviderRefusedError) return error;
    if (!(error instanceof ProviderUnavailableError)) throw error;
    log.warn('the provider did not answer, the refund waits', { refundId: refund.id, error });
    return null;
  }
}

/** The house itself hands the money back: no provider has a say. */
const recorded = ({ id, amountMinor, reason }: Refund): RefundSnapshot => ({
  id: `manual:${id}`,
  refundId: id,
  amountMinor,
  status: 'COMPLETED',
  reason: reason ?? null,
});

const failedBy = (refund: Refund, { message }: ProviderRefusedError): RefundSnapshot => ({
  id: refund.providerRefundId ?? `refused:${refund.id}`,
  refundId: refund.id,
  amountMinor: refund.amountMinor,
  status: 'FAILED',
  reason: message,
});
