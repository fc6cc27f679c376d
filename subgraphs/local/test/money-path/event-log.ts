import {
  type Consumer,
  handleBatch,
  handleLane,
  runHandler,
} from '@finflow/shared/bus/handle-batch';
import type { Bus, Delivery } from '@finflow/shared/bus/bus';
import { noCounts } from '@finflow/shared/bus/consumer-counts';
import { type Handlers, topicsOf } from '@finflow/shared/bus/handlers';
import { claimEvents } from '@finflow/shared/bus/inbox';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { createBell } from '@finflow/shared/bus/wait';
import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { Topic } from '@finflow/shared/events/topics';
import type { Fate } from './fate.ts';
import type { MemoryDatabase, Row } from './memory-database.ts';

const partitions = 3;

/** Topics in partitions: order holds for a key, not across keys and topics. Nothing leaves the log. */
export type EventLog = ReturnType<typeof createLog>;

export function createLog() {
  const keys: string[] = [];
  const stored = new Map<string, FinflowEvent[]>();
  const buried: unknown[] = [];
  const place = (topic: string, partition: number) => {
    const events = stored.get(`${topic} ${partition}`) ?? [];
    stored.set(`${topic} ${partition}`, events);
    return events;
  };
  return {
    buried,
    read: place,
    append: (topic: string, event: FinflowEvent) => {
      if (!keys.includes(event.subject)) keys.push(event.subject);
      place(topic, keys.indexOf(event.subject) % partitions).push(event);
    },
  };
}

type Station = {
  readonly name: string;
  readonly database: MemoryDatabase;
  readonly handlers: Handlers;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly fate: Fate;
};

export type Stop = ReturnType<typeof openStop>;

/** How a room sends to the log and hears from it: the house's own consumer, over the log of this world. */
export function openStop({ name, database, handlers, log, clock, fate }: Station) {
  const topics = topicsOf(handlers);
  const offsets = new Map<string, number>();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- consumers ask their bus for this alone
  const bus = {
    bury: async (letters: unknown[]) => void log.buried.push(...letters),
  } as unknown as Bus;
  const consumer: Consumer = {
    name,
    handlers,
    bus,
    fork: () => database.em.fork(),
    clock,
    counts: noCounts(),
    parked: createBell(),
    // So small that lanes fill in the smallest of worlds.
    share: 2,
    lanes: createBell(),
  };
  const consume = async (topic: Topic, partition: number, count: number) => {
    const place = `${topic} ${partition}`;
    const from = offsets.get(place) ?? 0;
    const events = log.read(topic, partition).slice(from, from + count);
    if (events.length === 0) return;
    const batch = events.map((event, index): Delivery => {
      const at = { series: topic, strand: partition, offset: BigInt(from + index) };
      return { kind: 'event', topic, event, at };
    });
    await handleBatch(consumer, batch);
    await fate.step();
    offsets.set(place, from + events.length);
  };
  return {
    topics,
    consume,
    consumeAll: async () => {
      for (const topic of topics)
        for (let at = 0; at < partitions; at += 1) await consume(topic, at, 1000);
    },
    replay: (topic: Topic) => {
      for (let at = 0; at < partitions; at += 1) offsets.delete(`${topic} ${at}`);
    },
    retryParked: () => retryParked(consumer, database),
    /** A turn for each organization that waits in a lane. */
    takeTurns: async () => {
      const waiting = database.store.all('lane_event').map((row) => String(row['organizationId']));
      for (const organizationId of new Set(waiting))
        await inOrganization(organizationId, () => handleLane(consumer, organizationId));
    },
    /** Sends what the outbox holds. Who dies between sending and forgetting sends again. */
    relay: async (count: number) => {
      for (const row of database.store.all('outbox').slice(0, count)) {
        await fate.step();
        // The outbox has it as JSON: an event as it was checked when it was recorded.
        log.append(String(row['topic']), eventOf(row));
        await fate.step();
        database.store.remove('outbox', String(row['id']));
      }
    },
    isQuiet: () =>
      database.store.all('outbox').length === 0 &&
      database.store.all('parked_event').length === 0 &&
      database.store.all('lane_event').length === 0 &&
      topics.every((topic) =>
        [0, 1, 2].every(
          (at) => (offsets.get(`${topic} ${at}`) ?? 0) === log.read(topic, at).length,
        ),
      ),
  };
}

const eventOf = (row: Row): FinflowEvent => JSON.parse(JSON.stringify(row['event']));

/** The parked events of each key in their order, as far as it goes; as unpark.ts, without waiting. */
async function retryParked(consumer: Consumer, database: MemoryDatabase): Promise<void> {
  const place = (row: Row) => `${String(row['topic'])} ${String(row['key'])}`;
  for (const parked of Map.groupBy(database.store.all('parked_event'), place).values()) {
    for (const row of parked) if (!(await retry(consumer, database, eventOf(row)))) break;
  }
}

/** False when it is still too early. */
async function retry(consumer: Consumer, { em, store }: MemoryDatabase, event: FinflowEvent) {
  try {
    await em.fork().transactional(async (tx) => {
      const fresh = await claimEvents(tx, consumer.name, [event]);
      if (fresh.size > 0) await runHandler(consumer, event, tx);
    });
    store.remove('parked_event', event.id);
    return true;
  } catch (error) {
    if (error instanceof NotYet) return false;
    throw error;
  }
}
