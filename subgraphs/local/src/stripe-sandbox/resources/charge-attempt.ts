import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { Decline } from '../methods/declines.ts';
import { cardFee, debitFee } from '../money.ts';
import type { Charge, Intent, Method } from '../objects.ts';
import { emit, nowSeconds, type World } from '../world.ts';
import { bookMovement } from './balance-transactions.ts';
import { methodDetails } from './charge-details.ts';

export type Attempt =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly decline: Decline };

/** One attempt to take the money of an intent from a method. */
export function createCharge(
  world: World,
  { intent, method, attempt }: { intent: Intent; method: Method; attempt: Attempt },
): Charge {
  const id = newId(method.type === 'card' ? 'ch' : 'py');
  const charge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'FINFLOW SANDBOX',
    captured: false,
    created: nowSeconds(world),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: null,
    paid: false,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(intent, method),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: 'pending',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  } satisfies Stripe.Charge;
  return finishCharge(world, charge, attempt);
}

/** The bank's answer on a charge: told by charge.succeeded, charge.failed or charge.pending. */
export function finishCharge(world: World, charge: Charge, attempt: Attempt): Charge {
  const finished = { ...charge, ...fieldsOf(charge, attempt) };
  world.store.put('charges', finished);
  emit(world, `charge.${attempt.kind}`, finished);
  return finished;
}

function fieldsOf(charge: Charge, attempt: Attempt): Partial<Charge> {
  switch (attempt.kind) {
    case 'pending':
      return { status: 'pending', amount_captured: charge.amount, captured: true };
    case 'succeeded':
      return {
        status: 'succeeded',
        amount_captured: charge.amount,
        captured: true,
        paid: true,
        outcome: {
          ...NO_REASON,
          network_status: 'approved_by_network',
          risk_level: 'normal',
          seller_message: 'Payment complete.',
          type: 'authorized',
        },
      };
    case 'failed':
      return {
        status: 'failed',
        amount_captured: 0,
        captured: false,
        failure_code: attempt.decline.code,
        failure_message: attempt.decline.message,
        outcome: {
          ...NO_REASON,
          network_status: 'declined_by_network',
          reason: attempt.decline.decline_code ?? attempt.decline.code,
          risk_level: 'normal',
          seller_message: 'The bank did not return any further details with this decline.',
          type: 'issuer_declined',
        },
      };
    default:
      return attempt satisfies never;
  }
}

const NO_REASON = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  reason: null,
};

/** Books the money and the fee of a successful charge. */
export function bookCharge(world: World, charge: Charge): Charge {
  const isCard = charge.payment_method_details?.type === 'card';
  const fee = isCard
    ? cardFee(charge.amount, charge.currency)
    : debitFee(charge.amount, charge.currency);
  const movement = bookMovement(world, {
    type: isCard ? 'charge' : 'payment',
    reportingCategory: 'charge',
    amount: charge.amount,
    currency: charge.currency,
    fee,
    source: charge.id,
    description: charge.description,
    isPending: true,
  });
  const booked = { ...charge, balance_transaction: movement.id };
  world.store.put('charges', booked);
  return booked;
}
