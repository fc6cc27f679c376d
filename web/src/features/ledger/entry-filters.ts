import type { JournalEntryFilter } from '../../__generated__/schema.ts';
import { addressOf, readDate, readText } from '../../lib/url-state.ts';

/** What the list of entries shows; '' where nothing is asked for. Stands in the address. */
export type EntryFilters = {
  readonly account: string;
  readonly invoice: string;
  readonly payment: string;
  readonly from: string;
  readonly to: string;
};

export function readEntryFilters(params: URLSearchParams): EntryFilters {
  return {
    account: readText(params, 'account'),
    invoice: readText(params, 'invoice'),
    payment: readText(params, 'payment'),
    from: readDate(params, 'from'),
    to: readDate(params, 'to'),
  };
}

/** The address of the list with these filters. */
export function entriesPath(filters: Partial<EntryFilters>): string {
  return addressOf('/ledger/entries', filters);
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
