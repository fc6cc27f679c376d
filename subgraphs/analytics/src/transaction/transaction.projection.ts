import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { requestSuggestions } from '../categories/suggestion-request.ts';
import { type ExpenseTransaction, expenseOf } from './expense-transaction.ts';

/** Notes the expenses among journal entries, and which entries were taken back. An entry counts once by its id. */
export async function addTransactions(
  em: SqlEntityManager,
  events: readonly FinflowEvent<'ledger_entry_posted'>[],
): Promise<void> {
  const expenses = events.map(expenseOf).filter((expense) => expense !== null);
  const reversals = events.flatMap(({ organizationid, data }) =>
    organizationid !== undefined && data.reversalOf !== undefined
      ? [{ organization_id: organizationid, transaction_id: data.reversalOf }]
      : [],
  );
  const rows = JSON.stringify(reversals);
  if (reversals.length > 0) await em.execute(addReversals, [rows, rows]);
  if (expenses.length === 0) return;
  await em.execute(addExpenses, [JSON.stringify(expenses.map(toRow))]);
  await requestSuggestions(em);
}

const addExpenses = `
  insert into transaction
    (id, organization_id, text, amount_minor, currency, date, account_code, is_by_hand)
  select id, organization_id, text, amount_minor, currency, date, account_code, is_by_hand
  from jsonb_to_recordset(?::jsonb) as row (id uuid, organization_id uuid, text text,
    amount_minor numeric, currency text, date date, account_code text, is_by_hand boolean)
  on conflict do nothing`;

/** What was taken back waits for nothing any more. */
const addReversals = `
  with taken_back as (
    delete from category_suggestion s using jsonb_to_recordset(?::jsonb) as row (transaction_id uuid)
    where s.transaction_id = row.transaction_id
  )
  insert into transaction_reversal (transaction_id, organization_id)
  select transaction_id, organization_id
  from jsonb_to_recordset(?::jsonb) as row (transaction_id uuid, organization_id uuid)
  on conflict do nothing`;

const toRow = (expense: ExpenseTransaction) => ({
  id: expense.id,
  organization_id: expense.organizationId,
  text: expense.text,
  amount_minor: String(expense.amountMinor),
  currency: expense.currency,
  date: expense.date,
  account_code: expense.accountCode,
  is_by_hand: expense.isByHand,
});
