import { inOrganization } from '@finflow/shared/database/tenancy';
import { log } from '@finflow/shared/log';
import { nextCheckInMs } from '../payment/next-check.ts';
import { openIntent } from '../payment/open-intent.ts';
import { isOpen } from '../payment/payment-machine.ts';
import { Payment } from '../payment/payment.entity.ts';
import { lockPayment, settlePayment } from '../payment/settle-payment.service.ts';
import { completeRefund } from '../refund/complete-refund.ts';
import { Refund } from '../refund/refund.entity.ts';
import type { Room } from '../room.ts';

const batchSize = 20;
/** A refund that the provider has not ended yet is asked for this often. */
const refundCheckMs = 3_600_000;
/** Who takes up a payment has this long before another janitor may. */
const leaseMs = 60_000;

/**
 * Asks the provider about payments from which nothing was heard in time: lost webhooks, attempts that died halfway, refunds
 * without an answer, attempts to call off. Returns how many it took up; at most twenty a round.
 */
export async function reconcile(room: Room): Promise<number> {
  const due = await claim(room);
  for (const { id, organization_id } of due) {
    await inOrganization(organization_id, () => attend(room, id));
  }
  return due.length;
}

type Due = { readonly id: string; readonly organization_id: string };

async function claim({ ownerDatabase, clock }: Room): Promise<Due[]> {
  const now = clock.now();
  const rows: unknown = await ownerDatabase.em
    .fork()
    .execute(claimDue, [new Date(now.getTime() + leaseMs), now, batchSize]);
  return rows as Due[]; // The statement below returns just these columns.
}

const claimDue = `
  update payment set next_check_at = ?
  where id in (
    select id from payment where next_check_at <= ? order by next_check_at limit ?
    for update skip locked)
  returning id, organization_id`;

/** One payment's trouble is not the next one's: it is logged, and looked at again later. */
async function attend(room: Room, paymentId: string): Promise<void> {
  try {
    const payment = await room.database.em.fork().findOneOrFail(Payment, paymentId);
    if (isOpen(payment.status) && !payment.providerIntentId) await openIntent(room, payment);
    await finishRefunds(room, paymentId);
    const how = { cause: 'janitor', withRefunds: true, withDisputes: true };
    await settlePayment(room, paymentId, how);
  } catch (error) {
    log.warn('payment could not be reconciled, it is looked at again', { paymentId, error });
  }
  await reschedule(room, paymentId);
}

/** A refund without the provider's id may never have reached it: it is sent again, by the same key. */
async function finishRefunds(room: Room, paymentId: string): Promise<void> {
  const waiting = await room.database.em.fork().find(Refund, {
    paymentId,
    status: 'PENDING',
    providerRefundId: null,
  });
  for (const refund of waiting) await completeRefund(room, refund);
}

async function reschedule(room: Room, paymentId: string): Promise<void> {
  await room.database.em.fork().transactional(async (em) => {
    const payment = await lockPayment(em, paymentId);
    if (!payment) return;
    payment.checks += 1;
    if (isAbandoned(payment, room.clock.now())) payment.cancelRequestedAt ??= room.clock.now();
    const refunds = await em.count(Refund, { paymentId, status: 'PENDING' });
    const waitMs = nextCheckInMs(payment, room.random()) ?? (refunds > 0 ? refundCheckMs : null);
    payment.nextCheckAt = waitMs === null ? null : new Date(room.clock.now().getTime() + waitMs);
  });
}

/** A payer who has not come back in a week starts anew: nobody asks about an open attempt for ever. */
const isAbandoned = ({ status, createdAt }: Payment, now: Date) =>
  isOpen(status) && status !== 'PROCESSING' && now.getTime() - createdAt.getTime() > abandonedMs;

const abandonedMs = 7 * 24 * 3_600_000;
