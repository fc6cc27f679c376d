import type { JournalEntryFilter } from '../../__generated__/schema.ts';
import { isLocalDate } from '../../lib/format-date.ts';
import { readText, toSearch } from '../../lib/url-state.ts';

/** What the list of entries shows; '' where nothing is asked for. Stands in the address. */
export type EntryFilters = {
  readonly account: string;
  readonly invoice: string;
  readonly payment: string;
  readonly from: string;
  readonly to: string;
};

export function readEntryFilters(params: URLSearchParams): EntryFilters {
  const date = (name: string) => {
    const text = readText(params, name);
    return isLocalDate(text) ? text : '';
  };
  return {
    account: readText(params, 'account'),
    invoice: readText(params, 'invoice'),
    payment: readText(params, 'payment'),
    from: date('from'),
    to: date('to'),
  };
}

/** The address of the list with these filters. */
export function entriesPath(filters: Partial<EntryFilters>): string {
  const query = toSearch(filters).toString();
  return query === '' ? '/ledger/entries' : `/ledger/entries?${query}`;
}

/** The same for the endpoint; null when nothing is filtered. */
export function toEntryFilter(filters: EntryFilters): JournalEntryFilter | null {
  const { account, invoice, payment, from, to } = filters;
  if (entriesPath(filters) === '/ledger/entries') return null;
  return {
    ...(account ? { accountId: account } : {}),
    ...(invoice ? { invoiceId: invoice } : {}),
    ...(payment ? { paymentId: payment } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}
