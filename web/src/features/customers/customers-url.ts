import { readText, toSearch } from '../../lib/url-state.ts';

/** What the customers page keeps in its address. */
export type CustomersState = {
  readonly search: string;
  /** The open sheet: 'new', a customer's id, or nothing. */
  readonly sheet: string;
};

export function readCustomersState(params: URLSearchParams): CustomersState {
  return { search: readText(params, 'search'), sheet: readText(params, 'sheet') };
}

export function customersPath({ search = '', sheet = '' }: Partial<CustomersState>): string {
  const query = toSearch({ search, sheet }).toString();
  return query === '' ? '/customers' : `/customers?${query}`;
}
