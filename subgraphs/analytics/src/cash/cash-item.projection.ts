import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type CashPart, cashItems } from './cash-items.ts';

/** Notes what cash moved for. An entry counts once by its key, so a replayed log changes nothing. */
export async function addCashItems(
  em: SqlEntityManager,
  events: readonly FinflowEvent<'ledger_entry_posted'>[],
): Promise<void> {
  const parts = events.flatMap(cashItems);
  if (parts.length > 0) await em.execute(add, [JSON.stringify(parts.map(toRow))]);
}

const columns =
  'organization_id, entry_id, code, currency, date, amount_minor, purpose, invoice_id';

const add = `
  insert into cash_item (${columns})
  select ${columns} from jsonb_to_recordset(?::jsonb) as row (organization_id uuid, entry_id uuid,
    code text, currency text, date date, amount_minor numeric, purpose text, invoice_id uuid)
  on conflict do nothing`;

const toRow = (part: CashPart) => ({
  organization_id: part.organizationId,
  entry_id: part.entryId,
  code: part.code,
  currency: part.currency,
  date: part.date,
  amount_minor: String(part.amountMinor),
  purpose: part.purpose,
  invoice_id: part.invoiceId,
});
