import { PayableInvoice } from '../invoice/payable-invoice.entity.ts';
import { ProviderRefusedError, type IntentSnapshot } from '../providers/provider.ts';
import type { Room } from '../room.ts';
import { movePayment, scheduleCheck } from './move-payment.ts';
import type { Payment } from './payment.entity.ts';
import { lockPayment } from './settle-payment.service.ts';

/**
 * Makes the payment's intent at the provider, by the payment's own key: whoever died halfway, it is made once.
 * When the provider says no for good the payment is CANCELLED, and the answer is the refusal.
 * @throws ProviderUnavailableError when it doesn't answer: the payment stays PENDING, ask again
 */
export async function openIntent(
  room: Room,
  payment: Payment,
): Promise<IntentSnapshot | ProviderRefusedError> {
  const answer = await createIntent(room, payment);
  await room.database.em.fork().transactional(async (em) => {
    const locked = await lockPayment(em, payment.id);
    if (!locked || locked.providerIntentId || locked.status === 'CANCELLED') return;
    if (answer instanceof ProviderRefusedError) {
      const cause = { cause: 'provider.refused', message: answer.message };
      await movePayment(em, { payment: locked }, { kind: 'cancelled', ...cause }, room);
      return;
    }
    locked.providerIntentId = answer.id;
    if (!locked.cancelRequestedAt) scheduleCheck(locked, room);
  });
  return answer;
}

async function createIntent(room: Room, payment: Payment) {
  const { id, organizationId, invoiceId, currency, amountMinor } = payment;
  const invoice = await room.database.em.fork().findOne(PayableInvoice, invoiceId);
  try {
    return await room.provider.createIntent({
      amount: { minor: amountMinor, currency },
      organizationId,
      paymentId: id,
      invoiceId,
      description: `Invoice ${invoice?.number ?? ''}`.trim(),
    });
  } catch (error) {
    if (error instanceof ProviderRefusedError) return error;
    throw error;
  }
}
