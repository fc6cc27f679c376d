import { eur } from './invoices.ts';

export const bank = {
  __typename: 'Account' as const,
  id: 'bank',
  code: '1000',
  name: 'Bank',
  type: 'ASSET' as const,
  balance: eur(500000n),
};

export const rent = {
  __typename: 'Account' as const,
  id: 'rent',
  code: '6000',
  name: 'Rent',
  type: 'EXPENSE' as const,
  balance: eur(90000n),
};

const posting = (account: typeof bank | typeof rent, side: 'DEBIT' | 'CREDIT') => ({
  __typename: 'Posting' as const,
  side,
  account,
  amount: eur(90000n),
});

/** EUR 900.00 of rent, paid from the bank. */
export const rentEntry = {
  __typename: 'JournalEntry' as const,
  id: 'e1',
  sequence: 7,
  date: '2026-10-01',
  kind: 'MANUAL_ENTRY',
  description: 'Rent of October',
  hash: 'ab12cd34',
  createdAt: '2026-10-01T09:00:00Z',
  postings: [posting(rent, 'DEBIT'), posting(bank, 'CREDIT')],
  invoice: null,
  payment: null,
  reversalOf: null,
};
