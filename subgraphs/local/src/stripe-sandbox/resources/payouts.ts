import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, text } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import { newId } from '../ids.ts';
import type { Payout } from '../objects.ts';
import { emit, nowSeconds, type World } from '../world.ts';
import { bookMovement } from './balance-transactions.ts';

/**
 * Sends everything of a currency that was not paid out yet to the bank, as Stripe's automatic payout
 * does, pending money included. Throws 400 when there is nothing to send.
 */
export function payOut(world: World, currency: string): Payout {
  const rows = world.store
    .all('balance_transactions')
    .filter((row) => row.currency === currency && row.type !== 'payout')
    .filter((row) => world.store.get('paid_out', row.id) === undefined);
  const amount = Number(rows.reduce((sum, row) => sum + BigInt(row.net), 0n));
  if (amount < 1) {
    throw invalidRequest(`You have insufficient funds in ${currency} for a payout.`, {
      code: 'balance_insufficient',
      param: 'amount',
    });
  }
  const payout = newPayout(world, amount, currency);
  for (const row of rows) world.store.put('paid_out', { id: row.id, payoutId: payout.id });
  world.store.put('payouts', payout);
  emit(world, 'payout.created', payout);
  const paid = { ...payout, status: 'paid' };
  world.store.put('payouts', paid);
  emit(world, 'payout.paid', paid);
  return paid;
}

function newPayout(world: World, amount: number, currency: string): Payout {
  const id = newId('po');
  const movement = bookMovement(world, {
    type: 'payout',
    reportingCategory: 'payout',
    amount: -amount,
    currency,
    fee: 0,
    source: id,
    description: 'STRIPE PAYOUT',
    isPending: false,
  });
  return {
    id,
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: nowSeconds(world),
    automatic: true,
    balance_transaction: movement.id,
    created: nowSeconds(world),
    currency,
    description: 'STRIPE PAYOUT',
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'completed',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'in_transit',
    trace_id: null,
    type: 'bank_account',
  } satisfies Stripe.Payout;
}

function retrieve({ world, id }: Call) {
  const payout = world.store.get('payouts', id);
  if (payout === undefined) throw noSuch('payout', id, 'id');
  return ok(payout);
}

function list({ world, params }: Call) {
  allowOnly(params, [...LIST_PARAMETERS, 'status', 'arrival_date', 'destination']);
  const status = text(params, 'status');
  const rows = world.store
    .all('payouts')
    .filter((payout) => status === undefined || payout.status === status);
  return ok(listPage(rows, params, '/v1/payouts'));
}

export const payoutRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/payouts', handle: list },
  { method: 'GET', path: '/v1/payouts/:id', handle: retrieve },
];
