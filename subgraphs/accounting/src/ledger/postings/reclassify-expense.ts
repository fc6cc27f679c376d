import { credit, debit, type EntryDraft } from '../entry-draft.ts';

/** It was said what an expense was for: it moves from the account that it stands on to the one of its category. */
export const reclassifyExpensePosting = (expense: {
  readonly entryId: string;
  readonly revision: number;
  readonly description: string;
  readonly date: string;
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly amounts: readonly { readonly currency: string; readonly amountMinor: bigint }[];
}): EntryDraft => ({
  date: expense.date,
  kind: 'RECLASSIFY_EXPENSE',
  description: `Categorized: ${expense.description}`.slice(0, 300),
  idempotencyKey: reclassificationKey(expense.entryId, expense.revision),
  postings: expense.amounts.flatMap(({ currency, amountMinor }) => [
    debit(expense.toAccount, amountMinor, currency),
    credit(expense.fromAccount, amountMinor, currency),
  ]),
});

/** Names the decision that moved an expense: entry and revision. */
export const reclassificationKey = (entryId: string, revision: number | '%'): string =>
  `category:${entryId}:${revision}`;

/** Which decision a reclassification came from. */
export const revisionOfKey = (key: string): number => Number(key.split(':').at(-1));
