import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, Kafka } from 'kafkajs';
import { log } from '../../log.ts';
import type { MessageSubscription, Subscribed } from '../message-log.ts';
import { backoffMs, pauseFor } from '../wait.ts';
import { handleFetched, heartbeatEveryMs } from './each-batch.ts';
import type { Names } from './names.ts';
import { edgesOf, type Place, uncommittedOf } from './offsets.ts';

export interface KafkaRoom {
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly names: Names;
}

/** Joins a group, or one of its own that is deleted at the end. */
export async function startMember(
  room: KafkaRoom,
  subscription: MessageSubscription,
): Promise<Subscribed> {
  const { admin, names } = room;
  const groupId = names.toBroker(subscription.group ?? `alone-${randomUUID()}`);
  const topics = subscription.topics.map((topic) => names.toBroker(topic));
  const places = () => topics.map((topic) => ({ topic }));
  const from = subscription.group === null ? 'end' : subscription.from;
  const closing = new AbortController();
  let paused = false;

  await names.ensureTopics(subscription.topics);
  const start = await edgesOf(admin, topics, from);
  const member = await keepMember(closing.signal, groupId, async (onCrash) => {
    const gate = Promise.withResolvers<void>();
    const consumer = createConsumer(room.kafka, groupId);
    consumer.on('consumer.crash', ({ payload }) => {
      if (!payload.restart) onCrash();
    });
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: from === 'beginning' });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) =>
        handleFetched(
          {
            names,
            subscription,
            signal: closing.signal,
            positioned: () => gate.promise,
            isPaused: () => paused,
          },
          payload,
        ),
    });
    if (paused) consumer.pause(places());
    await writeBeginning(admin, consumer, groupId, start).finally(gate.resolve);
    return consumer;
  });

  return {
    pause: () => {
      paused = true;
      member().pause(places());
    },
    resume: () => {
      paused = false;
      member().resume(places());
    },
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      await member().disconnect();
      if (subscription.group === null) await forget(admin, groupId);
    },
  };
}

const createConsumer = (kafka: Kafka, groupId: string): Consumer =>
  kafka.consumer({
    groupId,
    allowAutoTopicCreation: false,
    sessionTimeout: 10_000,
    rebalanceTimeout: 20_000,
    heartbeatInterval: heartbeatEveryMs,
    maxWaitTimeInMs: 500,
    maxBytesPerPartition: 256 * 1024,
    maxBytes: 2 * 1024 * 1024,
  });

/** Commits where a new group begins: from then on nothing depends on when it fetches first, and lag can be told. */
async function writeBeginning(
  admin: Admin,
  consumer: Consumer,
  groupId: string,
  start: readonly Place[],
): Promise<void> {
  const places = await uncommittedOf(admin, groupId, start);
  if (places.length === 0) return;
  for (const place of places) consumer.seek({ ...place });
  await consumer.commitOffsets(places.map((place) => ({ ...place })));
}

/** Keeps one consumer alive: kafkajs restarts it after most crashes, after the others a new one takes its place. */
async function keepMember(
  signal: AbortSignal,
  groupId: string,
  join: (onCrash: () => void) => Promise<Consumer>,
): Promise<() => Consumer> {
  let current = await join(() => void rejoin());

  async function rejoin(): Promise<void> {
    if (signal.aborted) return;
    log.error('kafka consumer gave up, a new one joins', { group: groupId });
    await current.disconnect();
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      await pauseFor(backoffMs(attempt, { firstMs: 100, capMs: 5_000 }), signal);
      try {
        current = await join(() => void rejoin());
        return;
      } catch (error) {
        log.warn('kafka consumer could not join', { group: groupId, attempt, error });
      }
    }
  }

  return () => current;
}

/** A group that can't be deleted now has no offsets worth keeping, and the broker drops it in time. */
const forget = (admin: Admin, groupId: string) =>
  admin
    .deleteGroups([groupId])
    .catch((error: unknown) => log.debug('kafka group is left behind', { group: groupId, error }));
