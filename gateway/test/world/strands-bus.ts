import { createBus, type Bus } from '@finflow/shared/bus/bus';
import type { Following, Message, StoredMessage } from '@finflow/shared/bus/message-log';
import { allTopics, hasRead, type Place } from '@finflow/shared/bus/place';

/** Every other follower is so many times as far behind. */
const slowness = 8;

export type StrandsBusOptions = {
  /** Strands of each topic; null: all topics have one order, as in pg-log. */
  readonly strands: number | null;
  /** How many turns of the event loop what is asked for takes. */
  readonly delays: readonly number[];
};

/**
 * The real bus over a log in memory that is read as Kafka is: each topic has strands, who follows it is brought each strand in its order
 * but the strands in an order of his own, and everything takes its time.
 */
export function createStrandsBus({ strands, delays }: StrandsBusOptions): Bus {
  const stored: StoredMessage[] = [];
  const lengths = new Map<string, bigint>();
  const pumps = new Set<() => void>();
  let followers = 0;
  let asked = 0;

  const pause = async (times = 1) => turns(times * (delays[(asked += 1) % delays.length] ?? 0));

  function store(message: Message): void {
    const series = strands === null ? allTopics : message.topic;
    const strand = stored.length % (strands ?? 1);
    const offset = lengths.get(`${series} ${strand}`) ?? 0n;
    lengths.set(`${series} ${strand}`, offset + 1n);
    stored.push({ ...message, at: { series, strand, offset } });
  }

  const endOf = (series: string): bigint[] =>
    Array.from({ length: strands ?? 1 }, (_, strand) => lengths.get(`${series} ${strand}`) ?? 0n);

  const end = (topics: readonly string[]): Place =>
    Object.fromEntries(
      (strands === null ? [allTopics] : topics).map((series) => [series, endOf(series)]),
    );

  /** Brings what was stored since, one at a time: of the strands that have something, now this one first and now that. */
  function startPump({ topics, handle }: Following): () => void {
    const waiting: StoredMessage[] = [];
    const mine = (followers += 1);
    let next = stored.length;
    let isBusy = false;
    const pump = async (): Promise<void> => {
      if (isBusy) return;
      isBusy = true;
      for (; pumps.has(wake) && (next < stored.length || waiting.length > 0); ) {
        waiting.push(...stored.slice(next).filter(({ topic }) => topics.includes(topic)));
        next = stored.length;
        const heads = [...new Map(waiting.toReversed().map((one) => [keyOf(one), one])).values()];
        const chosen = heads[(mine + asked) % Math.max(1, heads.length)];
        await pause(mine % 2 === 0 ? slowness : 1);
        if (!chosen || !pumps.has(wake)) continue;
        waiting.splice(waiting.indexOf(chosen), 1);
        await handle([chosen]);
      }
      isBusy = false;
    };
    const wake = () => void pump();
    pumps.add(wake);
    return () => pumps.delete(wake);
  }

  return createBus({
    append: async (messages) => {
      messages.forEach(store);
      for (const wake of pumps) wake();
    },
    follow: async (following) => {
      const start = end(following.topics);
      const stop = startPump(following);
      const close = async () => stop();
      return { start, pause: () => undefined, resume: () => undefined, close };
    },
    between: async ({ topics, from, to, maxMessages, isWanted }) => {
      await pause();
      const found = stored.filter(
        ({ topic, at }) => topics.includes(topic) && !hasRead(from, at) && hasRead(to, at),
      );
      return found.length > maxMessages ? null : found.filter(isWanted);
    },
    subscribe: async () => {
      throw new Error('Nobody reads in a group here');
    },
    read: async () => [],
    lag: async () => [],
    rewind: async () => undefined,
    ping: async () => undefined,
    close: async () => undefined,
  });
}

const keyOf = ({ at: { series, strand } }: StoredMessage): string => `${series} ${strand}`;

export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
