import { createBus, type Bus } from '@finflow/shared/bus/bus';
import type { Following, Message, StoredMessage } from '@finflow/shared/bus/message-log';
import { allTopics, hasRead } from '@finflow/shared/bus/place';

/** The real bus, schemas and all, over a log in memory: who follows it hears what is published from then on, at once. */
export function createMemoryBus(): Bus {
  const stored: StoredMessage[] = [];
  const followers = new Set<Following>();
  const store = (message: Message): StoredMessage => {
    const at = { series: allTopics, strand: 0, offset: BigInt(stored.length) };
    const one = { ...message, at };
    stored.push(one);
    return one;
  };
  return createBus({
    append: async (messages) => {
      const appended = messages.map(store);
      for (const { topics, handle } of followers) {
        const wanted = appended.filter(({ topic }) => topics.includes(topic));
        if (wanted.length > 0) await handle(wanted);
      }
    },
    follow: async (following) => {
      followers.add(following);
      return {
        start: { [allTopics]: [BigInt(stored.length)] },
        pause: () => undefined,
        resume: () => undefined,
        close: async () => {
          followers.delete(following);
        },
      };
    },
    between: async ({ topics, from, to, maxMessages, isWanted }) => {
      if ((from[allTopics]?.[0] ?? -1n) > BigInt(stored.length)) return null;
      const found = stored.filter(
        ({ topic, at }) => topics.includes(topic) && !hasRead(from, at) && hasRead(to, at),
      );
      return found.length > maxMessages ? null : found.filter(isWanted);
    },
    subscribe: async () => {
      throw new Error('Nobody of the small world reads in a group');
    },
    read: async () => [],
    lag: async () => [],
    rewind: async () => undefined,
    ping: async () => undefined,
    close: async () => undefined,
  });
}
