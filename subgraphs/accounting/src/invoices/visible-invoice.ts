import type { AccountingContext } from '../context.ts';
import type { Invoice } from './invoice.entity.ts';

/** An invoice, when the viewer may see it: the holder of a payment link sees that one. */
export async function visibleInvoice(
  id: string,
  { viewer, loaders }: AccountingContext,
): Promise<Invoice | null> {
  if (viewer.kind === 'payer' && viewer.invoiceId !== id) return null;
  return loaders().invoice.load(id);
}
