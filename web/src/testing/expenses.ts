import { eur, page } from './invoices.ts';

const category = (code: string, name: string) => ({
  __typename: 'Category',
  code,
  name,
  description: `All about ${name.toLowerCase()}`,
});
export const software = category('SOFTWARE', 'Software and services');
const telecoms = category('TELECOMS', 'Telephone and internet');
export const rent = category('RENT', 'Rent');
const travel = category('TRAVEL', 'Travel');
export const categories = [software, telecoms, rent, travel];

const choice = (of: typeof rent, confidence: number) => ({
  __typename: 'CategoryChoice',
  category: of,
  confidence,
});

/** One that waits for a category. */
export const expense = (id: string, text: string) => ({
  __typename: 'Transaction',
  id,
  text,
  date: '2026-07-01',
  amount: eur(4990n),
  needsReview: true,
  categorizedBy: null as string | null,
  category: null as typeof rent | null,
  suggestion: {
    __typename: 'CategorySuggestion',
    confidence: 0.76,
    category: software,
    alternatives: [choice(telecoms, 0.11), choice(rent, 0.05), choice(travel, 0.001)],
    reasons: [{ __typename: 'CategoryReason', text: '“hetzner” is usual for it.' }],
  },
});
/** Two expenses that wait, with the same suggestion. */
export const server = expense('t1', 'Hetzner 10');
export const riddle = expense('t2', 'Riddle GmbH');

/** What the categorize page is answered. */
export const waitingFor = (...expenses: (typeof server)[]) => ({
  transactions: page('Transaction', expenses),
  categorySettings: { __typename: 'CategorySettings', threshold: 0.9 },
  everything: { __typename: 'TransactionConnection', totalCount: 7 },
});
