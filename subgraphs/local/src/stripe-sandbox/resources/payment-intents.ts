import { unexpectedState } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, flag, oneOf, requiredInteger, requiredText, text } from '../api/params.ts';
import { type Answer, type Call, ok, type Route } from '../api/route.ts';
import { emit, nowSeconds, unschedule } from '../world.ts';
import { answerChallenge, confirmIntent } from './confirm-intent.ts';
import { findIntent, moveIntent } from './intent-state.ts';
import {
  CONFIRM_PARAMETERS,
  CREATE_PARAMETERS,
  OLD_NAME,
  UPDATE_PARAMETERS,
  checkAmount,
  currencyOf,
  methodTypes,
  withChanges,
} from './intent-params.ts';
import { newIntent } from './new-intent.ts';
import { findForCaller, forCaller } from './public-intent.ts';

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
