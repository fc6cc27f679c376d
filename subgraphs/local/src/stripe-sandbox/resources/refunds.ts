import type Stripe from 'stripe';
import { noSuch } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, integer, mergeMetadata, oneOf, text } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import { newId } from '../ids.ts';
import type { Charge, Refund } from '../objects.ts';
import { emit, nowSeconds, schedule, type World } from '../world.ts';
import { bookMovement } from './balance-transactions.ts';
import { findCharge } from './charges.ts';
import { aftermathOf } from './intent-state.ts';
import { assertRefundable, chargeToRefund } from './refund-rules.ts';

const PARAMETERS = [
  'charge',
  'payment_intent',
  'amount',
  'reason',
  'metadata',
  'instructions_email',
  'origin',
  'currency',
  'customer',
  'refund_application_fee',
  'reverse_transfer',
];

function create({ world, params }: Call) {
  allowOnly(params, PARAMETERS);
  const charge = chargeToRefund(world, params);
  const left = Number(BigInt(charge.amount) - BigInt(charge.amount_refunded));
  const amount = integer(params, 'amount') ?? left;
  assertRefundable(charge, amount, left);
  const reason = oneOf(params, 'reason', ['duplicate', 'fraudulent', 'requested_by_customer']);
  const after = aftermathOf(world, charge);
  const isSlow = after !== undefined && after.startsWith('refund');
  const isCard = charge.payment_method_details?.type === 'card';
  const id = newId(isCard ? 're' : 'pyr');
  const movement = bookMovement(world, {
    type: isCard ? 'refund' : 'payment_refund',
    reportingCategory: 'refund',
    amount: -amount,
    currency: charge.currency,
    fee: 0,
    source: id,
    description: 'REFUND FOR CHARGE',
    isPending: false,
  });
  const refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: movement.id,
    charge: charge.id,
    created: nowSeconds(world),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    metadata: mergeMetadata({}, params),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: after === 'refund_pending' ? 'pending' : 'succeeded',
    transfer_reversal: null,
  } satisfies Stripe.Refund;
  world.store.put('refunds', refund);
  addToRefunded(world, charge, amount);
  emit(world, 'refund.created', refund);
  if (isSlow) schedule(world, 'settle_refund', id, world.knobs.current().processingDelayMs);
  return ok(refund);
}

/** Moves the charge's refunded sum, up for a refund and down for one that failed. */
function addToRefunded(world: World, charge: Charge, amount: number): void {
  const refunded = Number(BigInt(charge.amount_refunded) + BigInt(amount));
  const changed = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount };
  world.store.put('charges', changed);
  emit(world, amount > 0 ? 'charge.refunded' : 'charge.updated', changed, charge);
}

/** The end of a slow refund: paid out, or sent back by the customer's bank. */
export function settleRefund(world: World, id: string): Refund {
  const refund = findRefund(world, id);
  const charge = findCharge(world, refund.charge ?? '');
  if (aftermathOf(world, charge) === 'refund_fails') return failRefund(world, refund, charge);
  return changeRefund(world, refund, { status: 'succeeded' });
}

function failRefund(world: World, refund: Refund, charge: Charge): Refund {
  const movement = bookMovement(world, {
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    fee: 0,
    source: refund.id,
    description: 'REFUND FAILURE',
    isPending: false,
  });
  const failed = changeRefund(world, refund, {
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: movement.id,
  });
  addToRefunded(world, charge, -refund.amount);
  emit(world, 'refund.failed', failed);
  return failed;
}

function changeRefund(world: World, before: Refund, to: Partial<Refund>): Refund {
  const refund = { ...before, ...to };
  world.store.put('refunds', refund);
  emit(world, 'refund.updated', refund, before);
  emit(world, 'charge.refund.updated', refund, before);
  return refund;
}

function findRefund(world: World, id: string): Refund {
  const refund = world.store.get('refunds', id);
  if (refund === undefined) throw noSuch('refund', id, 'id');
  return refund;
}

function update({ world, id, params }: Call) {
  allowOnly(params, ['metadata']);
  const refund = findRefund(world, id);
  const metadata = mergeMetadata(refund.metadata ?? {}, params);
  return ok(changeRefund(world, refund, { metadata }));
}

function list({ world, params, id }: Call) {
  allowOnly(params, [...LIST_PARAMETERS, 'charge', 'payment_intent']);
  const charge = id === '' ? text(params, 'charge') : id;
  const intent = text(params, 'payment_intent');
  const rows = world.store
    .all('refunds')
    .filter((refund) => charge === undefined || refund.charge === charge)
    .filter((refund) => intent === undefined || refund.payment_intent === intent);
  return ok(listPage(rows, params, '/v1/refunds'));
}

export const refundRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/refunds', handle: create },
  { method: 'GET', path: '/v1/refunds', handle: list },
  { method: 'GET', path: '/v1/refunds/:id', handle: ({ world, id }) => ok(findRefund(world, id)) },
  { method: 'POST', path: '/v1/refunds/:id', handle: update },
  { method: 'GET', path: '/v1/charges/:id/refunds', handle: list },
];
