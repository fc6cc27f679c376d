import { Pool } from 'pg';
import { log } from '../../log.ts';
import type { MessageLog, Subscribed } from '../message-log.ts';
import { createBell } from '../wait.ts';
import { readBetween } from './between.ts';
import { listen } from './listen.ts';
import { appendMessages, countLag, readTopic, rewindOffsets, toMessage } from './queries.ts';
import { type ReaderOptions, startReader } from './reader.ts';
import { preparePgLog } from './schema.ts';
import { openGroupSource, openOwnSource } from './sources.ts';

export interface PgLogOptions {
  /** The log's own database (finflow_events), as its owner. */
  readonly url: string;
  /** How often to look without a wake-up. Default 200. */
  readonly pollMs?: number;
}

/** The event log in Postgres: append-only, partitioned, replayable; the default bus of one machine. */
export async function openPgLog({ url, pollMs = 200 }: PgLogOptions): Promise<MessageLog> {
  const pool = new Pool({ connectionString: url, max: 8 });
  pool.on('error', (error) => log.warn('event log connection lost', { error }));
  await preparePgLog(pool);
  const bell = createBell();
  const wakeUp = await listen(url, bell);
  const readers = new Set<Subscribed>();

  async function start(options: Pick<ReaderOptions, 'name' | 'handle' | 'open'>) {
    const reader = await startReader({ ...options, bell, pollMs });
    readers.add(reader);
    return {
      ...reader,
      close: async () => {
        readers.delete(reader);
        await reader.close();
      },
    };
  }

  return {
    append: (messages) => appendMessages(pool, messages),
    subscribe: (subscription) => {
      const { group, handle } = subscription;
      return start({ name: group, handle, open: () => openGroupSource(url, subscription) });
    },
    follow: async (following) => {
      const { start: from, open } = await openOwnSource(pool, following);
      const reader = await start({ name: 'alone', handle: following.handle, open });
      return { ...reader, start: from };
    },
    between: (stretch) => readBetween(pool, stretch),
    read: async (topic, limit) => (await readTopic(pool, topic, limit)).map(toMessage),
    lag: (group) => countLag(pool, group),
    rewind: (group, topics) => rewindOffsets(pool, group, topics),
    ping: async () => {
      await pool.query('select 1');
    },
    close: async () => {
      await Promise.all([...readers].map((reader) => reader.close()));
      await wakeUp.close();
      await pool.end();
    },
  };
}
