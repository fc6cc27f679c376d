import type { InvoiceFilter, InvoiceStatus } from '../../__generated__/schema.ts';
import { addressOf, readDate, readFlag, readSomeOf, readText } from '../../lib/url-state.ts';

const statuses: readonly InvoiceStatus[] = ['DRAFT', 'OPEN', 'PARTIALLY_PAID', 'PAID'];

/** What the list shows; stands in the address, so that a view can be shared and found again. */
export type Filters = {
  readonly status: readonly InvoiceStatus[];
  readonly overdue: boolean;
  /** A customer's id, or ''. */
  readonly customer: string;
  /** Issue dates, or ''. */
  readonly from: string;
  readonly to: string;
  readonly search: string;
};

export const noFilters: Filters = {
  status: [],
  overdue: false,
  customer: '',
  from: '',
  to: '',
  search: '',
};

export function readFilters(params: URLSearchParams): Filters {
  return {
    status: readSomeOf(params, 'status', statuses),
    overdue: readFlag(params, 'overdue'),
    customer: readText(params, 'customer'),
    from: readDate(params, 'from'),
    to: readDate(params, 'to'),
    search: readText(params, 'search'),
  };
}

/** The address of the list with these filters. */
export function invoicesPath(filters: Filters): string {
  return addressOf('/invoices', filters);
}

/** The same for the endpoint; null when nothing is filtered. */
export function toFilterInput(filters: Filters): InvoiceFilter | null {
  if (!isFiltered(filters)) return null;
  const { status, overdue, customer, from, to, search } = filters;
  return {
    ...(status.length > 0 ? { status: [...status] } : {}),
    ...(overdue ? { overdue } : {}),
    ...(customer ? { customerId: customer } : {}),
    ...(from ? { issuedFrom: from } : {}),
    ...(to ? { issuedTo: to } : {}),
    ...(search ? { search } : {}),
  };
}

export function isFiltered(filters: Filters): boolean {
  return invoicesPath(filters) !== '/invoices';
}

/** True when the list shows what is late and nothing else: then emptiness is good news. */
export function isOnlyOverdue(filters: Filters): boolean {
  return invoicesPath(filters) === invoicesPath({ ...noFilters, overdue: true });
}
