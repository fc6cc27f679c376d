import { newId } from '@finflow/shared/ids';
import type { Em } from '../database.ts';
import { addActivity, movePayment } from '../payment/move-payment.ts';
import type { Payment } from '../payment/payment.entity.ts';
import type { RefundSnapshot } from '../providers/provider.ts';
import type { Room } from '../room.ts';
import { Refund } from './refund.entity.ts';

export type RefundSync = { readonly payment: Payment; readonly cause: string };

/** Brings a locked payment's refunds to what the provider says, also those that somebody made at the provider. */
export async function syncRefunds(
  room: Room,
  em: Em,
  { payment, cause }: RefundSync,
): Promise<string[]> {
  if (!payment.providerIntentId) return [];
  const snapshots = await room.provider.listRefunds(payment.providerIntentId);
  const known = await em.find(Refund, { paymentId: payment.id });
  const notes: string[] = [];
  for (const snapshot of snapshots.toReversed()) {
    const refund =
      known.find(({ id, providerRefundId }) =>
        providerRefundId ? providerRefundId === snapshot.id : id === snapshot.refundId,
      ) ?? (await adoptRefund(em, payment, snapshot, room));
    if (await applyRefund(em, { payment, refund, snapshot, cause }, room)) {
      notes.push(`refund ${snapshot.status}`);
    }
  }
  return notes;
}

export type RefundChange = RefundSync & {
  readonly refund: Refund;
  readonly snapshot: RefundSnapshot;
};

/** Moves a refund, and its payment with it, when the provider says that it ended. True when something changed. */
export async function applyRefund(
  em: Em,
  { payment, refund, snapshot, cause }: RefundChange,
  room: Pick<Room, 'clock' | 'random'>,
): Promise<boolean> {
  refund.providerRefundId ??= snapshot.id;
  if (refund.status !== 'PENDING' || snapshot.status === 'PENDING') return false;
  refund.status = snapshot.status;
  if (snapshot.status === 'FAILED') {
    addActivity(em, payment, { cause: 'refund.failed', message: snapshot.reason }, room);
    await em.flush();
    return true;
  }
  refund.completedAt = room.clock.now();
  const { amountMinor, reason } = refund;
  const event = { kind: 'refunded' as const, amountMinor, cause, message: reason };
  const moved = await movePayment(em, { payment, refund }, event, room);
  if (moved.kind === 'ignored') throw new Error(`A refund can't be booked: ${moved.reason}.`);
  return true;
}

async function adoptRefund(
  em: Em,
  payment: Payment,
  snapshot: RefundSnapshot,
  { clock }: Room,
): Promise<Refund> {
  const now = clock.now();
  const refund = em.create(Refund, {
    id: newId(now.getTime()),
    organizationId: payment.organizationId,
    paymentId: payment.id,
    amountMinor: snapshot.amountMinor,
    status: 'PENDING',
    reason: snapshot.reason,
    providerRefundId: snapshot.id,
    createdAt: now,
  });
  await em.flush();
  return refund;
}
