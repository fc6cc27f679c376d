import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import type { Message } from '../message-log.ts';
import type { Names } from './names.ts';

/** Far below the broker's usual limit of a batch (1 MiB), so that no batch is refused for its size. */
const maxRequestBytes = 512 * 1024;

export interface Appender {
  append(messages: readonly Message[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Sends with an idempotent producer, one request at a time: the broker drops its own retries and keeps the order.
 * After a failure the producer is thrown away, because its sequence numbers may not fit any more; who called
 * sends again, which may repeat messages.
 */
export function createAppender(kafka: Kafka, names: Names): Appender {
  let producer: Promise<Producer> | undefined;
  let last: Promise<void> = Promise.resolve();

  async function send(messages: readonly Message[]): Promise<void> {
    await names.ensureTopics([...new Set(messages.map(({ topic }) => topic))]);
    producer ??= connect(kafka);
    const current = producer;
    try {
      for (const chunk of inChunks(messages)) {
        await (await current).sendBatch({ acks: -1, topicMessages: byTopic(chunk, names) });
      }
    } catch (error) {
      producer = undefined;
      await disconnect(current);
      throw error;
    }
  }

  return {
    append: (messages) => {
      if (messages.length === 0) return Promise.resolve();
      const sent = last.then(() => send(messages));
      last = sent.catch(() => undefined); // Its caller hears of it; the next one begins afresh.
      return sent;
    },
    close: async () => {
      await last;
      if (producer) await disconnect(producer);
    },
  };
}

async function connect(kafka: Kafka): Promise<Producer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
  });
  await producer.connect();
  return producer;
}

/** The producer failed before: that it can't say goodbye either is no news. */
const disconnect = (producer: Promise<Producer>) =>
  producer.then((connected) => connected.disconnect()).catch(() => undefined);

const byTopic = (messages: readonly Message[], names: Names) =>
  [...Map.groupBy(messages, ({ topic }) => topic)].map(([topic, group]) => ({
    topic: names.toBroker(topic),
    messages: group.map(({ key, text, headers }) => ({
      key,
      value: text,
      headers: { ...headers },
    })),
  }));

function* inChunks(messages: readonly Message[]): Generator<readonly Message[]> {
  let chunk: Message[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(message.text) + 512;
    if (chunk.length > 0 && bytes + size > maxRequestBytes) {
      yield chunk;
      [chunk, bytes] = [[], 0];
    }
    chunk.push(message);
    bytes += size;
  }
  yield chunk;
}
