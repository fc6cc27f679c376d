import { InvalidEvent } from '@finflow/shared/events/validate';
import type { LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { accounts } from './chart-of-accounts.ts';
import { expenseStanding } from './expense-standing.ts';
import { type PostingRoom, postEntries } from './post-entries.ts';
import { reclassifyExpensePosting } from './postings/reclassify-expense.ts';

/** That an expense is of the category that is booked on this account. */
export type Categorization = {
  readonly entryId: string;
  readonly accountCode: string;
  /** Counts the decisions about this expense: the highest holds. */
  readonly revision: number;
};

/** What the books did about it. Only the first is a new entry; all the others leave them as they are. */
export type ReclassificationOutcome =
  | 'RECLASSIFIED'
  /** It stands there, or a later decision was booked before. */
  | 'ALREADY_THERE'
  /** Somebody chose a real account when they wrote the entry: that holds. */
  | 'CODED_BY_HAND'
  /** The entry was taken back. */
  | 'REVERSED'
  /** Somebody moved the money off the uncategorized account by an entry of their own. */
  | 'MOVED_BY_HAND'
  /** The organization has no such expense account. */
  | 'UNKNOWN_ACCOUNT';

type Amount = { readonly currency: string; readonly amountMinor: bigint };

/**
 * Moves an expense to the account of its category by a new entry; the old one stays. Call it with the ledger locked.
 * @param bookOn the day for an entry of that day: later, where its period is closed
 * @throws InvalidEvent when the organization has no such entry
 */
export async function reclassifyExpense(
  em: SqlEntityManager,
  { entryId, accountCode, revision }: Categorization,
  { bookOn, ...room }: PostingRoom & { readonly bookOn: (date: LocalDate) => LocalDate },
): Promise<ReclassificationOutcome> {
  const entry = await findEntry(em, entryId);
  const amounts = await uncategorizedAmounts(em, entryId);
  if (amounts.length === 0) return 'CODED_BY_HAND';
  if (entry.isReversed) return 'REVERSED';
  if (!(await isExpenseAccount(em, accountCode))) return 'UNKNOWN_ACCOUNT';
  const standing = await expenseStanding(em, entryId);
  if (standing.revision >= revision || standing.accountCode === accountCode) return 'ALREADY_THERE';
  if (!(await isEnoughOn(em, standing.accountCode, amounts))) return 'MOVED_BY_HAND';
  const draft = reclassifyExpensePosting({
    entryId,
    revision,
    amounts,
    description: entry.description,
    date: bookOn(entry.date),
    fromAccount: standing.accountCode,
    toAccount: accountCode,
  });
  await postEntries(em, [draft], room);
  return 'RECLASSIFIED';
}

type Entry = { readonly date: string; readonly description: string; readonly isReversed: boolean };

async function findEntry(em: SqlEntityManager, entryId: string): Promise<Entry> {
  const [entry] = await em.execute<Entry[]>(
    `select e.date::text as date, e.description,
       exists (select from journal_entry r where r.reversal_of = e.id) as "isReversed"
     from journal_entry e where e.id = ?`,
    [entryId],
  );
  if (!entry) throw new InvalidEvent('The books have no such entry.');
  return entry;
}

/** What the entry put on the uncategorized account, by currency. */
async function uncategorizedAmounts(em: SqlEntityManager, entryId: string): Promise<Amount[]> {
  const rows = await em.execute<{ currency: string; amount: string }[]>(
    `select p.currency,
       sum(case when p.side = 'DEBIT' then p.amount_minor else -p.amount_minor end)::text as amount
     from posting p join account a on a.id = p.account_id
     where p.entry_id = ? and a.code = ? group by p.currency order by p.currency`,
    [entryId, accounts.uncategorized],
  );
  return rows
    .map(({ currency, amount }) => ({ currency, amountMinor: BigInt(amount) }))
    .filter(({ amountMinor }) => amountMinor > 0n);
}

async function isExpenseAccount(em: SqlEntityManager, code: string): Promise<boolean> {
  const found = await em.execute<unknown[]>(
    `select 1 as known from account where code = ? and type = 'EXPENSE'`,
    [code],
  );
  return found.length > 0;
}

/** Whether so much is on the account; nothing is moved off that isn't there. */
async function isEnoughOn(
  em: SqlEntityManager,
  code: string,
  amounts: readonly Amount[],
): Promise<boolean> {
  const rows = await em.execute<{ currency: string; balance: string }[]>(
    `select b.currency, sum(b.debit_minor - b.credit_minor)::text as balance
     from account_balance b join account a on a.id = b.account_id
     where a.code = ? group by b.currency`,
    [code],
  );
  const balanceOf = new Map(rows.map(({ currency, balance }) => [currency, BigInt(balance)]));
  return amounts.every(
    ({ currency, amountMinor }) => (balanceOf.get(currency) ?? 0n) >= amountMinor,
  );
}
