import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@finflow/shared/clock';

/**
 * Marks an open attempt that asks for more than is still due. The janitor calls it off at the provider, outside of this
 * transaction; should the payer have been quicker, the money is a surplus, which accounting books as the customer's credit.
 */
export async function callOffOutdated(
  em: SqlEntityManager,
  invoiceId: string,
  clock: Clock,
): Promise<void> {
  const now = clock.now();
  await em.execute(
    `update payment set cancel_requested_at = ?, next_check_at = ?
     from payable_invoice invoice
     where invoice.id = payment.invoice_id and payment.invoice_id = ?
       and payment.status in ('PENDING', 'PROCESSING', 'REQUIRES_ACTION', 'FAILED')
       and payment.cancel_requested_at is null and payment.amount_minor > invoice.due_minor`,
    [now, now, invoiceId],
  );
}
