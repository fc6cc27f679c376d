import type { MessageLog, Subscribed } from '../message-log.ts';
import { createAppender } from './append.ts';
import { createKafka, type KafkaOptions } from './client.ts';
import { type KafkaRoom, startMember } from './member.ts';
import { createNames } from './names.ts';
import { lagOf } from './offsets.ts';
import { readTopic } from './read.ts';
import { rewindGroup } from './rewind.ts';

/** The event log in Kafka 4, by kafkajs. Key is the aggregate's id; topics are made when first needed. */
export async function openKafkaLog(options: KafkaOptions): Promise<MessageLog> {
  const kafka = createKafka(options);
  const admin = kafka.admin();
  await admin.connect();
  const names = createNames(admin, options);
  const appender = createAppender(kafka, names);
  const room: KafkaRoom = { kafka, admin, names };
  const members = new Set<Subscribed>();
  return {
    append: (messages) => appender.append(messages),
    subscribe: async (subscription) => {
      const member = await startMember(room, subscription);
      members.add(member);
      return member;
    },
    read: (topic, limit) => readTopic(room, topic, limit),
    lag: (group) => lagOf(admin, names, group),
    rewind: (group, topics) => rewindGroup(room, group, topics),
    ping: async () => {
      await admin.describeCluster();
    },
    close: async () => {
      await Promise.all([...members].map((member) => member.close()));
      await appender.close();
      await admin.disconnect();
    },
  };
}
