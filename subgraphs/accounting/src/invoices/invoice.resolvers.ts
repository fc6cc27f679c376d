import { readPage } from '@finflow/shared/graphql/connection';
import { formatDecimal, parseDecimal } from '@finflow/shared/decimal';
import { money } from '@finflow/shared/money';
import { isRefusal, type Refusal } from '@finflow/shared/refusal';
import type {
  InvoiceActivityResolvers,
  InvoiceLineResolvers,
  InvoiceResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import type { AccountingContext } from '../context.ts';
import { presentRefusal } from '@finflow/shared/graphql/present-refusal';
import { invoicedBetween, receivablesAt } from '../receivables/receivables.service.ts';
import { draftOf } from './draft-of.ts';
import type { Invoice } from './invoice.entity.ts';
import { listInvoices } from './invoice.queries.ts';
import { isOverdue } from './is-overdue.ts';
import { issueInvoice } from './issue-invoice.ts';
import { recordPayment } from './record-payment.ts';
import { deleteInvoiceDraft, saveInvoiceDraft } from './save-draft.ts';
import { visibleInvoice } from './visible-invoice.ts';

type Queries = 'invoice' | 'invoices' | 'receivables' | 'invoiced';

export const invoiceQueries: Pick<QueryResolvers, Queries> = {
  invoice: (_root, { id }, context) => visibleInvoice(id, context),
  invoices: (_root, { filter, ...args }, context) =>
    listInvoices(context.room(), readPage(args, ['day', 'place', 'id']), filter),
  receivables: async (_root, { asOf }, context) =>
    receivablesAt(context.room(), asOf ?? (await context.today())),
  invoiced: (_root, { from, to }, context) => invoicedBetween(context.room(), from, to),
};

type Mutations = 'saveInvoiceDraft' | 'deleteInvoiceDraft' | 'issueInvoice' | 'recordPayment';

export const invoiceMutations: Pick<MutationResolvers, Mutations> = {
  saveInvoiceDraft: async (_root, { input }, context) =>
    presentInvoice(await saveInvoiceDraft(draftOf(input), context.room()), context),
  deleteInvoiceDraft: async (_root, { input }, context) => {
    const result = await deleteInvoiceDraft(input.id, context.room());
    return isRefusal(result)
      ? presentRefusal(result, 'Conflict', 'NotFound')
      : { __typename: 'InvoiceDraftDeleted', id: result };
  },
  issueInvoice: async (_root, { input }, context) =>
    presentInvoice(await issueInvoice(input, context.room()), context),
  recordPayment: async (_root, { input }, context) =>
    presentInvoice(
      await recordPayment({ ...input, method: input.method ?? 'BANK_TRANSFER' }, context.room()),
      context,
    ),
};

async function presentInvoice(result: string | Refusal, context: AccountingContext) {
  if (isRefusal(result)) return presentRefusal(result, 'Conflict', 'InvalidInput', 'NotFound');
  return { __typename: 'InvoiceSaved' as const, invoice: await found(result, context) };
}

/** An id that a service has just given. */
async function found(id: string, context: AccountingContext): Promise<Invoice> {
  const invoice = await context.loaders().invoice.load(id);
  if (!invoice) throw new Error('An invoice was deleted while it was being answered');
  return invoice;
}

export const invoiceResolvers: InvoiceResolvers = {
  __resolveReference: async ({ id }, context) => visibleInvoice(id, context),
  isOverdue: async (invoice, _args, { today }) => isOverdue(invoice, await today()),
  customer: async ({ customerId }, _args, context) => {
    const customer = await context.loaders().customer.load(customerId);
    if (!customer) throw new Error('An invoice without a customer');
    return customer;
  },
  lines: async ({ id, currency }, _args, context) => {
    const lines = await context.loaders().linesOfInvoice.load(id);
    return lines.map((line) => ({ line, currency }));
  },
  subtotal: ({ subtotalMinor, currency }) => money(subtotalMinor, currency),
  discountTotal: ({ discountMinor, currency }) => money(discountMinor, currency),
  taxTotal: ({ taxMinor, currency }) => money(taxMinor, currency),
  total: ({ totalMinor, currency }) => money(totalMinor, currency),
  amountPaid: ({ paidMinor, currency }) => money(paidMinor, currency),
  amountDue: ({ dueMinor, currency }) => money(dueMinor, currency),
  amountRefunded: ({ refundedMinor, currency }) => money(refundedMinor, currency),
  pdfUrl: ({ id, numberIndex, organizationId }, _args, { fileLinks }) =>
    numberIndex === null ? null : fileLinks.invoicePdf({ organizationId, invoiceId: id }),
  timeline: ({ id }, _args, context) => context.loaders().activitiesOfInvoice.load(id),
  journalEntries: ({ id }, _args, context) => context.loaders().entriesOfInvoice.load(id),
};

export const invoiceLineResolvers: InvoiceLineResolvers = {
  id: ({ line }) => line.id,
  description: ({ line }) => line.description,
  quantity: ({ line }) => plain(line.quantity),
  unitPrice: ({ line, currency }) => money(line.unitPriceMinor, currency),
  discountPercent: ({ line }) => plain(line.discountPercent),
  taxPercent: ({ line }) => plain(line.taxPercent),
  net: ({ line, currency }) => money(line.netMinor, currency),
  tax: ({ line, currency }) => money(line.taxMinor, currency),
};

/** The database pads decimals with zeros. */
function plain(text: string): string {
  const decimal = parseDecimal(text);
  return decimal ? formatDecimal(decimal) : text;
}

export const invoiceActivityResolvers: InvoiceActivityResolvers = {
  amount: ({ amountMinor, currency }) =>
    amountMinor === null ? null : money(amountMinor, currency),
};
