import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Handler } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';
import type { Clock } from '@finflow/shared/clock';
import { InvalidEvent } from '@finflow/shared/events/validate';
import { addActivities } from '../invoices/add-activities.ts';
import { postEntries } from '../ledger/post-entries.ts';
import { refundPaymentPosting } from '../ledger/postings/refund-payment.ts';
import { bookingDate, lockLedgerOrWait } from './find-payable.ts';
import { findSettlement } from './find-settlement.ts';
import { giveBack } from './give-back.ts';
import { isPosted } from './is-posted.ts';
import { organizationOfEvent } from './organization-of-event.ts';

/**
 * Books a refund, in part or in full. The invoice stays paid and says what went back. A refund under way when the payment's
 * dispute was lost may end after it: the money left all the same, and what the dispute had taken before is a cost.
 */
export const paymentRefunded =
  (clock: Clock): Handler<'payment_refunded'> =>
  async (event, { em }) => {
    const { paymentId, refundId, currency, provider } = event.data;
    const room = { organizationId: organizationOfEvent(event), clock };
    const head = await lockLedgerOrWait(em);
    if (await isPosted(em, `refund:${refundId}`)) return;
    const amountMinor = BigInt(event.data.amountMinor);
    await checkRefundable(em, paymentId, amountMinor);
    const refundedOn = bookingDate(event.data.refundedOn, head);
    const back = { id: refundId, paymentId, amountMinor, refundedOn };
    const { invoice, share } = await giveBack(em, back, room);
    const isByHand = provider === 'MANUAL';
    const about = { invoiceId: invoice.id, invoiceNumber: invoice.number, currency };
    const refund = refundPaymentPosting({ ...back, ...about, share, isByHand });
    await postEntries(em, [refund], room);
    const activity = { invoiceId: invoice.id, kind: 'REFUNDED', amountMinor, currency } as const;
    await addActivities(em, [{ ...activity, paymentId, at: new Date(event.time) }], room);
  };

/**
 * Refunds alone, without disputes, never come to more than the payment: an event that says so is wrong.
 * @throws NotYet when the payment is not booked yet; InvalidEvent when more would be refunded than came in
 */
async function checkRefundable(em: SqlEntityManager, paymentId: string, amountMinor: bigint) {
  const settlement = await findSettlement(em, paymentId);
  if (!settlement) throw new NotYet('The payment is not booked yet.');
  const [before] = await em.execute<{ readonly total: string }[]>(
    `select coalesce(sum(p.amount_minor), 0)::text as total
     from journal_entry e join posting p on p.entry_id = e.id
     where e.payment_id = ? and e.kind = 'REFUND_PAYMENT' and p.side = 'CREDIT'`,
    [paymentId],
  );
  if (BigInt(before?.total ?? 0) + amountMinor <= settlement.cameMinor) return;
  throw new InvalidEvent('More would be refunded than came in.');
}
