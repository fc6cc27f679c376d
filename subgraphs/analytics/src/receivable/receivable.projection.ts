import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

type Of<T extends 'invoice_created' | 'invoice_updated' | 'invoice_paid'> =
  readonly FinflowEvent<T>[];

/** Notes what was invoiced, whatever was heard of the invoice before. */
export const addInvoices = (em: SqlEntityManager, events: Of<'invoice_created'>): Promise<void> =>
  upsert(em, created, events);

/**
 * Notes what is due now; the newest event wins. Instants have milliseconds: within the same one, the smaller due wins,
 * for payments only ever lessen it.
 */
export const updateInvoices = (
  em: SqlEntityManager,
  events: Of<'invoice_updated'>,
): Promise<void> => upsert(em, updated, events);

/** Notes that nothing is due any more. */
export const settleInvoices = (em: SqlEntityManager, events: Of<'invoice_paid'>): Promise<void> =>
  upsert(em, paid, events);

/** One statement for a batch. Of several events of one invoice the statement picks the newest, for a row can be upserted once. */
async function upsert(
  em: SqlEntityManager,
  statement: string,
  events: readonly FinflowEvent[],
): Promise<void> {
  if (events.length > 0) await em.execute(statement, [JSON.stringify(events)]);
}

const events = `jsonb_to_recordset(?::jsonb) as event (organizationid uuid, "time" timestamptz, data jsonb)`;

const created = `
  insert into receivable
    (organization_id, invoice_id, customer_id, currency, total_minor, issue_date, due_date)
  select distinct on (data ->> 'invoiceId') organizationid, (data ->> 'invoiceId')::uuid,
    (data ->> 'customerId')::uuid, data ->> 'currency', (data ->> 'totalMinor')::numeric,
    (data ->> 'issueDate')::date, (data ->> 'dueDate')::date
  from ${events}
  on conflict (invoice_id) do update set
    customer_id = excluded.customer_id, currency = excluded.currency,
    total_minor = excluded.total_minor, issue_date = excluded.issue_date,
    due_date = excluded.due_date`;

const updated = `
  insert into receivable (organization_id, invoice_id, due_minor, updated_at)
  select distinct on (data ->> 'invoiceId')
    organizationid, (data ->> 'invoiceId')::uuid, (data ->> 'amountDueMinor')::numeric, "time"
  from ${events}
  order by data ->> 'invoiceId', "time" desc, (data ->> 'amountDueMinor')::numeric
  on conflict (invoice_id) do update set
    due_minor = excluded.due_minor, updated_at = excluded.updated_at
  where receivable.updated_at is null
    or (excluded.updated_at, -excluded.due_minor) > (receivable.updated_at, -receivable.due_minor)`;

const paid = `
  insert into receivable (organization_id, invoice_id, paid_on)
  select distinct on (data ->> 'invoiceId')
    organizationid, (data ->> 'invoiceId')::uuid, (data ->> 'paidOn')::date
  from ${events}
  order by data ->> 'invoiceId', data ->> 'paidOn'
  on conflict (invoice_id) do update set paid_on = least(receivable.paid_on, excluded.paid_on)`;
