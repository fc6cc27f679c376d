import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/api-error.ts';
import type { Params } from '../api/form.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, mergeMetadata, requiredText, section, text } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import { newId } from '../ids.ts';
import { bankAccountFromAlias, bankAccountFromDetails } from '../methods/bank-account.ts';
import { cardFromAlias, cardFromDetails } from '../methods/card.ts';
import type { Recognised } from '../methods/recognised.ts';
import type { Method } from '../objects.ts';
import { emit, nowSeconds, type World } from '../world.ts';
import { findCustomer } from './customers.ts';

const CREATE_PARAMETERS = [
  'type',
  'card',
  'us_bank_account',
  'sepa_debit',
  'billing_details',
  'metadata',
  'allow_redisplay',
];

/** Stores a method described by `type` and its section; a card number stays in this function's reach. */
export function createMethod(world: World, params: Params): Method {
  const type = requiredText(params, 'type');
  if (type === 'card') {
    return store(world, cardFromDetails(section(params, 'card'), world.nowMs()), params);
  }
  if (type === 'us_bank_account' || type === 'sepa_debit') {
    return store(world, bankAccountFromDetails(type, section(params, type)), params);
  }
  throw invalidRequest(`The sandbox has no payment method type ${type}.`, { param: 'type' });
}

/** A stored method, or a new one for a test name such as pm_card_visa. Throws 404 otherwise. */
export function resolveMethod(world: World, id: string): Method {
  const stored = world.store.get('payment_methods', id);
  if (stored !== undefined) return stored;
  const recognised = cardFromAlias(id, world.nowMs()) ?? bankAccountFromAlias(id);
  if (recognised !== null) return store(world, recognised, {});
  throw noSuch('PaymentMethod', id, 'payment_method');
}

function store(world: World, recognised: Recognised, params: Params): Method {
  const billing = section(params, 'billing_details');
  const address = section(billing, 'address');
  const part = (name: string) => text(address, name) ?? null;
  const method = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: {
        city: part('city'),
        country: part('country'),
        line1: part('line1'),
        line2: part('line2'),
        postal_code: part('postal_code'),
        state: part('state'),
      },
      email: text(billing, 'email') ?? null,
      name: text(billing, 'name') ?? null,
      phone: text(billing, 'phone') ?? null,
      tax_id: null,
    },
    created: nowSeconds(world),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: mergeMetadata({}, params),
    type: recognised.type,
    ...recognised.details,
  } satisfies Stripe.PaymentMethod;
  world.store.put('payment_methods', method);
  world.store.put('behaviours', { id: method.id, outcome: recognised.outcome });
  return method;
}

function create({ world, params }: Call) {
  allowOnly(params, [...CREATE_PARAMETERS, 'key']);
  return ok(createMethod(world, params));
}

function retrieve({ world, id }: Call) {
  return ok(world.store.get('payment_methods', id) ?? noSuchMethod(id));
}

function noSuchMethod(id: string): never {
  throw noSuch('PaymentMethod', id, 'payment_method');
}

function attach({ world, id, params }: Call) {
  allowOnly(params, ['customer']);
  const customer = findCustomer(world, requiredText(params, 'customer'));
  const method = resolveMethod(world, id);
  if (method.customer !== null && method.customer !== customer.id) {
    throw invalidRequest(
      'The payment method you provided has already been attached to a customer.',
    );
  }
  return ok(change(world, 'payment_method.attached', { ...method, customer: customer.id }));
}

function detach({ world, id }: Call) {
  const method = world.store.get('payment_methods', id) ?? noSuchMethod(id);
  if (method.customer === null) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    );
  }
  return ok(change(world, 'payment_method.detached', { ...method, customer: null }));
}

function change(world: World, type: Stripe.Event.Type, method: Method): Method {
  world.store.put('payment_methods', method);
  emit(world, type, method);
  return method;
}

function list({ world, params, id }: Call) {
  allowOnly(params, [...LIST_PARAMETERS, 'customer', 'type', 'allow_redisplay']);
  const customer = id === '' ? text(params, 'customer') : id;
  const type = text(params, 'type');
  const rows = world.store
    .all('payment_methods')
    .filter((method) => method.customer !== null)
    .filter((method) => customer === undefined || method.customer === customer)
    .filter((method) => type === undefined || method.type === type);
  return ok(listPage(rows, params, '/v1/payment_methods'));
}

export const paymentMethodRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/payment_methods', isPublic: true, handle: create },
  { method: 'GET', path: '/v1/payment_methods', handle: list },
  { method: 'GET', path: '/v1/payment_methods/:id', handle: retrieve },
  { method: 'GET', path: '/v1/customers/:id/payment_methods', handle: list },
  { method: 'POST', path: '/v1/payment_methods/:id/attach', handle: attach },
  { method: 'POST', path: '/v1/payment_methods/:id/detach', handle: detach },
];
