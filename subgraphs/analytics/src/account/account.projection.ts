import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

type Posted = FinflowEvent<'ledger_entry_posted'>;

/**
 * Adds journal entries to their accounts' days, by one statement for the whole batch. Sums don't ask for order, and an entry
 * counts once by its key, so a replayed log changes nothing.
 */
export async function addToAccounts(
  em: SqlEntityManager,
  events: readonly Posted[],
): Promise<void> {
  const lines = events.flatMap(toRows);
  if (lines.length > 0) await em.execute(add, [JSON.stringify(lines)]);
}

/** Days are written in one order, so that two transactions never wait for each other crosswise. */
const add = `
  with arrived as (
    insert into account_entry
      (organization_id, entry_id, code, currency, type, date, debit_minor, credit_minor)
    select organization_id, entry_id, code, currency, min(type), min(date),
      coalesce(sum(amount_minor) filter (where side = 'DEBIT'), 0),
      coalesce(sum(amount_minor) filter (where side = 'CREDIT'), 0)
    from jsonb_to_recordset(?::jsonb) as row (organization_id uuid, entry_id uuid, code text,
      currency text, type text, date date, side text, amount_minor numeric)
    group by organization_id, entry_id, code, currency
    on conflict do nothing
    returning *
  )
  insert into account_day (organization_id, currency, code, date, type, debit_minor, credit_minor)
  select organization_id, currency, code, date, min(type), sum(debit_minor), sum(credit_minor)
  from arrived
  group by organization_id, currency, code, date
  order by organization_id, currency, code, date
  on conflict (organization_id, currency, code, date) do update set
    debit_minor = account_day.debit_minor + excluded.debit_minor,
    credit_minor = account_day.credit_minor + excluded.credit_minor`;

const toRows = ({ organizationid, data }: Posted) =>
  data.postings.map((posting) => ({
    organization_id: organizationid,
    entry_id: data.entryId,
    code: posting.accountCode,
    currency: posting.currency,
    type: posting.accountType,
    date: data.date,
    side: posting.side,
    amount_minor: posting.amountMinor,
  }));
