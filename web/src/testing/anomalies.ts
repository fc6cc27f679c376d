import { eur } from './invoices.ts';

const none = { entry: null, payment: null, invoice: null };

/** A repair that nobody expected. */
export const repair = {
  __typename: 'Anomaly' as const,
  id: 'a1',
  kind: 'NEW_PAYEE' as const,
  status: 'OPEN' as 'OPEN' | 'EXPECTED' | 'CONFIRMED',
  reason:
    '“Repair of the planer” is new, and at €8,740.00 is 12 times what is usual in account 6900.',
  rarity: 0.000_75,
  date: '2026-01-12',
  occurredAt: '2026-01-12T08:00:00Z',
  reviewedAt: null as string | null,
  amount: eur(874_000n),
  customer: null,
  ...none,
  entry: { __typename: 'JournalEntry' as const, id: 'e1' },
  evidence: [
    {
      __typename: 'AnomalyEvidence' as const,
      label: 'Usual in account 6900 (middle of the last 13)',
      value: '€752.00',
      ...none,
    },
    {
      __typename: 'AnomalyEvidence' as const,
      label: 'Before, on 2025-12-21',
      value: '€761.00',
      ...none,
      entry: { __typename: 'JournalEntry' as const, id: 'e0' },
    },
  ],
};
