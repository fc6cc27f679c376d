import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createKafka } from '@finflow/shared/bus/kafka/client';
import { openMessageLog } from '@finflow/shared/bus/open-bus';
import { advance } from '@finflow/shared/bus/place';
import { eventually } from '@finflow/shared/testing/eventually';
import { describeBus } from '../../shared/test/support/bus-contract.ts';
import { type KafkaBroker, startKafkaBroker } from '../src/kafka/broker.ts';

let broker: KafkaBroker;
beforeAll(async () => {
  broker = await startKafkaBroker();
});
afterAll(() => broker.stop());

describeBus('Kafka 4', {
  openStore: async () => {
    const topicPrefix = `${randomBytes(4).toString('hex')}.`;
    const config = { kind: 'kafka', brokers: broker.brokers, topicPrefix } as const;
    return {
      openLog: () => openMessageLog(config),
      config: JSON.stringify(config),
      close: () => Promise.resolve(),
    };
  },
});

it('can not tell what the broker has removed, and tells all else', async () => {
  const [topic, topicPrefix] = ['payment_created', `${randomBytes(4).toString('hex')}.`];
  const log = await openMessageLog({ kind: 'kafka', brokers: broker.brokers, topicPrefix });
  const texts: string[] = [];
  let read = {};
  const { start } = await log.follow({
    topics: [topic],
    maxBatch: 100,
    handle: async (batch) => {
      for (const { text, at } of batch) {
        texts.push(text);
        read = advance(read, at);
      }
    },
  });
  const append = (text: string) => log.append([{ topic, key: 'one key', text, headers: {} }]);
  const between = async (from: typeof start) => {
    const to = { ...start, ...read };
    const options = { topics: [topic], from, to, maxMessages: 10, isWanted: () => true };
    return (await log.between(options))?.map(({ text }) => text) ?? null;
  };
  for (const text of ['first', 'second']) await append(text);
  await eventually(() => expect(texts).toHaveLength(2));
  const middle = { ...start, ...read };
  await append('third');
  await eventually(() => expect(texts).toHaveLength(3));
  expect(await between(start)).toEqual(['first', 'second', 'third']);
  await removeUpTo(`${topicPrefix}${topic}`, middle);
  expect(await between(start)).toBeNull();
  expect(await between(middle)).toEqual(['third']);
  await log.close();
});

/** As retention does: of each partition what is older than the place. */
async function removeUpTo(topic: string, place: Readonly<Record<string, readonly bigint[]>>) {
  const admin = createKafka({ brokers: broker.brokers }).admin();
  await admin.connect();
  await admin.fetchTopicOffsets(topic); // Or it doesn't know who leads the topic.
  const partitions = Object.values(place)
    .flat()
    .map((offset, partition) => ({ partition, offset: String(offset) }))
    .filter(({ offset }) => offset !== '0');
  await admin.deleteTopicRecords({ topic, partitions });
  await admin.disconnect();
}
