import type { Page } from '@finflow/shared/graphql/connection';
import { toConnection } from '@finflow/shared/graphql/connection';
import { isId } from '@finflow/shared/ids';
import { containing } from '@finflow/shared/storable-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Choice, Reason, Suggestion } from '../categorizing/suggestion.ts';
import { isOpen } from '../categories/open-transactions.ts';
import { categoryOfAccount, findCategory, type Category } from '../categories/taxonomy.ts';

/** An expense with what is known of its category. */
export type TransactionView = {
  readonly id: string;
  readonly text: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly date: string;
  readonly accountCode: string;
  readonly needsReview: boolean;
  readonly isReversed: boolean;
  /** Null while it waits. */
  readonly category: Category | null;
  readonly categorizedBy: 'BOOKS' | 'PERSON' | 'MODEL' | null;
  /** How sure the model was that decided; null where none did. */
  readonly confidence: number | null;
  readonly decidedAt: Date | null;
  /** Only while it waits. */
  readonly suggestion: StoredSuggestion | null;
};

export type StoredSuggestion = Omit<Suggestion, 'claim'> & { readonly modelVersion: string };

export type TransactionFilter = {
  readonly needsReview?: boolean | null;
  readonly category?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly search?: string | null;
};

type Row = {
  readonly id: string;
  readonly text: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly date: string;
  readonly accountCode: string;
  readonly needsReview: boolean;
  readonly isReversed: boolean;
  readonly decided: string | null;
  readonly decidedBy: 'PERSON' | 'MODEL' | null;
  readonly decidedConfidence: number | null;
  readonly decidedAt: string | null;
  readonly suggested: string | null;
  readonly confidence: number | null;
  readonly alternatives: readonly Choice[] | null;
  readonly reasons: readonly Reason[] | null;
  readonly modelVersion: string | null;
};

const latestDecision = `left join lateral (
    select category, decided_by, confidence, decided_at from category_decision
    where transaction_id = t.id order by revision desc limit 1
  ) d on true`;

const selectViews = `
  select t.id, t.text, t.amount_minor::text as "amountMinor", t.currency, t.date::text as date,
    t.account_code as "accountCode", (${isOpen}) as "needsReview",
    exists (select from transaction_reversal r where r.transaction_id = t.id) as "isReversed",
    d.category as decided, d.decided_by as "decidedBy", d.confidence as "decidedConfidence",
    to_json(d.decided_at) #>> '{}' as "decidedAt",
    s.category as suggested, s.confidence, s.alternatives, s.reasons,
    s.model_version as "modelVersion"
  from transaction t ${latestDecision}
  left join category_suggestion s on s.transaction_id = t.id`;

/** A page of expenses, newest first, with the count of all that fit the filter. */
export async function listTransactions(
  em: SqlEntityManager,
  page: Page,
  filter: TransactionFilter | null | undefined,
) {
  const wanted = conditionsOf(filter ?? {});
  const where = wanted.map(({ sql }) => `(${sql})`).join(' and ') || 'true';
  const params = wanted.flatMap((part) => part.params);
  const after = page.after ? 'and (t.date, t.id) < (?::date, ?::uuid)' : '';
  const [rows, [counted]] = await Promise.all([
    em.execute<Row[]>(
      `${selectViews} where ${where} ${after} order by t.date desc, t.id desc limit ?`,
      [...params, ...(page.after ?? []), page.first + 1],
    ),
    em.execute<{ count: string }[]>(
      `select count(*) as count from transaction t ${latestDecision} where ${where}`,
      params,
    ),
  ]);
  const connection = toConnection(rows.map(toView), page, ({ date, id }) => [date, id]);
  return { ...connection, totalCount: Number(counted?.count ?? 0) };
}

/** The expenses with these ids, in their order; null for one that is not the organization's. */
export async function transactionsById(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<(TransactionView | null)[]> {
  const rows = await em.execute<Row[]>(
    `${selectViews} where t.id in (select jsonb_array_elements_text(?::jsonb)::uuid)`,
    [JSON.stringify(ids.filter(isId))],
  );
  const byId = new Map(rows.map((row) => [row.id, toView(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** How many expenses wait for a category. */
export async function countWaiting(em: SqlEntityManager): Promise<number> {
  const [row] = await em.execute<{ count: string }[]>(
    `select count(*) as count from transaction t where ${isOpen}`,
  );
  return Number(row?.count ?? 0);
}

type Condition = { readonly sql: string; readonly params: readonly unknown[] };

function conditionsOf({ needsReview, category, from, to, search }: TransactionFilter) {
  const conditions: (Condition | null)[] = [
    needsReview == null ? null : { sql: needsReview ? isOpen : `not (${isOpen})`, params: [] },
    category == null ? null : inCategory(category),
    from == null ? null : { sql: 't.date >= ?', params: [from] },
    to == null ? null : { sql: 't.date <= ?', params: [to] },
    search ? { sql: 't.text ilike ?', params: [containing(search)] } : null,
  ];
  return conditions.filter((condition) => condition !== null);
}

/** Decided so, or booked so by whoever wrote the entry. A code that there is not finds nothing. */
function inCategory(code: string): Condition {
  const category = findCategory(code);
  return {
    sql: 'd.category = ? or (d.category is null and t.account_code = ?)',
    params: [category?.code ?? null, category?.accountCode ?? null],
  };
}

function toView(row: Row): TransactionView {
  const { decided, decidedBy, decidedConfidence, decidedAt, amountMinor, ...rest } = row;
  const booked = categoryOfAccount(row.accountCode);
  return {
    id: rest.id,
    text: rest.text,
    amountMinor: BigInt(amountMinor),
    currency: rest.currency,
    date: rest.date,
    accountCode: rest.accountCode,
    needsReview: rest.needsReview,
    isReversed: rest.isReversed,
    category: decided === null ? booked : findCategory(decided),
    categorizedBy: decidedBy ?? (booked ? 'BOOKS' : null),
    confidence: decidedConfidence,
    decidedAt: decidedAt === null ? null : new Date(decidedAt),
    suggestion: row.needsReview ? toSuggestion(row) : null,
  };
}

function toSuggestion({ suggested, confidence, alternatives, reasons, modelVersion }: Row) {
  if (suggested === null || confidence === null || modelVersion === null) return null;
  return {
    category: suggested,
    confidence,
    alternatives: alternatives ?? [],
    reasons: reasons ?? [],
    modelVersion,
  };
}
