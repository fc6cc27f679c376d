import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { LocalDate } from '@finflow/shared/local-date';
import { cashMovements, isCash } from './cash-movement.ts';

type Posting = FinflowEvent<'ledger_entry_posted'>['data']['postings'][number];

/** The part of an entry's movement of cash that stands against one account. Minor units. */
export type CashPart = {
  readonly organizationId: string;
  readonly entryId: string;
  readonly code: string;
  readonly currency: string;
  readonly date: LocalDate;
  /** Above zero came in, below zero went out. An entry's parts add up to what it does to cash. */
  readonly amountMinor: bigint;
  readonly purpose: string | null;
  readonly invoiceId: string | null;
};

/** What the entry moved cash for, one part an account and currency; none when it leaves cash as it was, as a payout to the bank does. */
export function cashItems(event: FinflowEvent<'ledger_entry_posted'>): CashPart[] {
  const { organizationid: organizationId, data } = event;
  if (organizationId === undefined) return []; // A journal is always some organization's.
  const { entryId, date, description: purpose = null, invoiceId = null } = data;
  const accounts = Map.groupBy(
    data.postings.filter(({ accountCode }) => !isCash(accountCode)),
    ({ accountCode, currency }) => `${accountCode} ${currency}`,
  );
  const moved = new Set(
    cashMovements(event).flatMap((cash) => (cash.netMinor === 0n ? [] : cash.currency)),
  );
  return [...accounts.values()].flatMap((postings) => {
    const [first] = postings;
    const amountMinor = creditsLessDebits(postings);
    if (!first || !moved.has(first.currency) || amountMinor === 0n) return [];
    const { accountCode: code, currency } = first;
    return { organizationId, entryId, code, currency, date, amountMinor, purpose, invoiceId };
  });
}

/** Entries are balanced: what is credited to the other accounts is what cash is debited with. */
const creditsLessDebits = (postings: readonly Posting[]): bigint =>
  postings.reduce(
    (sum, { side, amountMinor }) => sum + (side === 'CREDIT' ? 1n : -1n) * BigInt(amountMinor),
    0n,
  );
