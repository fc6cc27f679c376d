import type Stripe from 'stripe';
import { invalidRequest } from '../api/api-error.ts';
import type { Params } from '../api/form.ts';
import { clearable, mergeMetadata, oneOf, section, text, texts } from '../api/params.ts';
import { amountProblem, currencyList, isCurrency } from '../money.ts';
import type { Intent } from '../objects.ts';
import { type World } from '../world.ts';
import { findCustomer } from './customers.ts';
import { resolveMethod } from './payment-methods.ts';

export const UPDATE_PARAMETERS = [
  'amount',
  'currency',
  'customer',
  'description',
  'metadata',
  'payment_method',
  'payment_method_data',
  'payment_method_options',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'statement_descriptor',
  'statement_descriptor_suffix',
  'transfer_group',
  'capture_method',
] satisfies (keyof Stripe.PaymentIntentUpdateParams)[];

export const CONFIRM_PARAMETERS = [
  'payment_method',
  'payment_method_data',
  'payment_method_options',
  'receipt_email',
  'return_url',
  'setup_future_usage',
  'shipping',
  'off_session',
  'mandate',
  'mandate_data',
  'use_stripe_sdk',
  'capture_method',
  'error_on_requires_action',
] satisfies (keyof Stripe.PaymentIntentConfirmParams)[];

export const CREATE_PARAMETERS = [
  ...UPDATE_PARAMETERS,
  ...CONFIRM_PARAMETERS,
  'automatic_payment_methods',
  'confirm',
  'confirmation_method',
  'on_behalf_of',
  'allowed_payment_method_types',
] satisfies (keyof Stripe.PaymentIntentCreateParams)[];

/** The name that API versions before 2026-10-28 have for allowed_payment_method_types. */
export const OLD_NAME = 'payment_method_types';

const DEBIT_OF_CURRENCY = new Map([
  ['usd', 'us_bank_account'],
  ['eur', 'sepa_debit'],
]);

export function currencyOf(given: string): string {
  const currency = given.toLowerCase();
  if (isCurrency(currency)) return currency;
  throw invalidRequest(
    `Invalid currency: ${given}. Stripe currently supports these currencies: ${currencyList()}`,
    { param: 'currency' },
  );
}

export function checkAmount(amount: number, currency: string): void {
  const problem = amountProblem(amount, currency);
  if (problem !== null)
    throw invalidRequest(problem.message, { code: problem.code, param: 'amount' });
}

/** Debits exist where the currency has them; everything else is paid by card. */
export function methodTypes(params: Params, currency: string): Partial<Intent> {
  const older = texts(params, OLD_NAME);
  if (older !== undefined) return { payment_method_types: [...older] };
  const debit = DEBIT_OF_CURRENCY.get(currency);
  const possible = debit === undefined ? ['card'] : ['card', debit];
  const allowed = texts(params, 'allowed_payment_method_types') ?? possible;
  const types = possible.filter((type) => allowed.includes(type));
  if (types.length === 0) {
    throw invalidRequest(`No allowed payment method type can be used with ${currency}.`, {
      param: 'allowed_payment_method_types',
    });
  }
  const automatic = section(params, 'automatic_payment_methods');
  const redirects = oneOf(automatic, 'allow_redirects', ['always', 'never']) ?? 'always';
  return {
    payment_method_types: types,
    automatic_payment_methods: { enabled: true, allow_redirects: redirects },
  };
}

/** Applies what the caller sent; what was not sent stays. */
export function withChanges(world: World, intent: Intent, params: Params): Intent {
  const or = (name: string, current: string | null) => {
    const given = clearable(params, name);
    return given === undefined ? current : given;
  };
  const customer = or('customer', intent.customer);
  if (customer !== null) findCustomer(world, customer);
  const chosen = text(params, 'payment_method');
  const method = chosen === undefined ? intent.payment_method : resolveMethod(world, chosen).id;
  const usage = oneOf(params, 'setup_future_usage', ['off_session', 'on_session', '']);
  return {
    ...intent,
    customer,
    payment_method: method,
    status: chosen === undefined ? intent.status : 'requires_confirmation',
    capture_method: captureMethod(params) ?? intent.capture_method,
    description: or('description', intent.description),
    metadata: mergeMetadata(intent.metadata, params),
    receipt_email: or('receipt_email', intent.receipt_email),
    setup_future_usage: usage === undefined ? intent.setup_future_usage : usage || null,
    statement_descriptor: or('statement_descriptor', intent.statement_descriptor),
    statement_descriptor_suffix: or(
      'statement_descriptor_suffix',
      intent.statement_descriptor_suffix,
    ),
    transfer_group: or('transfer_group', intent.transfer_group),
  };
}

function captureMethod(params: Params): 'automatic' | 'automatic_async' | undefined {
  if (text(params, 'capture_method') === 'manual') {
    throw invalidRequest('The sandbox does not capture by hand.', { param: 'capture_method' });
  }
  return oneOf(params, 'capture_method', ['automatic', 'automatic_async']);
}
