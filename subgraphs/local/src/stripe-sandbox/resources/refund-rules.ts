import { invalidRequest } from '../api/api-error.ts';
import type { Params } from '../api/form.ts';
import { text } from '../api/params.ts';
import { formatAmount } from '../money.ts';
import type { Charge } from '../objects.ts';
import type { World } from '../world.ts';
import { findCharge } from './charges.ts';
import { findIntent } from './intent-state.ts';

export function chargeToRefund(world: World, params: Params): Charge {
  const chargeId = text(params, 'charge');
  if (chargeId !== undefined) return findCharge(world, chargeId, 'charge');
  const intentId = text(params, 'payment_intent');
  if (intentId === undefined) {
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const intent = findIntent(world, intentId, 'payment_intent');
  if (intent.status === 'succeeded' && intent.latest_charge !== null) {
    return findCharge(world, intent.latest_charge);
  }
  throw invalidRequest(
    `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
    { code: 'payment_intent_unexpected_state', param: 'payment_intent' },
  );
}

export function assertRefundable(charge: Charge, amount: number, left: number): void {
  if (!charge.paid) {
    throw invalidRequest(`Charge ${charge.id} is not refundable: it did not succeed.`);
  }
  if (charge.disputed) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  if (amount < 1) {
    throw invalidRequest('Invalid positive integer', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  }
  if (amount > left) {
    const [wanted, possible] = [amount, left].map((sum) => formatAmount(sum, charge.currency));
    throw invalidRequest(
      `Refund amount (${wanted}) is greater than unrefunded amount on charge (${possible})`,
      { param: 'amount' },
    );
  }
}
