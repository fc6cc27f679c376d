import { newId } from '@finflow/shared/ids';
import type { Em } from '../database.ts';
import { movePayment } from '../payment/move-payment.ts';
import type { Payment } from '../payment/payment.entity.ts';
import type { DisputeSnapshot } from '../providers/provider.ts';
import type { Room } from '../room.ts';
import { Dispute } from './dispute.entity.ts';

export type DisputeSync = { readonly payment: Payment; readonly cause: string };

/**
 * Brings a locked payment's disputes to what the provider says. A dispute first heard of when it is over is still opened
 * first, so that the books follow it step by step.
 */
export async function syncDisputes(
  room: Room,
  em: Em,
  { payment, cause }: DisputeSync,
): Promise<string[]> {
  if (!payment.providerIntentId) return [];
  const snapshots = await room.provider.listDisputes(payment.providerIntentId);
  const known = await em.find(Dispute, { paymentId: payment.id });
  const notes: string[] = [];
  for (const snapshot of snapshots.toReversed()) {
    let dispute = known.find(({ providerDisputeId }) => providerDisputeId === snapshot.id);
    if (!dispute) {
      dispute = openDispute(em, payment, snapshot, room);
      const opened = { kind: 'dispute_opened' as const, cause };
      await movePayment(em, { payment, dispute }, opened, room);
      notes.push('dispute OPENED');
    }
    if (snapshot.phase === 'OPENED' || dispute.phase !== 'OPENED') continue;
    dispute.phase = snapshot.phase;
    dispute.closedAt = room.clock.now();
    const kind = snapshot.phase === 'WON' ? 'dispute_won' : 'dispute_lost';
    await movePayment(em, { payment, dispute }, { kind, cause, message: phrase[kind] }, room);
    notes.push(`dispute ${snapshot.phase}`);
  }
  return notes;
}

const phrase = {
  dispute_won: 'The dispute was won: the bank gave the money back.',
  dispute_lost: 'The dispute was lost: the payer keeps the money.',
} as const;

function openDispute(em: Em, payment: Payment, snapshot: DisputeSnapshot, { clock }: Room) {
  const now = clock.now();
  return em.create(Dispute, {
    id: newId(now.getTime()),
    organizationId: payment.organizationId,
    paymentId: payment.id,
    providerDisputeId: snapshot.id,
    amountMinor: snapshot.amountMinor,
    feeMinor: snapshot.feeMinor < 0n ? 0n : snapshot.feeMinor,
    phase: 'OPENED',
    openedAt: now,
  });
}
