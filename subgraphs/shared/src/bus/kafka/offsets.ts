import type { Admin } from 'kafkajs';
import type { TopicLag } from '../message-log.ts';
import type { Place } from '../place.ts';
import type { Names } from './names.ts';
import { patiently } from './patiently.ts';

/** An edge of one partition. */
export interface Edge {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** Where topics begin or end now, in each partition; topics by the broker's names. */
export async function edgesOf(
  admin: Admin,
  topics: readonly string[],
  edge: 'beginning' | 'end',
): Promise<Edge[]> {
  const edges = await Promise.all(
    topics.map(async (topic) =>
      (await patiently(() => admin.fetchTopicOffsets(topic))).map(({ partition, low, high }) => ({
        topic,
        partition,
        offset: edge === 'end' ? high : low,
      })),
    ),
  );
  return edges.flat();
}

/** Those places in whose partition the group has committed nothing yet. */
export async function uncommittedOf(
  admin: Admin,
  groupId: string,
  places: readonly Edge[],
): Promise<Edge[]> {
  const topics = [...new Set(places.map(({ topic }) => topic))];
  const committed = await patiently(() => admin.fetchOffsets({ groupId, topics }));
  const none = new Set(
    committed.flatMap(({ topic, partitions }) =>
      partitions
        .filter(({ offset }) => Number(offset) < 0)
        .map(({ partition }) => `${topic} ${partition}`),
    ),
  );
  return places.filter(({ topic, partition }) => none.has(`${topic} ${partition}`));
}

/** Messages between a group's committed offsets and the ends of its topics. */
export async function lagOf(
  admin: Admin,
  names: Names,
  group: string,
): Promise<readonly TopicLag[]> {
  const committed = await patiently(() => admin.fetchOffsets({ groupId: names.toBroker(group) }));
  const lags = await Promise.all(
    committed.map(async ({ topic, partitions }) => {
      const ends = await edgesOf(admin, [topic], 'end');
      const end = new Map(ends.map(({ partition, offset }) => [partition, BigInt(offset)]));
      const behind = partitions.map(({ partition, offset }) =>
        Number((end.get(partition) ?? 0n) - BigInt(offset)),
      );
      return { topic: names.fromBroker(topic), messages: behind.reduce((sum, n) => sum + n, 0) };
    }),
  );
  return lags.toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
}

/** The place at these edges. */
export function placeAt(names: Names, edges: readonly Edge[]): Place {
  const place: Record<string, bigint[]> = {};
  for (const { topic, partition, offset } of edges) {
    (place[names.fromBroker(topic)] ??= [])[partition] = BigInt(offset);
  }
  return place;
}
