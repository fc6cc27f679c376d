import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/api-error.ts';
import { disputeFee } from '../money.ts';
import type { Dispute } from '../objects.ts';
import { emit, type World } from '../world.ts';
import { bookMovement } from './balance-transactions.ts';
import { findCharge } from './charges.ts';
import { aftermathOf } from './intent-state.ts';
import { newDispute } from './new-dispute.ts';

export function findDispute(world: World, id: string): Dispute {
  const dispute = world.store.get('disputes', id);
  if (dispute === undefined) throw noSuch('dispute', id, 'id');
  return dispute;
}

/**
 * The cardholder disputes a successful charge: what is left of it and a fee leave the balance.
 * An inquiry (of a test card that asks first) takes no money. Throws 400 when it is disputed already.
 */
export function openDispute(world: World, chargeId: string): Dispute {
  const charge = findCharge(world, chargeId);
  if (!charge.paid || charge.disputed || charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} can't be disputed.`, { param: 'charge' });
  }
  const after = aftermathOf(world, charge);
  const isInquiry = after === 'dispute_inquiry';
  const dispute = newDispute(world, charge, {
    reason: after === 'dispute_not_received' ? 'product_not_received' : 'fraudulent',
    status: isInquiry ? 'warning_needs_response' : 'needs_response',
  });
  world.store.put('charges', { ...charge, disputed: true });
  world.store.put('disputes', dispute);
  emit(world, 'charge.dispute.created', dispute);
  return isInquiry ? dispute : withdraw(world, dispute);
}

function withdraw(world: World, dispute: Dispute): Dispute {
  const fee = disputeFee(dispute.currency);
  return moveFunds(world, dispute, {
    amount: -dispute.amount,
    fee,
    category: 'dispute',
    event: 'charge.dispute.funds_withdrawn',
  });
}

interface Funds {
  readonly amount: number;
  readonly fee: number;
  readonly category: 'dispute' | 'dispute_reversal';
  readonly event: Stripe.Event.Type;
}

function moveFunds(world: World, dispute: Dispute, funds: Funds): Dispute {
  const movement = bookMovement(world, {
    type: 'adjustment',
    reportingCategory: funds.category,
    amount: funds.amount,
    currency: dispute.currency,
    fee: funds.fee,
    feeDescription: 'Dispute fee',
    source: dispute.id,
    description: `Chargeback ${funds.category === 'dispute' ? 'withdrawal' : 'reversal'} for ${dispute.charge}`,
    isPending: false,
  });
  const moved = { ...dispute, balance_transactions: [...dispute.balance_transactions, movement] };
  world.store.put('disputes', moved);
  emit(world, funds.event, moved, dispute);
  return moved;
}

/**
 * The bank decides. Won: the money comes back (the fee stays paid). Lost: it stays away.
 * An inquiry just closes. Throws 400 when the dispute is closed already.
 */
export function closeDispute(world: World, id: string, result: 'won' | 'lost'): Dispute {
  const dispute = findDispute(world, id);
  if (['won', 'lost', 'warning_closed'].includes(dispute.status)) {
    throw invalidRequest('This dispute is already closed', { code: 'dispute_already_closed' });
  }
  const isInquiry = dispute.status.startsWith('warning');
  const closed = { ...dispute, status: isInquiry ? 'warning_closed' : result };
  world.store.put('disputes', closed);
  const settled =
    !isInquiry && result === 'won'
      ? moveFunds(world, closed, {
          amount: dispute.amount,
          fee: 0,
          category: 'dispute_reversal',
          event: 'charge.dispute.funds_reinstated',
        })
      : closed;
  emit(world, 'charge.dispute.closed', settled);
  return settled;
}
