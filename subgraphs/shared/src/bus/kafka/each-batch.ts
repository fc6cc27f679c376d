import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { log } from '../../log.ts';
import type { Following, StoredMessage } from '../message-log.ts';
import { backoffMs, pauseFor } from '../wait.ts';
import type { Names } from './names.ts';

export interface BatchRoom {
  readonly names: Names;
  readonly groupId: string;
  readonly subscription: Following;
  readonly signal: AbortSignal;
  /** Resolves when the group's beginning is written down. */
  readonly positioned: () => Promise<void>;
  readonly isPaused: () => boolean;
}

export const heartbeatEveryMs = 1_500;
const retry = { firstMs: 50, capMs: 5_000 };

/**
 * Handles what one fetch brought of one partition, in slices. An offset is committed by hand, after its handler;
 * kafkajs' own ways (auto-commit, skipping after retries) would lose messages. What is left when it returns comes again.
 */
export async function handleFetched(room: BatchRoom, payload: EachBatchPayload): Promise<void> {
  const { topic, partition, messages } = payload.batch;
  const stopBeating = keepBeating(payload);
  const goesOn = () =>
    payload.isRunning() && !payload.isStale() && !room.isPaused() && !room.signal.aborted;
  try {
    await room.positioned();
    for (const slice of slices(messages, room.subscription.maxBatch)) {
      if (!goesOn()) return;
      const from = { topic: room.names.fromBroker(topic), partition };
      const batch = slice.map((message) => toMessage(from, message));
      if (!(await handle(room, batch, () => payload.isRunning()))) return;
      const done = slice.at(-1)?.offset ?? '0';
      payload.resolveOffset(done);
      const offset = String(BigInt(done) + 1n);
      await payload.commitOffsetsIfNecessary({
        topics: [{ topic, partitions: [{ partition, offset }] }],
      });
    }
  } finally {
    stopBeating();
  }
}

/** Repeats until the handler succeeds; false when it must be left for whoever comes next. */
async function handle(
  { groupId, subscription, signal }: BatchRoom,
  batch: readonly StoredMessage[],
  isRunning: () => boolean,
): Promise<boolean> {
  for (let attempt = 1; !signal.aborted && isRunning(); attempt += 1) {
    try {
      await subscription.handle(batch);
      return true;
    } catch (error) {
      log.warn('batch failed, it comes again', { group: groupId, attempt, error });
      await pauseFor(backoffMs(attempt, retry), signal);
    }
  }
  return false;
}

/** A long batch must not cost the membership. A beat that fails shows again at the commit, which throws. */
function keepBeating(payload: EachBatchPayload): () => void {
  const timer = setInterval(
    () => void payload.heartbeat().catch(() => undefined),
    heartbeatEveryMs,
  );
  return () => clearInterval(timer);
}

/** @param from its topic by our name, and its partition there */
export function toMessage(
  { topic, partition }: { readonly topic: string; readonly partition: number },
  { key, value, headers = {}, offset }: KafkaMessage,
): StoredMessage {
  const texts = Object.entries(headers).map(([name, held]) => [name, String(held ?? '')]);
  return {
    topic,
    key: key?.toString() ?? '',
    text: value?.toString() ?? '',
    headers: Object.fromEntries(texts),
    at: { series: topic, strand: partition, offset: BigInt(offset) },
  };
}

function* slices<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
