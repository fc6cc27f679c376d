import type Stripe from 'stripe';
import { noSuch } from '../api/api-error.ts';
import type { Params } from '../api/form.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, clearable, mergeMetadata, section, text } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import { newId, randomText } from '../ids.ts';
import { emit, nowSeconds, type World } from '../world.ts';

const PARAMETERS = [
  'name',
  'email',
  'phone',
  'description',
  'address',
  'metadata',
  'payment_method',
  'invoice_settings',
  'preferred_locales',
  'tax_exempt',
  'shipping',
];

/** A customer that was not deleted. Throws 404 otherwise. */
export function findCustomer(world: World, id: string, param = 'customer'): Stripe.Customer {
  const customer = world.store.get('customers', id);
  if (customer === undefined || customer.deleted) throw noSuch('customer', id, param);
  return customer;
}

function create({ world, params }: Call) {
  allowOnly(params, PARAMETERS);
  const blank = {
    id: newId('cus'),
    object: 'customer',
    address: null,
    balance: 0,
    created: nowSeconds(world),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  } satisfies Stripe.Customer;
  const customer = withChanges(blank, params);
  world.store.put('customers', customer);
  emit(world, 'customer.created', customer);
  return ok(customer);
}

function withChanges(customer: Stripe.Customer, params: Params): Stripe.Customer {
  const or = (name: string, current: string | null | undefined): string | null => {
    const given = clearable(params, name);
    return given === undefined ? (current ?? null) : given;
  };
  return {
    ...customer,
    address: params['address'] === undefined ? (customer.address ?? null) : addressOf(params),
    description: or('description', customer.description),
    email: or('email', customer.email),
    name: or('name', customer.name),
    phone: or('phone', customer.phone),
    metadata: mergeMetadata(customer.metadata, params),
  };
}

function addressOf(params: Params): Stripe.Address | null {
  if (params['address'] === '') return null;
  const address = section(params, 'address');
  const part = (name: string) => text(address, name) ?? null;
  return {
    city: part('city'),
    country: part('country'),
    line1: part('line1'),
    line2: part('line2'),
    postal_code: part('postal_code'),
    state: part('state'),
  };
}

function retrieve({ world, id }: Call) {
  return ok(world.store.get('customers', id) ?? notFound(id));
}

function notFound(id: string): never {
  throw noSuch('customer', id, 'id');
}

function update({ world, id, params }: Call) {
  allowOnly(params, PARAMETERS);
  const before = findCustomer(world, id, 'id');
  const customer = withChanges(before, params);
  world.store.put('customers', customer);
  emit(world, 'customer.updated', customer, before);
  return ok(customer);
}

function remove({ world, id }: Call) {
  const customer = findCustomer(world, id, 'id');
  const deleted = { id, object: 'customer', deleted: true } satisfies Stripe.DeletedCustomer;
  world.store.put('customers', deleted);
  emit(world, 'customer.deleted', customer);
  return ok(deleted);
}

function list({ world, params }: Call) {
  allowOnly(params, [...LIST_PARAMETERS, 'email']);
  const email = text(params, 'email');
  const rows = world.store
    .all('customers')
    .filter((row) => !row.deleted)
    .filter((row) => email === undefined || row.email === email);
  return ok(listPage(rows, params, '/v1/customers'));
}

export const customerRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/customers', handle: create },
  { method: 'GET', path: '/v1/customers', handle: list },
  { method: 'GET', path: '/v1/customers/:id', handle: retrieve },
  { method: 'POST', path: '/v1/customers/:id', handle: update },
  { method: 'DELETE', path: '/v1/customers/:id', handle: remove },
];
