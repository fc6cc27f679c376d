import type { Handler } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';
import type { Clock } from '@finflow/shared/clock';
import { addActivities } from '../invoices/add-activities.ts';
import { postEntries } from '../ledger/post-entries.ts';
import { loseDisputePosting, winDisputePosting } from '../ledger/postings/close-dispute.ts';
import { openDisputePosting } from '../ledger/postings/open-dispute.ts';
import { bookingDate, lockLedgerOrWait } from './find-payable.ts';
import { findSettlement } from './find-settlement.ts';
import { giveBack } from './give-back.ts';
import { isPosted } from './is-posted.ts';
import { organizationOfEvent } from './organization-of-event.ts';

/**
 * Books a dispute when it opens, and when it is won or lost. A lost one takes the money back like a refund. A bank may take more
 * than is left of the payment, when a part was refunded before or another currency's rate moved: that much is a cost.
 */
export const paymentDisputed =
  (clock: Clock): Handler<'payment_disputed'> =>
  async (event, { em }) => {
    const { paymentId, disputeId, currency, phase } = event.data;
    const room = { organizationId: organizationOfEvent(event), clock };
    const head = await lockLedgerOrWait(em);
    const step = phase === 'OPENED' ? 'opened' : 'closed';
    if (await isPosted(em, `dispute:${disputeId}:${step}`)) return;
    const settlement = await findSettlement(em, paymentId);
    if (!settlement) throw new NotYet('The payment is not booked yet.');
    const { invoiceId } = settlement;
    const disputedOn = bookingDate(event.data.disputedOn, head);
    const amountMinor = BigInt(event.data.amountMinor);
    const about = { id: disputeId, paymentId, invoiceId, disputedOn, currency };
    if (phase === 'OPENED') {
      const feeMinor = BigInt(event.data.feeMinor);
      await postEntries(em, [openDisputePosting({ ...about, amountMinor, feeMinor })], room);
      const activity = { invoiceId, kind: 'DISPUTED', amountMinor, currency } as const;
      await addActivities(em, [{ ...activity, paymentId, at: new Date(event.time) }], room);
      return;
    }
    if (!(await isPosted(em, `dispute:${disputeId}:opened`))) {
      throw new NotYet('The opening of this dispute is not booked yet.');
    }
    if (phase === 'WON') {
      await postEntries(em, [winDisputePosting({ ...about, amountMinor })], room);
      return;
    }
    const back = { id: disputeId, paymentId, amountMinor, refundedOn: disputedOn };
    const { share } = await giveBack(em, back, room);
    await postEntries(em, [loseDisputePosting({ ...about, share })], room);
  };
