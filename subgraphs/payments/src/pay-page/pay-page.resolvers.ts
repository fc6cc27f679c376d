import type { PayPageResolvers, QueryResolvers } from '../__generated__/resolvers.ts';

/** Null while payments has not heard of the invoice, and for a draft. */
export const payPage: NonNullable<QueryResolvers['payPage']> = async (
  _root,
  _args,
  { viewer, reader },
) => {
  if (viewer.kind !== 'payer') return null;
  const invoice = await reader.invoice(viewer.invoiceId);
  return invoice && invoice.status !== 'DRAFT' ? invoice : null;
};

export const payPageResolvers: PayPageResolvers = {
  organizationName: async (_invoice, _args, { organizationName }) =>
    (await organizationName()) ?? '',
  invoice: ({ id }) => ({ id }),
  amountDue: async (invoice, _args, { amountDue }) => ({
    minor: await openAmount(amountDue(invoice)),
    currency: invoice.currency,
  }),
  isPaid: async (invoice, _args, { amountDue }) => (await openAmount(amountDue(invoice))) === 0n,
  latestPayment: async ({ id }, _args, { reader }) => (await reader.paymentsOf(id))[0] ?? null,
};

/** A surplus is the customer's credit: on this page nothing is due then. */
async function openAmount(due: Promise<bigint>): Promise<bigint> {
  const minor = await due;
  return minor > 0n ? minor : 0n;
}
