type Ref = { readonly id: string } | null;

/** What an anomaly, or its evidence, points at. */
export type Records = { readonly entry: Ref; readonly payment: Ref; readonly invoice: Ref };

/** Where to look at it: the narrowest record there is. Null when there is none. */
export function recordLink({ entry, payment, invoice }: Records) {
  if (entry) return { to: `/ledger/entries/${entry.id}`, label: 'Open the entry' };
  if (payment) return { to: `/payments/${payment.id}`, label: 'Open the payment' };
  if (invoice) return { to: `/invoices/${invoice.id}`, label: 'Open the invoice' };
  return null;
}
