import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { LocalDate } from '@finflow/shared/local-date';
import { uncategorizedAccount } from '../categories/taxonomy.ts';

/** Money that went out for something. Minor units, above zero. */
export type ExpenseTransaction = {
  readonly id: string;
  readonly organizationId: string;
  readonly text: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly date: LocalDate;
  readonly accountCode: string;
  readonly isByHand: boolean;
};

type Posted = FinflowEvent<'ledger_entry_posted'>;
type Posting = Posted['data']['postings'][number];

const cashAccounts: readonly string[] = ['1000', '1010'];

/**
 * The expense that an entry tells of: it debits an expense account, and money leaves or is owed for it. Null for all others: a
 * reclassification moves an expense from account to account and pays nobody, so that what accounting does about a category
 * comes back here as nothing.
 *
 * An entry that is split over several expense accounts counts with the part that waits for a category, or else with its largest: its lines
 * have no words of their own by which each could be told what it was for.
 */
export function expenseOf({ organizationid, data }: Posted): ExpenseTransaction | null {
  if (organizationid === undefined || data.kind === 'REVERSAL') return null;
  const isPaid = data.postings.some((posting) => posting.side === 'CREDIT' && isPayment(posting));
  const expenses = data.postings.filter(
    ({ side, accountType }) => side === 'DEBIT' && accountType === 'EXPENSE',
  );
  const waiting = expenses.filter(({ accountCode }) => accountCode === uncategorizedAccount);
  const main = waiting[0] ?? expenses.toSorted(bySize)[0];
  if (!isPaid || main === undefined) return null;
  const { accountCode, currency } = main;
  return {
    id: data.entryId,
    organizationId: organizationid,
    text: oneLine(data.description ?? ''),
    amountMinor: expenses
      .filter((posting) => posting.accountCode === accountCode && posting.currency === currency)
      .reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n),
    currency,
    date: data.date,
    accountCode,
    isByHand: data.kind === 'MANUAL',
  };
}

/** Paid from cash, or owed from now on. */
const isPayment = ({ accountCode, accountType }: Posting): boolean =>
  cashAccounts.includes(accountCode) || accountType === 'LIABILITY';

/** The largest first; of equals the one with the lower code, so that the order of the postings doesn't matter. */
function bySize(a: Posting, b: Posting): number {
  const difference = BigInt(b.amountMinor) - BigInt(a.amountMinor);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return a.accountCode < b.accountCode ? -1 : 1;
}

/** Line breaks and other control characters say nothing about what was bought. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
