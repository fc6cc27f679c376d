import { randomUUID } from 'node:crypto';
import { until } from '@finflow/shared/testing/until';
import { type Company } from './api.ts';

export type Expense = {
  readonly description: string;
  readonly date: string;
  /** The expense account; 6999 is for what nobody has said the purpose of. */
  readonly code: string;
  readonly amountMinor: string;
};

type Accounts = { accounts: readonly { id: string; code: string }[] };
type Posted = { postJournalEntry: { entry: { id: string } } };

/** Books expenses that were paid from the bank; resolves to the entries' ids, in their order. */
export async function spend(company: Company, ...expenses: readonly Expense[]): Promise<string[]> {
  const { accounts } = await company.ask<Accounts>('{ accounts { id code } }');
  const idOf = new Map(accounts.map(({ id, code }) => [code, id]));
  const ids: string[] = [];
  for (const { code, amountMinor, ...entry } of expenses) {
    const line = (account: string, side: string) => ({
      accountId: idOf.get(account),
      side,
      amountMinor,
    });
    const { postJournalEntry } = await company.ask<Posted>(
      `mutation ($input: PostJournalEntryInput!) { postJournalEntry(input: $input) {
        ... on JournalEntryPosted { entry { id } } } }`,
      {
        input: {
          ...entry,
          idempotencyKey: randomUUID(),
          postings: [line(code, 'DEBIT'), line('1000', 'CREDIT')],
        },
      },
    );
    ids.push(postJournalEntry.entry.id);
  }
  return ids;
}

type Waiting = { transactions: { totalCount: number } };

/** Resolves when so many expenses wait for a category. */
export const waitingCountIs = (company: Company, count: number) =>
  until(async () => {
    const query = '{ transactions(filter: { needsReview: true }) { totalCount } }';
    return (await company.ask<Waiting>(query)).transactions.totalCount === count;
  });
