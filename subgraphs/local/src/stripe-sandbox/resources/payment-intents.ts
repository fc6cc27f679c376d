import type Stripe from 'stripe';
import { invalidRequest, noSuch, unexpectedState } from '../api/api-error.ts';
import type { Params } from '../api/form.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import {
  allowOnly,
  clearable,
  flag,
  mergeMetadata,
  oneOf,
  requiredInteger,
  requiredText,
  section,
  text,
  texts,
} from '../api/params.ts';
import { type Answer, type Call, ok, type Route } from '../api/route.ts';
import { newId, randomText } from '../ids.ts';
import { amountProblem, currencyList, isCurrency } from '../money.ts';
import type { Intent } from '../objects.ts';
import { emit, nowSeconds, unschedule, type World } from '../world.ts';
import { answerChallenge, confirmIntent } from './confirm-intent.ts';
import { findCustomer } from './customers.ts';
import { findIntent, moveIntent } from './intent-state.ts';
import { resolveMethod } from './payment-methods.ts';

const UPDATE_PARAMETERS = [
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

const CONFIRM_PARAMETERS = [
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

const CREATE_PARAMETERS = [
  ...UPDATE_PARAMETERS,
  ...CONFIRM_PARAMETERS,
  'automatic_payment_methods',
  'confirm',
  'confirmation_method',
  'on_behalf_of',
  'allowed_payment_method_types',
] satisfies (keyof Stripe.PaymentIntentCreateParams)[];

/** The name that API versions before 2026-10-28 have for allowed_payment_method_types. */
const OLD_NAME = 'payment_method_types';

function create({ world, params }: Call): Answer {
  allowOnly(params, [...CREATE_PARAMETERS, OLD_NAME]);
  const amount = requiredInteger(params, 'amount');
  const currency = currencyOf(requiredText(params, 'currency'));
  checkAmount(amount, currency);
  const created = withChanges(world, newIntent(world, amount, currency), params);
  const intent = { ...created, ...methodTypes(params, currency) };
  world.store.put('payment_intents', intent);
  emit(world, 'payment_intent.created', intent);
  return flag(params, 'confirm') ? confirmIntent(world, intent, params) : ok(intent);
}

function currencyOf(given: string): string {
  const currency = given.toLowerCase();
  if (isCurrency(currency)) return currency;
  throw invalidRequest(
    `Invalid currency: ${given}. Stripe currently supports these currencies: ${currencyList()}`,
    { param: 'currency' },
  );
}

function checkAmount(amount: number, currency: string): void {
  const problem = amountProblem(amount, currency);
  if (problem !== null)
    throw invalidRequest(problem.message, { code: problem.code, param: 'amount' });
}

const DEBIT_OF_CURRENCY = new Map([
  ['usd', 'us_bank_account'],
  ['eur', 'sepa_debit'],
]);

/** Debits exist where the currency has them; everything else is paid by card. */
function methodTypes(params: Params, currency: string): Partial<Intent> {
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

function newIntent(world: World, amount: number, currency: string): Intent {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: nowSeconds(world),
    currency,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent;
}

/** Applies what the caller sent; what was not sent stays. */
function withChanges(world: World, intent: Intent, params: Params): Intent {
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
    status: method === null ? intent.status : 'requires_confirmation',
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

function update({ world, id, params }: Call): Answer {
  allowOnly(params, UPDATE_PARAMETERS);
  const intent = findIntent(world, id);
  const changesMoney = params['amount'] !== undefined || params['currency'] !== undefined;
  const isOpen = intent.status.startsWith('requires_');
  if (changesMoney && !isOpen) {
    throw unexpectedState(
      `This PaymentIntent's amount could not be updated because it has a status of ${intent.status}. You may only update the amount of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation, requires_action.`,
    );
  }
  const amount = params['amount'] === undefined ? intent.amount : requiredInteger(params, 'amount');
  const currency = currencyOf(text(params, 'currency') ?? intent.currency);
  if (changesMoney) checkAmount(amount, currency);
  const changed = { ...withChanges(world, intent, params), amount, currency };
  const next = isOpen ? changed : { ...changed, status: intent.status };
  world.store.put('payment_intents', next);
  return ok(next);
}

function confirm({ world, id, params, isPublishable }: Call): Answer {
  allowOnly(params, [...CONFIRM_PARAMETERS, 'client_secret', 'key']);
  const intent = findForCaller(world, { id, params, isPublishable });
  return forCaller(confirmIntent(world, intent, params), isPublishable);
}

/** What the payer does on the bank's page; Stripe's own has no documented endpoint. */
function answerByPayer({ world, id, params, isPublishable }: Call): Answer {
  allowOnly(params, ['answer', 'client_secret', 'key']);
  const intent = findForCaller(world, { id, params, isPublishable });
  const answer = oneOf(params, 'answer', ['complete', 'fail']) ?? 'fail';
  return forCaller(answerChallenge(world, intent, answer), isPublishable);
}

function cancel({ world, id, params }: Call): Answer {
  allowOnly(params, ['cancellation_reason']);
  const intent = findIntent(world, id);
  const reason = oneOf(params, 'cancellation_reason', [
    'duplicate',
    'fraudulent',
    'requested_by_customer',
    'abandoned',
  ]);
  if (!intent.status.startsWith('requires_') && intent.status !== 'processing') {
    throw unexpectedState(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`,
    );
  }
  unschedule(world, 'settle_debit', intent.id);
  return ok(
    moveIntent(world, intent, {
      to: {
        status: 'canceled',
        canceled_at: nowSeconds(world),
        cancellation_reason: reason ?? null,
        next_action: null,
      },
      event: 'payment_intent.canceled',
    }),
  );
}

function retrieve({ world, id, params, isPublishable }: Call): Answer {
  return forCaller(ok(findForCaller(world, { id, params, isPublishable })), isPublishable);
}

/** A payer's browser proves its right by the client secret; a wrong one looks like no intent. */
export function findForCaller(
  world: World,
  { id, params, isPublishable }: Pick<Call, 'id' | 'params' | 'isPublishable'>,
): Intent {
  const intent = findIntent(world, id);
  if (!isPublishable || requiredText(params, 'client_secret') === intent.client_secret) {
    return intent;
  }
  throw noSuch('payment_intent', id, 'intent');
}

/** What a payer's browser may see of an intent: nothing of the customer, no metadata. */
const PUBLIC_FIELDS = new Set([
  'id',
  'object',
  'amount',
  'amount_details',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
]);

const publicPart = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([name]) => PUBLIC_FIELDS.has(name)));

export function forCaller(answer: Answer, isPublishable: boolean): Answer {
  if (!isPublishable) return answer;
  if (!('error' in answer.body)) return { ...answer, body: publicPart(answer.body) };
  const { error } = answer.body;
  if (typeof error !== 'object' || error === null || !('payment_intent' in error)) return answer;
  const intent = error.payment_intent;
  const seen = typeof intent === 'object' && intent !== null ? publicPart(intent) : null;
  return { ...answer, body: { error: { ...error, payment_intent: seen } } };
}

function list({ world, params }: Call): Answer {
  allowOnly(params, [...LIST_PARAMETERS, 'customer']);
  const customer = text(params, 'customer');
  const rows = world.store
    .all('payment_intents')
    .filter((intent) => customer === undefined || intent.customer === customer);
  return ok(listPage(rows, params, '/v1/payment_intents'));
}

export const paymentIntentRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/payment_intents', handle: create },
  { method: 'GET', path: '/v1/payment_intents', handle: list },
  { method: 'GET', path: '/v1/payment_intents/:id', isPublic: true, handle: retrieve },
  { method: 'POST', path: '/v1/payment_intents/:id', handle: update },
  { method: 'POST', path: '/v1/payment_intents/:id/confirm', isPublic: true, handle: confirm },
  { method: 'POST', path: '/v1/payment_intents/:id/cancel', handle: cancel },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id/answer_challenge',
    isPublic: true,
    handle: answerByPayer,
  },
];
