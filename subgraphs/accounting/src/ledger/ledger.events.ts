import type { Clock } from '@finflow/shared/clock';
import { newEvent, type FinflowEvent } from '@finflow/shared/events/envelope';
import type { AccountBook } from './account-book.ts';
import type { EntryRow, PostingRow } from './entry-rows.ts';

type Written = { readonly entries: readonly EntryRow[]; readonly postings: readonly PostingRow[] };
type Room = { readonly organizationId: string; readonly clock: Clock };

/** One ledger_entry_posted for each entry, in the order of the chain. */
export function ledgerEntryPosted(
  { entries, postings }: Written,
  book: AccountBook,
  { organizationId, clock }: Room,
): FinflowEvent<'ledger_entry_posted'>[] {
  const linesOf = Map.groupBy(postings, ({ entryId }) => entryId);
  return entries.map((entry) =>
    newEvent(
      'ledger_entry_posted',
      {
        source: '/accounting',
        subject: entry.id,
        organizationId,
        data: {
          entryId: entry.id,
          sequence: entry.sequence,
          date: entry.date,
          kind: entry.kind,
          description: entry.description,
          ...(entry.invoiceId && { invoiceId: entry.invoiceId }),
          ...(entry.paymentId && { paymentId: entry.paymentId }),
          ...(entry.reversalOf && { reversalOf: entry.reversalOf }),
          postings: (linesOf.get(entry.id) ?? []).map((line) => toEventPosting(line, book)),
        },
      },
      clock,
    ),
  );
}

function toEventPosting(line: PostingRow, book: AccountBook) {
  const { id, code, type } = book.find(line.accountId);
  return {
    accountId: id,
    accountCode: code,
    accountType: type,
    side: line.side,
    amountMinor: line.amountMinor.toString(),
    currency: line.currency,
  };
}
