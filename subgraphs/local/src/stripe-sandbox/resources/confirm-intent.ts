import { type ApiErrorBody, documentationOf, unexpectedState } from '../api/api-error.ts';
import type { Params } from '../api/form.ts';
import { flag, section, text } from '../api/params.ts';
import { type Answer, ok } from '../api/route.ts';
import { type Decline, declineOf } from '../methods/declines.ts';
import { decline, type Outcome } from '../methods/outcome.ts';
import type { Charge, Intent, Method } from '../objects.ts';
import { schedule, type World } from '../world.ts';
import { createCharge } from './charge-attempt.ts';
import {
  assertConfirmable,
  assertTakes,
  intentFailed,
  intentSucceeded,
  moveIntent,
} from './intent-state.ts';
import { createMethod, resolveMethod } from './payment-methods.ts';

/** Tries to take the money. Answers the intent, or 402 with the bank's reason; both change state. */
export function confirmIntent(world: World, intent: Intent, params: Params): Answer {
  assertConfirmable(intent);
  const method = chosenMethod(world, intent, params);
  assertTakes(intent, method);
  const confirmed: Intent = { ...intent, payment_method: method.id, last_payment_error: null };
  const outcome = outcomeFor(world, method, flag(params, 'off_session'));
  return apply(world, {
    intent: confirmed,
    method,
    outcome,
    returnUrl: text(params, 'return_url'),
  });
}

/** The payer's answer to the bank's challenge. Throws 400 when none was asked. */
export function answerChallenge(world: World, intent: Intent, answer: 'complete' | 'fail'): Answer {
  if (intent.status !== 'requires_action' || intent.payment_method === null) {
    throw unexpectedState('This PaymentIntent does not ask for authentication.');
  }
  const method = resolveMethod(world, intent.payment_method);
  if (answer === 'fail') {
    const reason = declineOf('authentication_failure');
    return refused(intentFailed(world, intent, { decline: reason, method, charge: null }), reason);
  }
  const outcome = world.store.get('behaviours', method.id)?.outcome;
  const result: Outcome = outcome?.kind === 'authenticate' ? outcome.result : { kind: 'succeed' };
  return apply(world, { intent, method, outcome: result, returnUrl: undefined });
}

function chosenMethod(world: World, intent: Intent, params: Params): Method {
  if (params['payment_method_data'] !== undefined) {
    return createMethod(world, section(params, 'payment_method_data'));
  }
  const id = text(params, 'payment_method') ?? intent.payment_method;
  if (id !== null) return resolveMethod(world, id);
  throw unexpectedState(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
  );
}

function outcomeFor(world: World, method: Method, isOffSession: boolean): Outcome {
  const forced = world.knobs.takeDecline();
  if (forced !== null) return decline(forced);
  const outcome = world.store.get('behaviours', method.id)?.outcome ?? { kind: 'succeed' };
  if (outcome.kind === 'authenticate' && isOffSession) return decline('authentication_required');
  return outcome;
}

interface Try {
  readonly intent: Intent;
  readonly method: Method;
  readonly outcome: Outcome;
  readonly returnUrl: string | undefined;
}

function apply(world: World, { intent, method, outcome, returnUrl }: Try): Answer {
  switch (outcome.kind) {
    case 'succeed': {
      const charge = createCharge(world, { intent, method, attempt: { kind: 'succeeded' } });
      return ok(intentSucceeded(world, intent, charge));
    }
    case 'decline': {
      const reason = declineOf(outcome.decline);
      const attempt = { kind: 'failed', decline: reason } as const;
      const charge = createCharge(world, { intent, method, attempt });
      return refused(
        intentFailed(world, intent, { decline: reason, method, charge }),
        reason,
        charge,
      );
    }
    case 'authenticate':
      return ok(askToAuthenticate(world, intent, returnUrl));
    case 'process':
    case 'stay_processing': {
      const charge = createCharge(world, { intent, method, attempt: { kind: 'pending' } });
      if (outcome.kind === 'process') {
        schedule(world, 'settle_debit', intent.id, world.knobs.current().processingDelayMs);
      }
      return ok(startProcessing(world, intent, charge));
    }
    default:
      return outcome satisfies never;
  }
}

const startProcessing = (world: World, intent: Intent, charge: Charge): Intent =>
  moveIntent(world, intent, {
    to: { status: 'processing', latest_charge: charge.id, next_action: null },
    event: 'payment_intent.processing',
  });

function askToAuthenticate(world: World, intent: Intent, returnUrl: string | undefined): Intent {
  const secret = encodeURIComponent(intent.client_secret ?? '');
  const challenge = `${world.origin()}/elements/challenge?payment_intent=${intent.id}&client_secret=${secret}`;
  return moveIntent(world, intent, {
    to: {
      status: 'requires_action',
      next_action:
        returnUrl === undefined
          ? {
              type: 'use_stripe_sdk',
              use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: challenge },
            }
          : { type: 'redirect_to_url', redirect_to_url: { url: challenge, return_url: returnUrl } },
    },
    event: 'payment_intent.requires_action',
  });
}

function refused(intent: Intent, decline: Decline, charge: Charge | null = null): Answer {
  const method = intent.last_payment_error?.payment_method;
  const error: ApiErrorBody = {
    ...decline,
    ...(charge === null ? {} : { charge: charge.id }),
    doc_url: documentationOf(decline.code),
    payment_intent: intent,
    ...(method === undefined ? {} : { payment_method: method }),
  };
  return { status: 402, body: { error } };
}
