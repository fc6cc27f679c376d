import type { Clock } from '@finflow/shared/clock';
import { isId } from '@finflow/shared/ids';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import { type Refusal, refuse } from '@finflow/shared/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { anomalyReviewed } from './anomaly.events.ts';
import { addReview } from './anomaly.projection.ts';
import { anomaliesById, type ReviewedAnomaly } from './anomaly.service.ts';
import type { Verdict } from './bar.ts';

export type ReviewRoom = {
  readonly em: SqlEntityManager;
  readonly clock: Clock;
  readonly organizationId: string;
  /** Who answers for it: a user, or an API key. */
  readonly actorId: string;
};

const notFound = refuse('NotFound', 'ANOMALY_NOT_FOUND', 'There is no such anomaly.', 'anomalyId');

/**
 * Takes down what somebody says of an anomaly, and tells of it: the log remembers, and the bar of its kind and party moves. The newest word
 * counts, OPEN takes it back; the same word again changes nothing. Refuses: ANOMALY_NOT_FOUND.
 */
export async function reviewAnomaly(
  { anomalyId, verdict }: { readonly anomalyId: string; readonly verdict: Verdict },
  { em, clock, organizationId, actorId }: ReviewRoom,
): Promise<ReviewedAnomaly | Refusal<'NotFound'>> {
  if (!isId(anomalyId)) return notFound;
  return em.transactional(async (tx) => {
    const [found] = await anomaliesById(tx, [anomalyId]);
    if (!found) return notFound;
    if (found.status === verdict) return found;
    const review = { anomalyId, verdict, reviewedBy: actorId };
    const event = anomalyReviewed(review, organizationId, clock);
    await addReview(tx, event);
    await recordEvent(tx, event);
    const reviewedAt = verdict === 'OPEN' ? null : new Date(event.time);
    return { ...found, status: verdict, reviewedAt };
  });
}
