import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { LocalDate } from '@finflow/shared/local-date';

/** What a journal entry does to cash in one currency. Minor units. */
export type CashMovement = {
  readonly entryId: string;
  readonly organizationId: string;
  readonly currency: string;
  readonly date: LocalDate;
  /** Above zero came in, below zero went out. A payout from the provider to the bank moves nothing. */
  readonly netMinor: bigint;
  /** What customers paid on what they owed, before fees. */
  readonly receivedMinor: bigint;
};

type Posting = FinflowEvent<'ledger_entry_posted'>['data']['postings'][number];

/** Bank and provider clearing together are cash: both can be spent within days. */
const cashAccounts: readonly string[] = ['1000', '1010'];

/** Whether what stands on the account can be spent within days. */
export const isCash = (accountCode: string): boolean => cashAccounts.includes(accountCode);

/** What a customer's payment is booked against: what is owed, and credit for a surplus. */
const customerAccounts: readonly string[] = ['1100', '2300'];

/** The entry's movements of cash, one a currency; none when it touches no cash account. */
export function cashMovements(event: FinflowEvent<'ledger_entry_posted'>): CashMovement[] {
  const { entryId, date, postings } = event.data;
  const organizationId = event.organizationid;
  if (organizationId === undefined) return []; // A journal is always some organization's.
  const cash = postings.filter(({ accountCode }) => isCash(accountCode));
  return [...new Set(cash.map(({ currency }) => currency))].map((currency) => {
    const own = cash.filter((posting) => posting.currency === currency);
    return {
      entryId,
      organizationId,
      currency,
      date,
      netMinor: total(own, 'DEBIT') - total(own, 'CREDIT'),
      receivedMinor: isPaidByCustomer(postings, currency) ? total(own, 'DEBIT') : 0n,
    };
  });
}

const total = (postings: readonly Posting[], side: Posting['side']): bigint =>
  postings
    .filter((posting) => posting.side === side)
    .reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);

const isPaidByCustomer = (postings: readonly Posting[], currency: string): boolean =>
  postings.some(
    (posting) =>
      posting.side === 'CREDIT' &&
      posting.currency === currency &&
      customerAccounts.includes(posting.accountCode),
  );
