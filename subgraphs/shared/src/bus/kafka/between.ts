import type { StoredMessage, Stretch } from '../message-log.ts';
import { toMessage } from './each-batch.ts';
import type { KafkaRoom } from './member.ts';
import { edgesOf } from './offsets.ts';
import { readSpans, type Span } from './spans.ts';

/** The wanted messages of a stretch, about as old as they are; null when they are too many, gone, or not of these topics. */
export async function readBetween(
  room: KafkaRoom,
  { topics, from, to, maxMessages, isWanted }: Stretch,
): Promise<readonly StoredMessage[] | null> {
  await room.names.ensureTopics(topics);
  const spans = await spansOf(room, topics, { from, to });
  if (!spans) return null;
  const count = spans.reduce((sum, span) => sum + span.to - span.from, 0n);
  if (count > BigInt(maxMessages)) return null;
  const wanted: { readonly message: StoredMessage; readonly atMs: number }[] = [];
  const latest = new Map<Span, number>();
  await readSpans(room, spans, (span, stored) => {
    // Clocks of publishers differ: within a partition the order is that of the log, whatever they say.
    const atMs = Math.max(latest.get(span) ?? 0, Number(stored.timestamp));
    latest.set(span, atMs);
    const message = toMessage(
      { topic: room.names.fromBroker(span.topic), partition: span.partition },
      stored,
    );
    if (isWanted(message)) wanted.push({ message, atMs });
  });
  return wanted.toSorted((a, b) => a.atMs - b.atMs).map(({ message }) => message);
}

/** What is to be read of each partition. Null when the broker has removed some of it, or never had it. */
async function spansOf(
  { admin, names }: KafkaRoom,
  topics: readonly string[],
  { from, to }: Pick<Stretch, 'from' | 'to'>,
): Promise<Span[] | null> {
  const ours = topics.map((topic) => names.toBroker(topic));
  const begins = await edgesOf(admin, ours, 'beginning');
  const ends = await edgesOf(admin, ours, 'end');
  const spans: Span[] = [];
  for (const { topic, partition, offset } of ends) {
    const series = names.fromBroker(topic);
    const begin = begins.find((edge) => edge.topic === topic && edge.partition === partition);
    const [froms, tos] = [from[series], to[series]];
    if (!froms || !tos || !begin) return null;
    // Of a partition that was added since nobody there has read anything.
    const [first, last] = [froms[partition] ?? 0n, tos[partition] ?? 0n];
    const end = BigInt(offset);
    if (first > end || last > end) return null;
    if (first >= last) continue;
    if (first < BigInt(begin.offset)) return null;
    spans.push({ topic, partition, from: first, to: last });
  }
  return spans;
}
