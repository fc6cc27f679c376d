import type { Handler } from '@finflow/shared/bus/handlers';
import type { Clock } from '@finflow/shared/clock';
import { addActivities } from '../invoices/add-activities.ts';
import { postEntries } from '../ledger/post-entries.ts';
import { refundPaymentPosting } from '../ledger/postings/refund-payment.ts';
import { bookingDate, lockLedgerOrWait } from './find-payable.ts';
import { giveBack, isGivenBack } from './give-back.ts';
import { organizationOfEvent } from './organization-of-event.ts';

/** Books a refund, in part or in full. The invoice stays paid and says what went back. */
export const paymentRefunded =
  (clock: Clock): Handler<'payment_refunded'> =>
  async (event, { em }) => {
    const { paymentId, refundId, currency, provider } = event.data;
    const room = { organizationId: organizationOfEvent(event), clock };
    const head = await lockLedgerOrWait(em);
    if (await isGivenBack(em, refundId)) return;
    const amountMinor = BigInt(event.data.amountMinor);
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
