import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import { currentLogContext } from '../log.ts';
import { nextTraceparent } from '../tracing/traceparent.ts';
import type { EventData } from './__generated__/event-data.ts';
import { isTopic, type Topic } from './topics.ts';

/** One event as it travels: CloudEvents 1.0 in JSON. Tell events apart by `type`. */
export type FinflowEvent<T extends Topic = Topic> = { readonly [K in T]: Envelope<K> }[T];

export interface Envelope<T extends Topic> {
  readonly specversion: '1.0';
  readonly id: string;
  /** The room it comes from, such as '/accounting'. */
  readonly source: string;
  readonly type: EventType<T>;
  /** The aggregate's id. One subject's events of one topic stay in order. */
  readonly subject: string;
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Absent for events of the platform itself: user_created, user_deleted. */
  readonly organizationid?: string;
  readonly traceparent: string;
  readonly requestid?: string;
  readonly data: Readonly<EventData[T]>;
}

export type EventType<T extends Topic = Topic> = `finflow.${T}.v1`;

export interface NewEvent<T extends Topic> {
  readonly source: string;
  readonly subject: string;
  /** Null for an event of the platform itself. */
  readonly organizationId: string | null;
  readonly data: EventData[T];
}

/** Writes down what happened, now; request and trace are those of the work in progress. */
export function newEvent<T extends Topic>(
  topic: T,
  { source, subject, organizationId, data }: NewEvent<T>,
  clock: Clock,
): FinflowEvent<T> {
  const { requestId, traceId } = currentLogContext();
  return {
    specversion: '1.0',
    id: newId(),
    source,
    type: `finflow.${topic}.v1`,
    subject,
    time: clock.now().toISOString(),
    datacontenttype: 'application/json',
    ...(organizationId === null ? {} : { organizationid: organizationId }),
    traceparent: nextTraceparent(traceId),
    ...(requestId === undefined ? {} : { requestid: requestId }),
    data,
  } satisfies Envelope<T>;
}

/** The topic an event belongs on, which its type names. */
export function topicOf(event: { readonly type: string }): Topic {
  const topic = event.type.split('.')[1] ?? '';
  if (!isTopic(topic)) throw new RangeError(`No topic for the event type ${event.type}.`);
  return topic;
}

/** The trace an event belongs to (32 hex digits). */
export const traceIdOf = (event: FinflowEvent): string => event.traceparent.slice(3, 35);
