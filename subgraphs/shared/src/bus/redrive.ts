import { deadLetterTopic, toDeadLetter } from './dead-letter.ts';
import type { MessageLog } from './message-log.ts';

const group = 'redrive';
const limitMs = 60_000;

/**
 * Sends dead letters back to their topics. It reads them as a group like any other, so its offset says which
 * were sent back before; and no more than there were at the beginning, since a letter may soon be buried again.
 */
export async function redrive(log: MessageLog): Promise<number> {
  const total = Promise.withResolvers<number>();
  const done = Promise.withResolvers<void>();
  let count = 0;
  const subscribed = await log.subscribe({
    group,
    topics: [deadLetterTopic],
    maxBatch: 1,
    from: 'beginning',
    handle: async (batch) => {
      const limit = await total.promise;
      await log.append(batch.map((letter) => toDeadLetter(letter).message));
      count += batch.length;
      if (count < limit) return;
      subscribed.pause();
      done.resolve();
    },
  });
  const lag = await log.lag(group);
  const waiting = lag.reduce((sum, { messages }) => sum + messages, 0);
  total.resolve(waiting);
  const timer = setTimeout(() => done.reject(new Error('The redrive took too long.')), limitMs);
  try {
    if (waiting > 0) await done.promise;
  } finally {
    clearTimeout(timer);
    await subscribed.close();
  }
  return count;
}
