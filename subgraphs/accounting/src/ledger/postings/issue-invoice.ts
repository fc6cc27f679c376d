import { accounts } from '../chart-of-accounts.ts';
import { credit, debit, nonZero, type EntryDraft } from '../entry-draft.ts';

/** The customer owes the total; what is left without tax is earned. */
export function issueInvoicePosting(invoice: {
  readonly id: string;
  readonly number: string;
  readonly issueDate: string;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly taxMinor: bigint;
}): EntryDraft {
  const { id, number, issueDate, currency, totalMinor, taxMinor } = invoice;
  return {
    date: issueDate,
    kind: 'ISSUE_INVOICE',
    description: `Invoice ${number} issued`,
    idempotencyKey: `invoice:${id}:issued`,
    invoiceId: id,
    postings: nonZero([
      debit(accounts.receivable, totalMinor, currency),
      credit(accounts.revenue, totalMinor - taxMinor, currency),
      credit(accounts.taxPayable, taxMinor, currency),
    ]),
  };
}
