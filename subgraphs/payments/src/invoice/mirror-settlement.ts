import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import { randomId } from '@finflow/shared/ids';

export type RecordedSettlement = {
  readonly organizationid: string;
  readonly invoiceId: string;
  readonly currency: string;
  readonly settlement: NonNullable<EventData['invoice_paid']['settlement']>;
};

/**
 * Shows money that accounting recorded by hand among the payments, with the settlement's own id, dated when it was paid.
 * One statement, because an import brings thousands. Hearing of it twice adds nothing; no event tells of the mirror.
 */
export async function mirrorSettlement(
  em: SqlEntityManager,
  { organizationid, invoiceId, currency, settlement }: RecordedSettlement,
): Promise<void> {
  const { id, amountMinor, method, paidOn } = settlement;
  const at = `${paidOn}T00:00:00Z`;
  await em.execute(insert, [
    id,
    organizationid,
    invoiceId,
    currency,
    amountMinor,
    method,
    at,
    at,
    randomId(),
    at,
  ]);
}

const insert = `
  with mirrored as (
    insert into payment (id, organization_id, invoice_id, status, currency, amount_minor, refunded_minor,
      fee_minor, provider, method_kind, checks, created_at, completed_at)
    values (?, ?, ?, 'COMPLETED', ?, ?, 0, 0, 'MANUAL', ?, 0, ?, ?)
    on conflict (id) do nothing
    returning id, organization_id)
  insert into payment_activity (id, organization_id, payment_id, status, at, cause)
  select ?::uuid, organization_id, id, 'COMPLETED', ?::timestamptz, 'recorded_by_hand' from mirrored`;
