import { until } from '../../src/demo/until.ts';
import type { Company } from './company.ts';

type Accounts = { readonly accounts: readonly { readonly id: string; readonly code: string }[] };
type Posted = { readonly postJournalEntry: { readonly entry: { readonly id: string } } };
type Found = { readonly transaction: { readonly id: string } | null };

/** Books an expense that nobody has categorized; gives the id of its entry, which analytics has heard of. */
export async function spend({ mark, api }: Company, on = 'Quark'): Promise<string> {
  const { accounts } = await api<Accounts>({ query: '{ accounts { id code } }' });
  const line = (code: string, side: string) => ({
    accountId: accounts.find((account) => account.code === code)?.id,
    side,
    amountMinor: '4990',
  });
  const { postJournalEntry } = await api<Posted>({
    query: `mutation ($input: PostJournalEntryInput!) { postJournalEntry(input: $input) {
      ... on JournalEntryPosted { entry { id } } } }`,
    variables: {
      input: {
        date: '2026-11-02',
        description: `${mark} ${on}`,
        idempotencyKey: `spend-${mark}-${on}`,
        postings: [line('6999', 'DEBIT'), line('1000', 'CREDIT')],
      },
    },
  });
  const transactionId = postJournalEntry.entry.id;
  await until('the expense', async () => {
    const query = 'query ($id: ID!) { transaction(id: $id) { id } }';
    return (await api<Found>({ query, variables: { id: transactionId } })).transaction;
  });
  return transactionId;
}

/** Books an expense, and says what it was for. */
export async function categorize(company: Company): Promise<void> {
  const transactionId = await spend(company);
  await company.api({
    query:
      'mutation ($input: CorrectCategoryInput!) { correctCategory(input: $input) { __typename } }',
    variables: { input: { transactionId, category: 'RENT' } },
  });
}
