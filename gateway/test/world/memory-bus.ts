import { createBus, type Bus } from '@finflow/shared/bus/bus';
import type { Message, MessageSubscription } from '@finflow/shared/bus/message-log';

/** The real bus, schemas and all, over a log in memory: who subscribes hears what is published from then on. */
export function createMemoryBus(): Bus {
  const subscriptions = new Set<MessageSubscription>();
  return createBus({
    append: async (messages: readonly Message[]) => {
      for (const { topics, handle } of subscriptions) {
        const wanted = messages.filter(({ topic }) => topics.includes(topic));
        if (wanted.length > 0) await handle(wanted);
      }
    },
    subscribe: async (subscription) => {
      subscriptions.add(subscription);
      return {
        pause: () => undefined,
        resume: () => undefined,
        close: async () => {
          subscriptions.delete(subscription);
        },
      };
    },
    read: async () => [],
    lag: async () => [],
    rewind: async () => undefined,
    ping: async () => undefined,
    close: async () => undefined,
  });
}
