import { randomUUID } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import type { Message } from '../message-log.ts';
import { toMessage } from './each-batch.ts';
import type { KafkaRoom } from './member.ts';
import { edgesOf } from './offsets.ts';

const limitMs = 60_000;

/** Reads what a topic holds at this moment, oldest first. */
export async function readTopic(
  { kafka, admin, names }: KafkaRoom,
  name: string,
  limit: number,
): Promise<readonly Message[]> {
  await names.ensureTopics([name]);
  const topic = names.toBroker(name);
  const begins = await edgesOf(admin, [topic], 'beginning');
  const ends = await edgesOf(admin, [topic], 'end');
  const open = new Map(
    ends
      .filter(({ offset, partition }) => begins[partition]?.offset !== offset)
      .map(({ partition, offset }) => [partition, BigInt(offset)]),
  );
  if (open.size === 0) return [];
  const groupId = names.toBroker(`alone-${randomUUID()}`);
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false });
  const found: KafkaMessage[] = [];
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(() => done.reject(new Error(`Reading ${name} took too long.`)), limitMs);
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const end = open.get(batch.partition) ?? 0n;
        found.push(...batch.messages.filter(({ offset }) => BigInt(offset) < end));
        if (BigInt(batch.lastOffset()) >= end - 1n) open.delete(batch.partition);
        if (open.size === 0) done.resolve();
      },
    });
    await done.promise;
  } finally {
    clearTimeout(timer);
    await consumer.disconnect();
    await admin.deleteGroups([groupId]);
  }
  const oldestFirst = found.toSorted((a, b) => Number(a.timestamp) - Number(b.timestamp));
  return oldestFirst.slice(0, limit).map((message) => toMessage(name, message));
}
