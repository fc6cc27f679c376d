import type { Admin, Consumer, EachBatchHandler, Kafka } from 'kafkajs';
import { heartbeatEveryMs } from './each-batch.ts';
import { type Edge, uncommittedOf } from './offsets.ts';

export interface Joining {
  readonly groupId: string;
  /** By the broker's names. */
  readonly topics: readonly string[];
  /** Where the group begins if it has committed nothing yet: edges of the topics, taken before it joins. */
  readonly from: 'beginning' | 'end';
  readonly start: readonly Edge[];
  readonly eachBatch: EachBatchHandler;
}

const joinWithinMs = 60_000;

/**
 * Joins a group. When it resolves, the consumer is a member and the group's beginning is committed.
 * @throws Error when the broker can't be reached or refuses; the consumer is gone then
 */
export async function joinGroup(kafka: Kafka, admin: Admin, joining: Joining): Promise<Consumer> {
  const consumer = createConsumer(kafka, joining.groupId);
  try {
    await untilMember(consumer, joining);
    await commitBeginning(admin, consumer, joining);
  } catch (error) {
    await consumer.disconnect();
    throw error;
  }
  return consumer;
}

const createConsumer = (kafka: Kafka, groupId: string): Consumer =>
  kafka.consumer({
    groupId,
    allowAutoTopicCreation: false,
    sessionTimeout: 6_000,
    rebalanceTimeout: 20_000,
    heartbeatInterval: heartbeatEveryMs,
    maxWaitTimeInMs: 500,
    maxBytesPerPartition: 256 * 1024,
    maxBytes: 2 * 1024 * 1024,
  });

/** `run` alone returns too when joining failed for now, as on a broker that never had a group; it tries again. */
async function untilMember(consumer: Consumer, joining: Joining): Promise<void> {
  const { topics, from, eachBatch } = joining;
  const joined = Promise.withResolvers<void>();
  const removeListeners = [
    consumer.on('consumer.group_join', () => joined.resolve()),
    consumer.on('consumer.crash', ({ payload: { restart, error } }) => {
      if (!restart) joined.reject(error);
    }),
  ];
  const timer = setTimeout(() => joined.reject(new Error('Kafka took too long.')), joinWithinMs);
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: from === 'beginning' });
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch });
    await joined.promise;
  } finally {
    clearTimeout(timer);
    for (const remove of removeListeners) remove();
  }
}

/** From then on nothing depends on when the group fetches first, and its lag can be told. */
async function commitBeginning(admin: Admin, consumer: Consumer, joining: Joining): Promise<void> {
  const places = await uncommittedOf(admin, joining.groupId, joining.start);
  if (places.length === 0) return;
  for (const place of places) consumer.seek({ ...place });
  await consumer.commitOffsets(places.map((place) => ({ ...place })));
}
