import { createHash } from 'node:crypto';
import type { Clock } from '@finflow/shared/clock';
import { type FinflowEvent, newEvent } from '@finflow/shared/events/envelope';
import type { Verdict } from './bar.ts';
import type { RecordIds } from './fact.ts';
import type { Raised } from './screen.ts';

/** Tells of an anomaly. Its id follows from its record, so that looking twice finds the same one. */
export function anomalyDetected(
  { fact, kind, group, rarity, reason, evidence }: Raised,
  organizationId: string,
  clock: Clock,
): FinflowEvent<'anomaly_detected'> {
  const anomalyId = idOfAnomaly(organizationId, fact.source, fact.id);
  return newEvent(
    'anomaly_detected',
    {
      source: '/analytics',
      subject: anomalyId,
      organizationId,
      data: {
        anomalyId,
        kind,
        group: group.slice(0, 500),
        rarity,
        source: fact.source,
        factId: fact.id,
        occurredAt: new Date(fact.atMs).toISOString(),
        date: fact.date,
        currency: fact.currency,
        amountMinor: String(fact.amountMinor),
        record: known(fact),
        ...(fact.customerId === null ? {} : { customerId: fact.customerId }),
        reason,
        evidence: evidence.map(({ label, value, record }) => ({
          label,
          value,
          ...(record === null ? {} : { record: known(record) }),
        })),
      },
    },
    clock,
  );
}

/** Tells what somebody said of an anomaly. */
export const anomalyReviewed = (
  review: {
    readonly anomalyId: string;
    readonly verdict: Verdict;
    readonly reviewedBy: string;
  },
  organizationId: string,
  clock: Clock,
): FinflowEvent<'anomaly_reviewed'> =>
  newEvent(
    'anomaly_reviewed',
    { source: '/analytics', subject: review.anomalyId, organizationId, data: review },
    clock,
  );

/** UUID version 8 (RFC 9562): of our own making, a hash of what it names. */
function idOfAnomaly(organizationId: string, source: string, id: string): string {
  const hash = createHash('sha256').update(`${organizationId} ${source} ${id}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

const known = ({ entryId, paymentId, invoiceId }: RecordIds) => ({
  ...(entryId === null ? {} : { entryId }),
  ...(paymentId === null ? {} : { paymentId }),
  ...(invoiceId === null ? {} : { invoiceId }),
});
