import { LockMode } from '@mikro-orm/core';
import { log } from '@finflow/shared/log';
import type { Em } from '../database.ts';
import { syncDisputes } from '../dispute/sync-disputes.ts';
import type { IntentSnapshot } from '../providers/provider.ts';
import { syncRefunds } from '../refund/sync-refunds.ts';
import type { Room } from '../room.ts';
import { applySnapshot } from './apply-snapshot.ts';
import { isCaptured, isOpen } from './payment-machine.ts';
import { Payment } from './payment.entity.ts';

export type Settling = {
  /** What made us look: a provider's event type, or 'janitor'. */
  readonly cause: string;
  readonly withRefunds?: boolean;
  readonly withDisputes?: boolean;
};

export type Settled = {
  readonly payment: Payment;
  /** What the provider said; null when it needn't be asked. */
  readonly intent: IntentSnapshot | null;
  /** For the webhook's row: moved(COMPLETED), ignored(stale), ... */
  readonly outcome: string;
};

/**
 * Brings one payment to what the provider says of it now, under the payment's row lock: so notices may come twice, late,
 * in any order or not at all, and two workers may work on one payment. Call inside the payment's organization.
 * @throws ProviderUnavailableError when the provider doesn't answer: nothing was changed, try again
 */
export const settlePayment = (room: Room, paymentId: string, how: Settling): Promise<Settled> =>
  room.database.em.fork().transactional(async (em) => {
    const payment = await lockPayment(em, paymentId);
    if (!payment) throw new Error(`No payment ${paymentId} in this organization.`);
    if (isImpossible(payment, how)) return { payment, intent: null, outcome: 'impossible' };
    const before = payment.status;
    const intent = await askForIntent(room, payment);
    const result = intent && (await applySnapshot(em, payment, intent.outcome, { room, ...how }));
    const notes = isCaptured(payment.status) ? await syncAftermath(room, em, payment, how) : [];
    if (payment.status !== before) notes.unshift(`moved(${payment.status})`);
    else if (result?.kind === 'moved') notes.unshift(`moved(${payment.status} again)`);
    if (notes.length === 0) notes.push(result?.kind === 'ignored' ? result.reason : 'stale');
    return { payment, intent, outcome: notes.join(', ') };
  });

/** A cancelled intent can't succeed at the provider: should it tell so, a person must look, and no payment reopens. */
function isImpossible({ id, status }: Payment, { cause }: Settling): boolean {
  if (status !== 'CANCELLED' || cause !== 'payment_intent.succeeded') return false;
  log.error('the provider says that a cancelled payment succeeded', { paymentId: id });
  return true;
}

/** Null when row-level security hides it or it doesn't exist. */
export const lockPayment = (em: Em, paymentId: string): Promise<Payment | null> =>
  em.findOne(Payment, paymentId, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** Only an open payment's intent can still change: of a captured or cancelled one all is known. */
async function askForIntent(room: Room, payment: Payment): Promise<IntentSnapshot | null> {
  if (!isOpen(payment.status) || !payment.providerIntentId) return null;
  return payment.cancelRequestedAt
    ? room.provider.cancelIntent(payment.providerIntentId)
    : room.provider.retrieveIntent(payment.providerIntentId);
}

async function syncAftermath(
  room: Room,
  em: Em,
  payment: Payment,
  { cause, withRefunds, withDisputes }: Settling,
): Promise<string[]> {
  const refunds = withRefunds ? await syncRefunds(room, em, { payment, cause }) : [];
  const disputes = withDisputes ? await syncDisputes(room, em, { payment, cause }) : [];
  return [...refunds, ...disputes];
}
