import { eur, openInvoice } from './invoices.ts';

/** A payment of EUR 120.00 by card, of which the provider kept 2.05. */
export const completedPayment = {
  __typename: 'Payment' as const,
  id: 'p1',
  status: 'COMPLETED',
  provider: 'STRIPE' as const,
  createdAt: '2026-10-09T12:00:00Z',
  completedAt: '2026-10-09T12:00:05Z',
  amount: eur(12000n),
  amountRefunded: eur(0n),
  fee: eur(205n),
  net: eur(11795n),
  method: { __typename: 'PaymentMethod' as const, kind: 'CARD', brand: 'visa', last4: '4242' },
  failure: null,
  invoice: openInvoice,
  refunds: [],
  timeline: [
    {
      __typename: 'PaymentActivity' as const,
      id: 't1',
      status: 'COMPLETED',
      at: '2026-10-09T12:00:05Z',
      cause: 'payment_intent.succeeded',
      message: null,
    },
  ],
  journalEntries: [
    {
      __typename: 'JournalEntry' as const,
      id: 'e1',
      sequence: 7,
      date: '2026-10-09',
      description: 'Payment of INV-0001',
    },
  ],
};
