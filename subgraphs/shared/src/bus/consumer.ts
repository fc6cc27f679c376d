import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Clock, systemClock } from '../clock.ts';
import type { Bus } from './bus.ts';
import { type ConsumerCounts, noCounts } from './consumer-counts.ts';
import { observeConsumer } from '../metrics/event-metrics.ts';
import { type Consumer, handleBatch } from './handle-batch.ts';
import { type Handlers, topicsOf } from './handlers.ts';
import type { TopicLag } from './message-log.ts';
import { startUnparking } from './unpark.ts';
import { createBell } from './wait.ts';
import { type LaneWork, startLanes } from './work-lanes.ts';

export interface ConsumerOptions {
  /** Its group on the bus: the subgraph's name. Never change it, or everything comes again. */
  readonly name: string;
  readonly bus: Bus;
  /** The application's ORM: effects are written as its role, inside the event's organization. */
  readonly orm: { readonly em: { fork(): SqlEntityManager } };
  /** The same database as its owner, who finds the parked events of all organizations. */
  readonly ownerUrl: string;
  readonly handlers: Handlers;
  readonly clock?: Clock;
  readonly maxBatch?: number;
  /** How many events of one organization in a batch are handled at once; with more they wait in its lane. Default 50. */
  readonly share?: number;
}

export interface RunningConsumer {
  readonly counts: () => ConsumerCounts;
  /** Ends after the batch in hand. */
  close(): Promise<void>;
}

/**
 * Starts to handle the topics that have a handler. An event's effect and its inbox row are one transaction, so
 * it has its effect once, however often it comes. What can never be handled goes to the dead letters; what can't
 * be handled now is parked with everything behind it of the same key, and nobody else waits. What one organization has too much of
 * waits in its lane, and organizations take turns.
 */
export async function startConsumers(options: ConsumerOptions): Promise<RunningConsumer> {
  const { name, bus, orm, ownerUrl, handlers, clock = systemClock } = options;
  const { maxBatch = 500, share = 50 } = options;
  const consumer: Consumer = {
    name,
    handlers,
    bus,
    clock,
    fork: () => orm.em.fork(),
    counts: noCounts(),
    parked: createBell(),
    share,
    lanes: createBell(),
  };
  const subscribed = await bus.subscribe({
    group: name,
    topics: topicsOf(handlers),
    maxBatch,
    handle: (batch) => handleBatch(consumer, batch),
  });
  const unparking = startUnparking(consumer, ownerUrl);
  const lanes = startLanes(consumer, ownerUrl);
  const stopObserving = observeConsumer({
    name,
    counts: () => consumer.counts,
    lag: () => lagOf(consumer, lanes),
  });
  let closing: Promise<void> | undefined;
  return {
    counts: () => ({ ...consumer.counts }),
    close: () => {
      stopObserving();
      return (closing ??= subscribed
        .close()
        .then(() => Promise.all([unparking.close(), lanes.close()]))
        .then(() => undefined));
    },
  };
}

/** What waits in the log, and what was taken from it and waits in lanes. */
async function lagOf({ bus, name }: Consumer, lanes: LaneWork): Promise<readonly TopicLag[]> {
  const [unread, waiting] = await Promise.all([bus.lag(name), lanes.waiting()]);
  const inLanes = new Map(waiting.map(({ topic, messages }) => [topic, messages]));
  return unread.map(({ topic, messages }) => ({
    topic,
    messages: messages + (inLanes.get(topic) ?? 0),
  }));
}
