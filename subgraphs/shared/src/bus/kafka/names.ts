import type { Admin } from 'kafkajs';
import type { KafkaOptions } from './client.ts';
import { patiently } from './patiently.ts';

/** Our names and the broker's: the prefix stays in here. */
export interface Names {
  toBroker(name: string): string;
  fromBroker(name: string): string;
  /** Makes the topics that the broker doesn't have yet; it asks once for each. */
  ensureTopics(topics: readonly string[]): Promise<void>;
}

export function createNames(admin: Admin, options: KafkaOptions): Names {
  const { topicPrefix = '', partitions = 8, replicationFactor = -1 } = options;
  const known = new Set<string>();
  const toBroker = (name: string) => `${topicPrefix}${name}`;
  return {
    toBroker,
    fromBroker: (name) => name.slice(topicPrefix.length),
    ensureTopics: async (topics) => {
      const missing = topics.filter((topic) => !known.has(topic));
      if (missing.length === 0) return;
      const names = missing.map(toBroker);
      await admin.createTopics({
        waitForLeaders: false,
        topics: names.map((topic) => ({ topic, numPartitions: partitions, replicationFactor })),
      });
      for (const name of names) await patiently(() => admin.fetchTopicOffsets(name)); // Until it is led.
      for (const topic of missing) known.add(topic);
    },
  };
}
