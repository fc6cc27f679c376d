import { accounts } from '../chart-of-accounts.ts';
import { credit, debit, nonZero, type EntryDraft } from '../entry-draft.ts';

/** The provider holds the money; the customer owes less. What is more than was due is owed to the customer. */
export function receivePaymentPosting(payment: {
  readonly id: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly receivedOn: string;
  readonly currency: string;
  readonly appliedMinor: bigint;
  readonly surplusMinor: bigint;
}): EntryDraft {
  const { id, invoiceId, receivedOn, currency, appliedMinor, surplusMinor } = payment;
  return {
    date: receivedOn,
    kind: 'RECEIVE_PAYMENT',
    description: `Payment for invoice ${payment.invoiceNumber}`,
    idempotencyKey: `payment:${id}:completed`,
    invoiceId,
    paymentId: id,
    postings: nonZero([
      debit(accounts.clearing, appliedMinor + surplusMinor, currency),
      credit(accounts.receivable, appliedMinor, currency),
      credit(accounts.customerCredits, surplusMinor, currency),
    ]),
  };
}
