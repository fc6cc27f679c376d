import { addressOf, readText } from '../../lib/url-state.ts';

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
  return addressOf('/customers', { search, sheet });
}
