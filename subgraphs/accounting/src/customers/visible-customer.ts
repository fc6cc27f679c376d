import type { AccountingContext } from '../context.ts';
import type { Customer } from './customer.entity.ts';

/** A customer, when the viewer may see it: the holder of a payment link sees that of one invoice. */
export async function visibleCustomer(
  id: string,
  { viewer, loaders }: AccountingContext,
): Promise<Customer | null> {
  if (viewer.kind === 'payer') {
    const invoice = await loaders().invoice.load(viewer.invoiceId);
    if (invoice?.customerId !== id) return null;
  }
  return loaders().customer.load(id);
}
