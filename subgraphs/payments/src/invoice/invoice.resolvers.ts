import type { InvoiceResolvers } from '../__generated__/resolvers.ts';

export const invoiceResolvers: InvoiceResolvers = {
  __resolveReference: async ({ id }, { reader }) => (reader.mayRead(id) ? { id } : null),
  payments: ({ id }, _args, { reader }) => reader.paymentsOf(id),
  paymentLink: async ({ id }, _args, { reader, paymentLink }) => {
    const invoice = await reader.invoice(id);
    return invoice && invoice.status !== 'DRAFT' ? paymentLink(invoice) : null;
  },
};
