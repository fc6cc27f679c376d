import { randomUUID } from 'node:crypto';
import type { Consumer, KafkaMessage } from 'kafkajs';
import type { KafkaRoom } from './member.ts';

/** Offsets of one partition: from the first up to the one before the last. The topic by the broker's name. */
export interface Span {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly to: bigint;
}

const limitMs = 60_000;

/**
 * Hands over what stands in some spans, each partition in its order, as a group of its own that is deleted after it.
 * @throws Error after a minute: spans must be kept by the broker, which is asked before
 */
export async function readSpans(
  { kafka, admin, names }: KafkaRoom,
  spans: readonly Span[],
  onMessage: (span: Span, message: KafkaMessage) => void,
): Promise<void> {
  const open = new Map(
    spans.filter(({ from, to }) => from < to).map((span) => [keyOf(span), { span, at: span.from }]),
  );
  if (open.size === 0) return;
  const groupId = names.toBroker(`alone-${randomUUID()}`);
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 100 });
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(() => done.reject(new Error('Reading took too long.')), limitMs);
  const read = (topic: string, partition: number, messages: readonly KafkaMessage[]): void => {
    const key = keyOf({ topic, partition });
    const reading = open.get(key);
    // What was fetched before the reader was set to its beginning is further on; it comes again.
    if (!reading || BigInt(messages[0]?.offset ?? 0) > reading.at) return;
    for (const message of messages) {
      const offset = BigInt(message.offset);
      if (offset < reading.at || offset >= reading.span.to) continue;
      onMessage(reading.span, message);
      reading.at = offset + 1n;
    }
    if (reading.at >= reading.span.to) open.delete(key);
    if (open.size === 0) done.resolve();
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...new Set(spans.map(({ topic }) => topic))] });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => read(batch.topic, batch.partition, batch.messages),
    });
    seekAll(consumer, spans);
    await done.promise;
  } finally {
    clearTimeout(timer);
    await consumer.disconnect();
    await admin.deleteGroups([groupId]);
  }
}

function seekAll(consumer: Consumer, spans: readonly Span[]): void {
  for (const { topic, partition, from } of spans) {
    consumer.seek({ topic, partition, offset: String(from) });
  }
}

const keyOf = ({ topic, partition }: Pick<Span, 'topic' | 'partition'>) => `${topic} ${partition}`;
