import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@finflow/shared/clock';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import { randomId } from '@finflow/shared/ids';
import type { PayableStatus } from './payable-invoice.entity.ts';

export type Balance = {
  readonly organizationId: string | undefined;
  readonly invoiceId: string;
  /** Null when the event doesn't tell. */
  readonly number: string | null;
  readonly status: PayableStatus;
  readonly currency: string;
  readonly totalMinor: string;
  readonly dueMinor: string;
  /** When the event was written. */
  readonly at: string;
  /** Money that accounting recorded by hand. */
  readonly settlement: EventData['invoice_paid']['settlement'] | undefined;
};

/**
 * Follows what accounting says of an invoice: takes over what is due (an older event changes nothing), shows money recorded by
 * hand as a MANUAL payment with the settlement's own id and business date, and marks an open attempt that asks for too much. The
 * janitor calls that one off at the provider; should the payer have been quicker, the money is a surplus, which accounting
 * books as the customer's credit. One statement, because an import brings thousands of these events.
 */
export async function followBalance(
  em: SqlEntityManager,
  balance: Balance,
  clock: Clock,
): Promise<void> {
  const { organizationId, invoiceId, number, status, currency, totalMinor, dueMinor, at } = balance;
  const invoice = [invoiceId, organizationId, number, status, currency, totalMinor, dueMinor, at];
  const now = clock.now();
  if (!balance.settlement) {
    await em.execute(`with ${takeOver} ${callOff}`, [...invoice, now, now]);
    return;
  }
  const { id, amountMinor, method, paidOn } = balance.settlement;
  const day = `${paidOn}T00:00:00Z`;
  const payment = [id, organizationId, invoiceId, currency, amountMinor, method, day, day];
  const history = [randomId(), day];
  await em.execute(`with ${takeOver}, ${mirror} ${callOff}`, [
    ...invoice,
    ...payment,
    ...history,
    now,
    now,
  ]);
}

const takeOver = `
  balance as (
    insert into payable_invoice
      (id, organization_id, number, status, currency, total_minor, due_minor, balance_at)
    values (?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do update set number = coalesce(excluded.number, payable_invoice.number),
      status = excluded.status, currency = excluded.currency, total_minor = excluded.total_minor,
      due_minor = excluded.due_minor, balance_at = excluded.balance_at
    where payable_invoice.balance_at <= excluded.balance_at
    returning organization_id, id, due_minor)`;

/** Hearing of a settlement twice adds nothing, and no event tells of the mirror. */
const mirror = `
  mirrored as (
    insert into payment (id, organization_id, invoice_id, status, currency, amount_minor, refunded_minor,
      fee_minor, provider, method_kind, checks, created_at, completed_at)
    values (?, ?, ?, 'COMPLETED', ?, ?, 0, 0, 'MANUAL', ?, 0, ?, ?)
    on conflict (id) do nothing
    returning id, organization_id),
  history as (
    insert into payment_activity (id, organization_id, payment_id, status, at, cause)
    select ?::uuid, organization_id, id, 'COMPLETED', ?::timestamptz, 'recorded_by_hand' from mirrored)`;

const callOff = `
  update payment set cancel_requested_at = ?, next_check_at = ?
  from balance
  where payment.organization_id = balance.organization_id and payment.invoice_id = balance.id
    and payment.status in ('PENDING', 'PROCESSING', 'REQUIRES_ACTION', 'FAILED')
    and payment.cancel_requested_at is null and payment.amount_minor > balance.due_minor`;
