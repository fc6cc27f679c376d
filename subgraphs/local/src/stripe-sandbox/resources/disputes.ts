import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, flag, mergeMetadata, section, text } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import type { Dispute } from '../objects.ts';
import { emit, type World } from '../world.ts';
import { closeDispute, findDispute } from './dispute-state.ts';

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
