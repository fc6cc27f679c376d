import { Client } from 'pg';
import type { Bus } from '../bus/bus.ts';
import { backoffMs, createBell, createPace, pauseFor } from '../bus/wait.ts';
import type { FinflowEvent } from '../events/envelope.ts';
import { log } from '../log.ts';
import { observeRelay } from '../metrics/event-metrics.ts';
import { inSpan, type SpanOptions } from '../tracing/span.ts';
import { senderOf } from './schema.ts';

export interface RelayOptions {
  /** The subgraph's database, as its owner: the outbox is closed to the application. */
  readonly ownerUrl: string;
  readonly bus: Bus;
  /** How often to look without a wake-up. Default 200. */
  readonly pollMs?: number;
  /** Default 500. */
  readonly batchSize?: number;
}

export interface Relay {
  /** Events handed to the bus since the start. */
  readonly published: () => number;
  /** Ends after the batch in hand. */
  close(): Promise<void>;
}

const retry = { firstMs: 100, capMs: 5_000 };
/**
 * After a full batch the relay rests, for its readers have more to do with each event than it has. What waits in the outbox is
 * overtaken by who has less to tell; what waits in the log is not.
 */
const restMs = (publishedInMs: number): number => Math.min(300, 3 * publishedInMs);
const pruneEveryMs = 60_000;
/** Any number, as long as it stays: two versions of the relay must meet at the same lock. */
export const relayLock = 7_224_115;

/**
 * Carries events from the outbox to the bus, those of one organization in their order, organizations in turn. One relay a database is
 * active, however many processes run one: the others wait for its lock. Never loses an event; after a crash it may repeat some.
 */
export function startRelay({ ownerUrl, bus, pollMs = 200, batchSize = 500 }: RelayOptions): Relay {
  const closing = new AbortController();
  const { signal } = closing;
  const bell = createBell();
  let published = 0;

  async function run(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const client = new Client({ connectionString: ownerUrl, keepAlive: true });
      client.on('error', (error) => log.warn('relay connection failed', { error }));
      client.on('notification', () => bell.ring());
      try {
        await client.connect();
        if (await takeLead(client)) {
          failures = 0;
          await relayAll(client);
        }
      } catch (error) {
        failures += 1;
        log.warn('relay failed, it starts again', { failures, error });
        await pauseFor(backoffMs(failures, retry), signal);
      } finally {
        await client.end();
      }
    }
  }

  /** Waits until no other process relays this database. False when closed before. */
  async function takeLead(client: Client): Promise<boolean> {
    while (!signal.aborted) {
      const tried = await client.query('select pg_try_advisory_lock($1) as taken', [relayLock]);
      if (tried.rows[0]?.taken === true) {
        await client.query('listen outbox');
        return true;
      }
      await pauseFor(pollMs, signal);
    }
    return false;
  }

  async function relayAll(client: Client): Promise<void> {
    const pace = createPace(pollMs);
    let prunedAt = 0;
    while (!signal.aborted) {
      const seen = bell.count();
      const events = await nextEvents(client, batchSize);
      if (events.length > 0) {
        const begunAt = performance.now();
        await publish(client, events);
        published += events.length;
        pace.hurry();
        if (events.length === batchSize)
          await pauseFor(restMs(performance.now() - begunAt), signal);
        continue;
      }
      if (performance.now() - prunedAt > pruneEveryMs) {
        await prune(client);
        prunedAt = performance.now();
      }
      await bell.wait(seen, pace.next());
      if (bell.count() > seen) pace.hurry();
    }
  }

  const publish = (client: Client, events: readonly FinflowEvent[]): Promise<void> =>
    inSpan('relay outbox', spanOf(events), async () => {
      await bus.publish(events);
      await markPublished(client, events);
    });

  const stopObserving = observeRelay({
    database: new URL(ownerUrl).pathname.slice(1),
    published: () => published,
  });
  const running = run();
  return {
    published: () => published,
    close: async () => {
      stopObserving();
      closing.abort();
      bell.ring();
      await running;
    },
  };
}

const spanOf = (events: readonly FinflowEvent[]): SpanOptions => ({
  kind: 'PRODUCER',
  attributes: { 'messaging.batch.message_count': events.length },
  causes: events.map(({ traceparent }) => traceparent),
});

/**
 * Of each organization that has something to tell the first ones, in turn: who tells one thing doesn't wait until another has told ten
 * thousand. One organization's come in the order in which they were recorded, and whoever changes the same subject later records
 * later. None waits for a transaction that still runs, such as an import: its own are found when it commits.
 */
async function nextEvents(client: Client, limit: number): Promise<FinflowEvent[]> {
  const found = await client.query<{ event: FinflowEvent }>({
    name: 'next events',
    text: `with recursive sender as (
        (select ${senderOf} as id from outbox where published_at is null order by 1 limit 1)
        union all
        select (select ${senderOf} from outbox
          where published_at is null and ${senderOf} > sender.id order by 1 limit 1)
        from sender where sender.id is not null),
      known as (select id, count(*) over () as senders from sender where id is not null)
      select event from known cross join lateral (
        select event, position, row_number() over (order by position) as turn from (
          select event, position from outbox
          where published_at is null and ${senderOf} = known.id
          order by position limit ceil($1::numeric / known.senders)) first) next
      order by turn, position limit $1`,
    values: [limit],
  });
  return found.rows.map(({ event }) => event);
}

async function markPublished(client: Client, events: readonly FinflowEvent[]): Promise<void> {
  await client.query({
    name: 'mark published',
    text: 'update outbox set published_at = now() where id = any ($1::uuid[])',
    values: [events.map(({ id }) => id)],
  });
}

/** A day is kept, to look at when something seems lost. In small bites, so that nothing waits for it. */
async function prune(client: Client): Promise<void> {
  await client.query(`delete from outbox where position in (
    select position from outbox where published_at < now() - interval '1 day' limit 5000)`);
}
