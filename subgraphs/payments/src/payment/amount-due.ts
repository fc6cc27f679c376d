import type { Em } from '../database.ts';
import type { PayableInvoice } from '../invoice/payable-invoice.entity.ts';
import { Payment } from './payment.entity.ts';

/**
 * What may still be asked for on an invoice, in minor units. Accounting's word on what is due may be on its way, so that
 * what came in here counts at once: nobody is charged twice within that second. What was refunded is not owed anew.
 */
export async function amountDue(em: Em, invoice: PayableInvoice): Promise<bigint> {
  const captured = await em.find(Payment, {
    invoiceId: invoice.id,
    status: { $in: ['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED'] },
  });
  const paid = captured.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const left = invoice.totalMinor - paid;
  return left < invoice.dueMinor ? left : invoice.dueMinor;
}
