import { isId } from '@finflow/shared/ids';
import { denied } from '@finflow/shared/graphql/authorization';
import { readPage } from '@finflow/shared/graphql/connection';
import { money } from '@finflow/shared/money';
import { isRefusal, type Refusal } from '@finflow/shared/refusal';
import { actorIdOf } from '@finflow/shared/viewer';
import type {
  AccountResolvers,
  JournalEntryResolvers,
  MutationResolvers,
  PaymentResolvers,
  PostingResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import type { AccountingContext } from '../context.ts';
import { presentRefusal } from '@finflow/shared/graphql/present-refusal';
import { listAccounts } from './list-accounts.ts';
import { trialBalanceAt } from './balances.ts';
import { closePeriod } from './close-period.ts';
import { listJournalEntries } from './ledger.queries.ts';
import { postManualEntry, reverseEntry } from './ledger.service.ts';

type Queries = 'accounts' | 'account' | 'journalEntries' | 'journalEntry' | 'trialBalance';

export const ledgerQueries: Pick<QueryResolvers, Queries> = {
  accounts: (_root, _args, context) => listAccounts(context.room()),
  account: (_root, { id }, context) => context.loaders().account.load(id),
  journalEntries: (_root, { filter, ...args }, context) =>
    listJournalEntries(context.room(), readPage(args, ['day', 'place']), filter),
  journalEntry: (_root, { id }, context) => context.loaders().journalEntry.load(id),
  trialBalance: async (_root, { asOf }, context) =>
    trialBalanceAt(context.room(), asOf ?? (await context.today())),
};

type Mutations = 'postJournalEntry' | 'reverseJournalEntry' | 'closePeriod';

export const ledgerMutations: Pick<MutationResolvers, Mutations> = {
  postJournalEntry: async (_root, { input }, context) =>
    presentEntry(await postManualEntry(input, context.room()), context),
  reverseJournalEntry: async (_root, { input }, context) =>
    presentEntry(await reverseEntry(input, context.room()), context),
  closePeriod: async (_root, { input }, context) => {
    const closedBy = actorIdOf(context.viewer);
    if (closedBy === null) throw denied(context.viewer);
    const result = await closePeriod(input.through, { ...context.room(), closedBy });
    return isRefusal(result)
      ? presentRefusal(result, 'InvalidInput', 'Conflict')
      : { __typename: 'PeriodClosed', through: result };
  },
};

async function presentEntry(result: string | Refusal, context: AccountingContext) {
  if (isRefusal(result)) return presentRefusal(result, 'Conflict', 'InvalidInput', 'NotFound');
  const entry = await context.loaders().journalEntry.load(result);
  if (!entry) throw new Error('An entry that was posted is not there');
  return { __typename: 'JournalEntryPosted' as const, entry };
}

export const accountResolvers: AccountResolvers = {
  __resolveReference: async ({ id }, context) => context.loaders().account.load(id),
  balance: async (account, { asOf }, context) => {
    const day = asOf ?? (await context.today());
    return context.loaders().accountBalance.load({ account, asOf: day });
  },
};

export const journalEntryResolvers: JournalEntryResolvers = {
  __resolveReference: async ({ id }, context) => context.loaders().journalEntry.load(id),
  postings: ({ id }, _args, context) => context.loaders().postingsOfEntry.load(id),
  invoice: ({ invoiceId }, _args, context) =>
    invoiceId === null ? null : context.loaders().invoice.load(invoiceId),
  payment: ({ paymentId }) =>
    paymentId === null ? null : { __typename: 'Payment', id: paymentId },
  reversalOf: ({ reversalOf }, _args, context) =>
    reversalOf === null ? null : context.loaders().journalEntry.load(reversalOf),
};

export const postingResolvers: PostingResolvers = {
  account: async ({ accountId }, _args, context) => {
    const account = await context.loaders().account.load(accountId);
    if (!account) throw new Error('A posting without an account');
    return account;
  },
  amount: ({ amountMinor, currency }) => money(amountMinor, currency),
};

export const paymentResolvers: PaymentResolvers = {
  __resolveReference: async ({ id }) => (isId(id) ? { __typename: 'Payment', id } : null),
  journalEntries: ({ id }, _args, context) => context.loaders().entriesOfPayment.load(id),
};
