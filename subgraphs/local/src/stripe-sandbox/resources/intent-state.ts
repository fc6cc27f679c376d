import type Stripe from 'stripe';
import { invalidRequest, noSuch, unexpectedState } from '../api/api-error.ts';
import type { Decline } from '../methods/declines.ts';
import type { Charge, Intent, Method } from '../objects.ts';
import { emit, schedule, type World } from '../world.ts';
import { bookCharge } from './charge-attempt.ts';

/** A payment intent. Throws 404 when there is none. */
export function findIntent(world: World, id: string, param = 'intent'): Intent {
  const intent = world.store.get('payment_intents', id);
  if (intent === undefined) throw noSuch('payment_intent', id, param);
  return intent;
}

/** Stores the intent as changed and tells of it. */
export function moveIntent(
  world: World,
  intent: Intent,
  { to, event }: { to: Partial<Intent>; event: Stripe.Event.Type },
): Intent {
  const moved = { ...intent, ...to };
  world.store.put('payment_intents', moved);
  emit(world, event, moved);
  return moved;
}

/** The money arrived: the charge is booked (now or, captured asynchronously, in a moment). */
export function intentSucceeded(world: World, intent: Intent, charge: Charge): Intent {
  const isBookedLater = intent.capture_method === 'automatic_async';
  if (isBookedLater) {
    schedule(world, 'book_balance', charge.id, world.knobs.current().balanceDelayMs);
  } else {
    bookCharge(world, charge);
  }
  scheduleDispute(world, charge);
  return moveIntent(world, intent, {
    to: {
      status: 'succeeded',
      amount_received: charge.amount,
      latest_charge: charge.id,
      payment_method: charge.payment_method,
      next_action: null,
      last_payment_error: null,
    },
    event: 'payment_intent.succeeded',
  });
}

function scheduleDispute(world: World, charge: Charge): void {
  const after = aftermathOf(world, charge);
  if (after?.startsWith('dispute')) {
    schedule(world, 'open_dispute', charge.id, world.knobs.current().disputeDelayMs);
  }
}

/** What the test method of a charge does after its success, or undefined. */
export function aftermathOf(world: World, charge: Charge) {
  let outcome = world.store.get('behaviours', charge.payment_method ?? '')?.outcome;
  while (outcome?.kind === 'authenticate' || outcome?.kind === 'process') outcome = outcome.result;
  return outcome?.kind === 'succeed' ? outcome.after : undefined;
}

/** The money did not arrive: the intent waits for another method and keeps the reason. */
export function intentFailed(
  world: World,
  intent: Intent,
  { decline, method, charge }: { decline: Decline; method: Method; charge: Charge | null },
): Intent {
  const documentation = `https://stripe.com/docs/error-codes/${decline.code.replaceAll('_', '-')}`;
  return moveIntent(world, intent, {
    to: {
      status: 'requires_payment_method',
      payment_method: null,
      next_action: null,
      ...(charge === null ? {} : { latest_charge: charge.id }),
      last_payment_error: {
        ...decline,
        ...(charge === null ? {} : { charge: charge.id }),
        doc_url: documentation,
        payment_method: method,
      },
    },
    event: 'payment_intent.payment_failed',
  });
}

const REASON_AGAINST_CONFIRMING = new Map<string, string>([
  ['succeeded', 'it has already succeeded after being previously confirmed.'],
  ['processing', 'it has a status of processing.'],
  ['canceled', 'it has a status of canceled.'],
]);

/** Throws 400 payment_intent_unexpected_state when the intent is past confirming. */
export function assertConfirmable(intent: Intent): void {
  const reason = REASON_AGAINST_CONFIRMING.get(intent.status);
  if (reason === undefined) return;
  throw unexpectedState(`You cannot confirm this PaymentIntent because ${reason}`);
}

/** Throws 400 when the intent does not take methods of this type. */
export function assertTakes(intent: Intent, method: Method): void {
  if (intent.payment_method_types.includes(method.type)) return;
  const allowed = intent.payment_method_types.join(', ');
  throw invalidRequest(
    `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${allowed}.`,
    { code: 'payment_intent_incompatible_payment_method', param: 'payment_method' },
  );
}
