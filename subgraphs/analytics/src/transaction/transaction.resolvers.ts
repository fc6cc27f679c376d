import { readPage } from '@finflow/shared/graphql/connection';
import { isId } from '@finflow/shared/ids';
import { money } from '@finflow/shared/money';
import type { QueryResolvers, TransactionResolvers } from '../__generated__/resolvers.ts';
import { listTransactions } from './transaction.queries.ts';

/** A journal entry as accounting knows it by its id. */
export type JournalEntryReference = { readonly __typename: 'JournalEntry'; readonly id: string };

export const transactionQueries: Pick<QueryResolvers, 'transactions' | 'transaction'> = {
  transactions: (_root, { filter, ...args }, context) =>
    listTransactions(context.room().em, readPage(args, ['day', 'id']), filter),
  transaction: (_root, { id }, { transactionById }) => (isId(id) ? transactionById.load(id) : null),
};

export const Transaction: TransactionResolvers = {
  __resolveReference: async ({ id }, { transactionById }) =>
    isId(id) ? transactionById.load(id) : null,
  amount: ({ amountMinor, currency }) => money(amountMinor, currency),
  entry: ({ id }) => ({ __typename: 'JournalEntry', id }),
};
