import { defineEntity, p } from '@mikro-orm/core';
import { verdicts } from './bar.ts';

/** What somebody said of an anomaly; OPEN takes back what was said. The newest counts; the older ones are kept, for they moved the bar for what was recorded while they stood. */
export const AnomalyReviewSchema = defineEntity({
  name: 'AnomalyReview',
  properties: {
    /** Of the event that tells of it. */
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    anomalyId: p.uuid(),
    verdict: p.enum(verdicts),
    reviewedAt: p.datetime(),
    /** A user, or an API key. */
    reviewedBy: p.uuid(),
  },
  indexes: [{ properties: ['organizationId', 'anomalyId', 'reviewedAt'] }],
});

export class AnomalyReview extends AnomalyReviewSchema.class {}
AnomalyReviewSchema.setClass(AnomalyReview);
