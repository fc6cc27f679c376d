import type { Spot } from '@finflow/shared/bus/place';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { type FeedField, type Signal, signalsOf } from './feeds.ts';

/** An event of the log, as the feeds of its organization tell of it. */
export type Told = {
  readonly eventId: string;
  readonly organizationId: string;
  readonly at: Spot;
  readonly signals: readonly Signal[];
};

/** Null of an event that no feed tells of. */
export function toTold(event: FinflowEvent, at: Spot): Told | null {
  const signals = signalsOf(event);
  const organizationId = signals[0]?.organizationId;
  return organizationId === undefined ? null : { eventId: event.id, organizationId, at, signals };
}

export const tellsOf = ({ signals }: Told, field: FeedField): boolean =>
  signals.some((signal) => signal.field === field);
