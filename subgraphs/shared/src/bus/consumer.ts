import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Clock, systemClock } from '../clock.ts';
import type { Bus } from './bus.ts';
import { type ConsumerCounts, noCounts } from './consumer-counts.ts';
import { observeConsumer } from '../metrics/event-metrics.ts';
import { type Consumer, handleBatch } from './handle-batch.ts';
import { type Handlers, topicsOf } from './handlers.ts';
import type { Subscribed } from './message-log.ts';
import { startUnparking } from './unpark.ts';
import { createBell } from './wait.ts';

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
}

export interface RunningConsumer extends Subscribed {
  readonly counts: () => ConsumerCounts;
}

/**
 * Starts to handle the topics that have a handler. An event's effect and its inbox row are one transaction, so
 * it has its effect once, however often it comes. What can never be handled goes to the dead letters; what can't
 * be handled now is parked with everything behind it of the same key, and nobody else waits.
 */
export async function startConsumers(options: ConsumerOptions): Promise<RunningConsumer> {
  const { name, bus, orm, ownerUrl, handlers, clock = systemClock, maxBatch = 500 } = options;
  const consumer: Consumer = {
    name,
    handlers,
    bus,
    clock,
    fork: () => orm.em.fork(),
    counts: noCounts(),
    parked: createBell(),
  };
  const subscribed = await bus.subscribe({
    group: name,
    topics: topicsOf(handlers),
    maxBatch,
    handle: (batch) => handleBatch(consumer, batch),
  });
  const unparking = startUnparking(consumer, ownerUrl);
  const stopObserving = observeConsumer({
    name,
    counts: () => consumer.counts,
    lag: () => bus.lag(name),
  });
  let closing: Promise<void> | undefined;
  return {
    counts: () => ({ ...consumer.counts }),
    pause: () => subscribed.pause(),
    resume: () => subscribed.resume(),
    close: () => {
      stopObserving();
      return (closing ??= subscribed.close().then(() => unparking.close()));
    },
  };
}
