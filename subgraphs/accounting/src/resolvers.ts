import { moneyResolvers } from '@finflow/shared/graphql/money.resolvers';
import { scalarResolvers } from '@finflow/shared/graphql/scalars';
import type { Resolvers } from './__generated__/resolvers.ts';
import {
  customerMutations,
  customerQueries,
  customerResolvers,
} from './customers/customer.resolvers.ts';
import {
  importMutations,
  importQueries,
  receivablesImportResolvers,
} from './imports/import.resolvers.ts';
import {
  invoiceActivityResolvers,
  invoiceLineResolvers,
  invoiceMutations,
  invoiceQueries,
  invoiceResolvers,
} from './invoices/invoice.resolvers.ts';
import {
  accountResolvers,
  journalEntryResolvers,
  ledgerMutations,
  ledgerQueries,
  paymentResolvers,
  postingResolvers,
} from './ledger/ledger.resolvers.ts';

/** All that accounting answers. */
export const resolvers: Resolvers = {
  ...scalarResolvers,
  ...moneyResolvers,
  Query: { ...customerQueries, ...invoiceQueries, ...ledgerQueries, ...importQueries },
  Mutation: { ...customerMutations, ...invoiceMutations, ...ledgerMutations, ...importMutations },
  Customer: customerResolvers,
  Invoice: invoiceResolvers,
  InvoiceLine: invoiceLineResolvers,
  InvoiceActivity: invoiceActivityResolvers,
  Account: accountResolvers,
  JournalEntry: journalEntryResolvers,
  Posting: postingResolvers,
  Payment: paymentResolvers,
  ReceivablesImport: receivablesImportResolvers,
};
