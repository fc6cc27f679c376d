import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, Kafka } from 'kafkajs';
import { log } from '../../log.ts';
import type { Followed, Following, MessageSubscription, Subscribed } from '../message-log.ts';
import { backoffMs, pauseFor } from '../wait.ts';
import { handleFetched } from './each-batch.ts';
import { joinGroup } from './join.ts';
import type { Names } from './names.ts';
import { type Edge, edgesOf, placeAt } from './offsets.ts';

export interface KafkaRoom {
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly names: Names;
}

/** Becomes a member of a group. */
export async function startMember(
  room: KafkaRoom,
  subscription: MessageSubscription,
): Promise<Subscribed> {
  const groupId = room.names.toBroker(subscription.group);
  const start = await startOf(room, subscription, subscription.from);
  return joinAs(room, { groupId, subscription, from: subscription.from, start });
}

/** Becomes the only member of a group of its own, which is deleted at the end. */
export async function startFollower(room: KafkaRoom, following: Following): Promise<Followed> {
  const groupId = room.names.toBroker(`alone-${randomUUID()}`);
  const start = await startOf(room, following, 'end');
  const member = await joinAs(room, { groupId, subscription: following, from: 'end', start });
  return {
    ...member,
    start: placeAt(room.names, start),
    close: async () => {
      await member.close();
      await forget(room.admin, groupId);
    },
  };
}

async function startOf(
  { admin, names }: KafkaRoom,
  { topics }: Following,
  from: MessageSubscription['from'],
): Promise<Edge[]> {
  await names.ensureTopics(topics);
  return edgesOf(
    admin,
    topics.map((topic) => names.toBroker(topic)),
    from,
  );
}

type Joining = {
  readonly groupId: string;
  readonly subscription: Following;
  readonly from: MessageSubscription['from'];
  readonly start: readonly Edge[];
};

async function joinAs(
  { kafka, admin, names }: KafkaRoom,
  { groupId, subscription, from, start }: Joining,
): Promise<Subscribed> {
  const topics = subscription.topics.map((topic) => names.toBroker(topic));
  const places = () => topics.map((topic) => ({ topic }));
  const { signal, ...closing } = abortable();
  let paused = false;

  const member = await keepMember(signal, groupId, async () => {
    const gate = Promise.withResolvers<void>();
    const positioned = () => gate.promise;
    const batchRoom = { names, groupId, subscription, signal, positioned, isPaused: () => paused };
    const consumer = await joinGroup(kafka, admin, {
      groupId,
      topics,
      from,
      start,
      eachBatch: (payload) => handleFetched(batchRoom, payload),
    }).finally(gate.resolve);
    if (paused) consumer.pause(places());
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
      if (signal.aborted) return;
      closing.abort();
      await member().disconnect();
    },
  };
}

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** Keeps one consumer alive: kafkajs restarts it after most crashes, after the others a new one takes its place. */
async function keepMember(
  signal: AbortSignal,
  groupId: string,
  join: () => Promise<Consumer>,
): Promise<() => Consumer> {
  let current = watched(await join());

  function watched(consumer: Consumer): Consumer {
    consumer.on('consumer.crash', ({ payload }) => {
      if (!payload.restart && !signal.aborted) void replace();
    });
    return consumer;
  }

  async function replace(): Promise<void> {
    log.error('kafka consumer gave up, a new one joins', { group: groupId });
    await current.disconnect();
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      await pauseFor(backoffMs(attempt, { firstMs: 100, capMs: 5_000 }), signal);
      try {
        current = watched(await join());
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
