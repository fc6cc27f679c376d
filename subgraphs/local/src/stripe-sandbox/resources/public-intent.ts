import { noSuch } from '../api/api-error.ts';
import { requiredText } from '../api/params.ts';
import { type Answer, type Call } from '../api/route.ts';
import type { Intent } from '../objects.ts';
import { type World } from '../world.ts';
import { findIntent } from './intent-state.ts';

/** A payer's browser proves its right by the client secret; a wrong one looks like no intent. */
export function findForCaller(
  world: World,
  { id, params, isPublishable }: Pick<Call, 'id' | 'params' | 'isPublishable'>,
): Intent {
  const intent = findIntent(world, id);
  if (!isPublishable || requiredText(params, 'client_secret') === intent.client_secret) {
    return intent;
  }
  throw noSuch('payment_intent', id, 'intent');
}

/** What a payer's browser may see of an intent: nothing of the customer, no metadata. */
const PUBLIC_FIELDS = new Set([
  'id',
  'object',
  'amount',
  'amount_details',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
]);

const publicPart = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([name]) => PUBLIC_FIELDS.has(name)));

export function forCaller(answer: Answer, isPublishable: boolean): Answer {
  if (!isPublishable) return answer;
  if (!('error' in answer.body)) return { ...answer, body: publicPart(answer.body) };
  const { error } = answer.body;
  if (typeof error !== 'object' || error === null || !('payment_intent' in error)) return answer;
  const intent = error.payment_intent;
  const seen = typeof intent === 'object' && intent !== null ? publicPart(intent) : null;
  return { ...answer, body: { error: { ...error, payment_intent: seen } } };
}
