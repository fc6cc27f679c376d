import type { KafkaMessage } from 'kafkajs';
import type { Message } from '../message-log.ts';
import { toMessage } from './each-batch.ts';
import type { KafkaRoom } from './member.ts';
import { edgesOf } from './offsets.ts';
import { readSpans } from './spans.ts';

/** Reads what a topic holds at this moment, oldest first. */
export async function readTopic(
  room: KafkaRoom,
  name: string,
  limit: number,
): Promise<readonly Message[]> {
  const { admin, names } = room;
  await names.ensureTopics([name]);
  const topic = names.toBroker(name);
  const begins = await edgesOf(admin, [topic], 'beginning');
  const ends = await edgesOf(admin, [topic], 'end');
  const spans = ends.map(({ partition, offset }) => ({
    topic,
    partition,
    from: BigInt(begins[partition]?.offset ?? 0),
    to: BigInt(offset),
  }));
  const found: { readonly partition: number; readonly message: KafkaMessage }[] = [];
  await readSpans(room, spans, ({ partition }, message) => found.push({ partition, message }));
  return found
    .toSorted((a, b) => Number(a.message.timestamp) - Number(b.message.timestamp))
    .slice(0, limit)
    .map(({ partition, message }) => toMessage({ topic: name, partition }, message));
}
