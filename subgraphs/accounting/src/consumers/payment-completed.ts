import type { Handler } from '@finflow/shared/bus/handlers';
import type { Clock } from '@finflow/shared/clock';
import { newId } from '@finflow/shared/ids';
import { InvalidEvent } from '@finflow/shared/events/validate';
import { settleInvoices } from '../invoices/settle-invoices.ts';
import { postEntries } from '../ledger/post-entries.ts';
import { paymentFeePosting } from '../ledger/postings/payment-fee.ts';
import { receivePaymentPosting } from '../ledger/postings/receive-payment.ts';
import { findSettlement } from './find-settlement.ts';
import { bookingDate, findPayable, lockLedgerOrWait } from './find-payable.ts';
import { organizationOfEvent } from './organization-of-event.ts';

/** Books a payment and its fee, and applies it to its invoice. What is more than was due is owed to the customer. */
export const paymentCompleted =
  (clock: Clock): Handler<'payment_completed'> =>
  async (event, { em }) => {
    const { paymentId, invoiceId, currency, completedOn } = event.data;
    const room = { organizationId: organizationOfEvent(event), clock };
    const head = await lockLedgerOrWait(em);
    const invoice = await findPayable(em, invoiceId);
    if (await findSettlement(em, paymentId)) return; // Replayed, long after its inbox row is gone.
    if (invoice.currency !== currency) throw new InvalidEvent('Another currency than the invoice.');
    const paidOn = bookingDate(completedOn, head);
    const share = shareOf(BigInt(event.data.amountMinor), invoice.dueMinor);
    const feeMinor = BigInt(event.data.feeMinor);
    const about = { id: paymentId, invoiceId, invoiceNumber: invoice.number, currency };
    const received = receivePaymentPosting({ ...about, ...share, receivedOn: paidOn });
    const fee = paymentFeePosting({ ...about, paymentId, chargedOn: paidOn, feeMinor });
    await postEntries(em, feeMinor > 0n ? [received, fee] : [received], room);
    const { appliedMinor: amountMinor, surplusMinor } = share;
    const money = {
      id: newId(),
      invoiceId,
      paymentId,
      amountMinor,
      surplusMinor,
      currency,
      paidOn,
    };
    const idempotencyKey = `payment:${paymentId}`;
    const at = new Date(event.time);
    await settleInvoices(em, [{ ...money, method: null, idempotencyKey, at }], room);
  };

const shareOf = (amountMinor: bigint, dueMinor: bigint) => {
  const appliedMinor = amountMinor < dueMinor ? amountMinor : dueMinor;
  return { appliedMinor, surplusMinor: amountMinor - appliedMinor };
};
