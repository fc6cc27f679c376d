import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { cashMovements } from './cash-movement.ts';

/**
 * Adds journal entries to the cash of their days, by one statement for the whole batch. Sums don't ask for order, and an
 * entry counts once by its key, so a replayed log changes nothing.
 */
export async function addCash(
  em: SqlEntityManager,
  events: readonly FinflowEvent<'ledger_entry_posted'>[],
): Promise<void> {
  const movements = events.flatMap(cashMovements);
  if (movements.length === 0) return;
  await em.execute(add, [JSON.stringify(movements.map(toRow))]);
}

const add = `
  with arrived as (
    insert into cash_entry (organization_id, entry_id, currency, date, net_minor, received_minor)
    select organization_id, entry_id, currency, date, net_minor, received_minor
    from jsonb_to_recordset(?::jsonb) as row (organization_id uuid, entry_id uuid, currency text,
      date date, net_minor numeric, received_minor numeric)
    on conflict do nothing
    returning *
  )
  insert into cash_day (organization_id, currency, date, in_minor, out_minor, received_minor)
  select organization_id, currency, date,
    sum(greatest(net_minor, 0)), sum(greatest(-net_minor, 0)), sum(received_minor)
  from arrived
  group by organization_id, currency, date
  on conflict (organization_id, currency, date) do update set
    in_minor = cash_day.in_minor + excluded.in_minor,
    out_minor = cash_day.out_minor + excluded.out_minor,
    received_minor = cash_day.received_minor + excluded.received_minor`;

const toRow = (movement: ReturnType<typeof cashMovements>[number]) => ({
  organization_id: movement.organizationId,
  entry_id: movement.entryId,
  currency: movement.currency,
  date: movement.date,
  net_minor: String(movement.netMinor),
  received_minor: String(movement.receivedMinor),
});
