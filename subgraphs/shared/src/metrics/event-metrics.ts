import { Counter, Gauge } from 'prom-client';
import type { ConsumerCounts } from '../bus/consumer-counts.ts';
import type { TopicLag } from '../bus/message-log.ts';
import { log } from '../log.ts';
import { registered } from './registered.ts';

/** A running consumer, as the metrics look at it. */
export type ObservedConsumer = {
  readonly name: string;
  readonly counts: () => ConsumerCounts;
  readonly lag: () => Promise<readonly TopicLag[]>;
};

/** A running relay, as the metrics look at it. */
export type ObservedRelay = { readonly database: string; readonly published: () => number };

const consumers = new Set<ObservedConsumer>();
const relays = new Set<ObservedRelay>();

/** Shows the consumer in /metrics until the function that it returns is called. */
export function observeConsumer(consumer: ObservedConsumer): () => void {
  consumerEvents();
  consumerLag();
  consumers.add(consumer);
  return () => consumers.delete(consumer);
}

/** Shows the relay in /metrics until the function that it returns is called. */
export function observeRelay(relay: ObservedRelay): () => void {
  relayPublished();
  relays.add(relay);
  return () => relays.delete(relay);
}

const consumerEvents = () =>
  registered(
    'finflow_consumer_events_total',
    (name) =>
      new Counter({
        name,
        help: 'Events of a consumer: handled, repeated (had no effect again), parked, waited (in a lane), buried; failed attempts',
        labelNames: ['consumer', 'outcome'],
        collect() {
          this.reset();
          for (const consumer of consumers) {
            for (const [outcome, count] of Object.entries(consumer.counts())) {
              this.inc({ consumer: consumer.name, outcome }, count);
            }
          }
        },
      }),
  );

const consumerLag = () =>
  registered(
    'finflow_consumer_lag_events',
    (name) =>
      new Gauge({
        name,
        help: 'Events of a topic that a consumer has not come to yet, in the log or in lanes; missing while the event log does not answer',
        labelNames: ['consumer', 'topic'],
        async collect() {
          this.reset();
          for (const consumer of consumers) {
            for (const { topic, messages } of await lagOf(consumer)) {
              this.set({ consumer: consumer.name, topic }, messages);
            }
          }
        },
      }),
  );

const relayPublished = () =>
  registered(
    'finflow_relay_published_total',
    (name) =>
      new Counter({
        name,
        help: 'Events that a relay carried from an outbox to the event log',
        labelNames: ['database'],
        collect() {
          this.reset();
          for (const { database, published } of relays) this.inc({ database }, published());
        },
      }),
  );

/** A scrape must not fail because the log is away: that is when it is needed most. */
async function lagOf({ name, lag }: ObservedConsumer): Promise<readonly TopicLag[]> {
  try {
    return await lag();
  } catch (error) {
    log.warn('lag not known', { consumer: name, error });
    return [];
  }
}
