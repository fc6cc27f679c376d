import type { MessageLog, Subscribed } from '../message-log.ts';
import { createAppender } from './append.ts';
import { readBetween } from './between.ts';
import { createKafka, type KafkaOptions } from './client.ts';
import { type KafkaRoom, startFollower, startMember } from './member.ts';
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
  const kept = <T extends Subscribed>(member: T): T => {
    members.add(member);
    return member;
  };
  return {
    append: (messages) => appender.append(messages),
    subscribe: async (subscription) => kept(await startMember(room, subscription)),
    follow: async (following) => kept(await startFollower(room, following)),
    between: (stretch) => readBetween(room, stretch),
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
