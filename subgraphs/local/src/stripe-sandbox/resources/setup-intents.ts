import type Stripe from 'stripe';
import { documentationOf, noSuch } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, flag, mergeMetadata, oneOf, text, texts } from '../api/params.ts';
import { type Answer, type Call, ok, type Route } from '../api/route.ts';
import { newId, randomText } from '../ids.ts';
import { declineOf } from '../methods/declines.ts';
import type { SetupIntent } from '../objects.ts';
import { emit, nowSeconds, type World } from '../world.ts';
import { findCustomer } from './customers.ts';
import { resolveMethod } from './payment-methods.ts';

const PARAMETERS = [
  'payment_method',
  'payment_method_types',
  'automatic_payment_methods',
  'customer',
  'confirm',
  'description',
  'metadata',
  'usage',
  'return_url',
  'mandate_data',
];

function create({ world, params }: Call): Answer {
  allowOnly(params, PARAMETERS);
  const customer = text(params, 'customer');
  const chosen = text(params, 'payment_method');
  const id = newId('seti');
  const intent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: nowSeconds(world),
    customer: customer === undefined ? null : findCustomer(world, customer).id,
    customer_account: null,
    description: text(params, 'description') ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata({}, params),
    next_action: null,
    on_behalf_of: null,
    payment_method: chosen === undefined ? null : resolveMethod(world, chosen).id,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [...(texts(params, 'payment_method_types') ?? ['card'])],
    single_use_mandate: null,
    status: chosen === undefined ? 'requires_payment_method' : 'requires_confirmation',
    usage: oneOf(params, 'usage', ['off_session', 'on_session']) ?? 'off_session',
  } satisfies Stripe.SetupIntent;
  world.store.put('setup_intents', intent);
  emit(world, 'setup_intent.created', intent);
  return flag(params, 'confirm') ? confirmSetup(world, intent) : ok(intent);
}

/** Saving a method succeeds unless its card declines or wants its holder first. */
function confirmSetup(world: World, intent: SetupIntent): Answer {
  const method = resolveMethod(world, intent.payment_method ?? '');
  const outcome = world.store.get('behaviours', method.id)?.outcome;
  if (outcome?.kind === 'decline') {
    const { code, message } = declineOf(outcome.decline);
    const error = { ...declineOf(outcome.decline), doc_url: documentationOf(code), message };
    move(world, intent, 'setup_intent.setup_failed', {
      status: 'requires_payment_method',
      last_setup_error: error,
      payment_method: null,
    });
    return { status: 402, body: { error } };
  }
  if (outcome?.kind === 'authenticate') {
    const action = { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect' } };
    return ok(
      move(world, intent, 'setup_intent.requires_action', {
        status: 'requires_action',
        next_action: action,
      }),
    );
  }
  return ok(move(world, intent, 'setup_intent.succeeded', { status: 'succeeded' }));
}

function move(
  world: World,
  intent: SetupIntent,
  event: Stripe.Event.Type,
  to: Partial<SetupIntent>,
): SetupIntent {
  const moved = { ...intent, ...to };
  world.store.put('setup_intents', moved);
  emit(world, event, moved);
  return moved;
}

function find(world: World, id: string): SetupIntent {
  const intent = world.store.get('setup_intents', id);
  if (intent === undefined) throw noSuch('setupintent', id, 'intent');
  return intent;
}

function confirm({ world, id, params }: Call): Answer {
  allowOnly(params, ['payment_method', 'return_url', 'mandate_data']);
  const intent = find(world, id);
  const chosen = text(params, 'payment_method') ?? intent.payment_method ?? '';
  return confirmSetup(world, { ...intent, payment_method: resolveMethod(world, chosen).id });
}

function cancel({ world, id }: Call): Answer {
  return ok(move(world, find(world, id), 'setup_intent.canceled', { status: 'canceled' }));
}

function list({ world, params }: Call): Answer {
  allowOnly(params, [...LIST_PARAMETERS, 'customer', 'payment_method']);
  const customer = text(params, 'customer');
  const rows = world.store
    .all('setup_intents')
    .filter((intent) => customer === undefined || intent.customer === customer);
  return ok(listPage(rows, params, '/v1/setup_intents'));
}

export const setupIntentRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/setup_intents', handle: create },
  { method: 'GET', path: '/v1/setup_intents', handle: list },
  { method: 'GET', path: '/v1/setup_intents/:id', handle: ({ world, id }) => ok(find(world, id)) },
  { method: 'POST', path: '/v1/setup_intents/:id/confirm', handle: confirm },
  { method: 'POST', path: '/v1/setup_intents/:id/cancel', handle: cancel },
];
