import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, flag, mergeMetadata, section, text } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import { newId } from '../ids.ts';
import { disputeFee } from '../money.ts';
import type { Charge, Dispute } from '../objects.ts';
import { emit, nowSeconds, type World } from '../world.ts';
import { bookMovement } from './balance-transactions.ts';
import { findCharge } from './charges.ts';
import { aftermathOf } from './intent-state.ts';

const TEN_DAYS = 10 * 86_400;

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
  if (!charge.paid || charge.disputed) {
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

function newDispute(
  world: World,
  charge: Charge,
  { reason, status }: Pick<Dispute, 'reason' | 'status'>,
): Dispute {
  return {
    id: newId('dp'),
    object: 'dispute',
    amount: Number(BigInt(charge.amount) - BigInt(charge.amount_refunded)),
    balance_transactions: [],
    charge: charge.id,
    created: nowSeconds(world),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: nowSeconds(world) + TEN_DAYS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: status === 'warning_needs_response',
    livemode: false,
    metadata: {},
    network_reason_code: reason === 'fraudulent' ? '10.4' : '13.1',
    payment_intent: charge.payment_intent,
    reason,
    status,
  } satisfies Stripe.Dispute;
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

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

/** Stripe's test words in the evidence decide: winning_evidence and losing_evidence. */
function update({ world, id, params }: Call) {
  allowOnly(params, ['evidence', 'metadata', 'submit']);
  const before = findDispute(world, id);
  const words = text(section(params, 'evidence'), 'uncategorized_text');
  const dispute: Dispute = {
    ...before,
    metadata: mergeMetadata(before.metadata, params),
    evidence: {
      ...before.evidence,
      uncategorized_text: words ?? before.evidence.uncategorized_text,
    },
    evidence_details: { ...before.evidence_details, has_evidence: words !== undefined },
  };
  world.store.put('disputes', dispute);
  emit(world, 'charge.dispute.updated', dispute, before);
  if (words === undefined || params['submit'] === 'false') return ok(dispute);
  if (words === 'winning_evidence') return ok(closeDispute(world, id, 'won'));
  if (words === 'losing_evidence') return ok(closeDispute(world, id, 'lost'));
  return ok(flag(params, 'submit') ? review(world, dispute) : dispute);
}

function review(world: World, before: Dispute): Dispute {
  const dispute = { ...before, status: 'under_review' };
  world.store.put('disputes', dispute);
  emit(world, 'charge.dispute.updated', dispute, before);
  return dispute;
}

function list({ world, params }: Call) {
  allowOnly(params, [...LIST_PARAMETERS, 'charge', 'payment_intent']);
  const charge = text(params, 'charge');
  const intent = text(params, 'payment_intent');
  const rows = world.store
    .all('disputes')
    .filter((dispute) => charge === undefined || dispute.charge === charge)
    .filter((dispute) => intent === undefined || dispute.payment_intent === intent);
  return ok(listPage(rows, params, '/v1/disputes'));
}

export const disputeRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/disputes', handle: list },
  {
    method: 'GET',
    path: '/v1/disputes/:id',
    handle: ({ world, id }) => ok(findDispute(world, id)),
  },
  { method: 'POST', path: '/v1/disputes/:id', handle: update },
  {
    method: 'POST',
    path: '/v1/disputes/:id/close',
    handle: ({ world, id }) => ok(closeDispute(world, id, 'lost')),
  },
];
