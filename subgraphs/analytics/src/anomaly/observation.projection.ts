import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { observe, type Observed } from './observe.ts';

/**
 * Keeps what the event tells, to be looked at soon. Heard again it changes nothing; which came first among events doesn't matter, for
 * facts are judged in the order of their own times, and anew when an earlier one comes late.
 */
export async function addObservation(
  em: SqlEntityManager,
  event: Parameters<typeof observe>[0],
): Promise<void> {
  const observed = observe(event);
  if (observed) await em.execute(insert, [JSON.stringify(toRow(observed))]);
}

const insert = `
  with arrived as (
  insert into observation (organization_id, source, id, occurred_at, date, currency, amount_minor, is_incoming,
    account_code, text, customer_id, entry_id, payment_id, invoice_id, has_hour)
  select organization_id, source, id, occurred_at, date, currency, amount_minor, is_incoming,
    account_code, text, customer_id, entry_id, payment_id, invoice_id, has_hour
  from jsonb_to_record(?::jsonb) as row (organization_id uuid, source text, id uuid, occurred_at timestamptz,
    date date, currency text, amount_minor numeric, is_incoming boolean, account_code text, text text,
    customer_id uuid, entry_id uuid, payment_id uuid, invoice_id uuid, has_hour boolean)
  on conflict do nothing returning organization_id, id, occurred_at)
  insert into screening_request (id, organization_id, occurred_at)
  select id, organization_id, occurred_at from arrived on conflict do nothing`;

const toRow = (observed: Observed) => ({
  organization_id: observed.organizationId,
  source: observed.source,
  id: observed.id,
  occurred_at: new Date(observed.atMs).toISOString(),
  date: observed.date,
  currency: observed.currency,
  amount_minor: String(observed.amountMinor),
  is_incoming: observed.isIncoming,
  account_code: observed.accountCode,
  text: observed.text,
  customer_id: observed.customerId,
  entry_id: observed.entryId,
  payment_id: observed.paymentId,
  invoice_id: observed.invoiceId,
  has_hour: observed.hasHour,
});
