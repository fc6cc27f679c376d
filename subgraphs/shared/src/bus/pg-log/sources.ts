import { Client, type Pool } from 'pg';
import { log } from '../../log.ts';
import type { Following, MessageSubscription } from '../message-log.ts';
import type { Place } from '../place.ts';
import { placeAt } from './cursor.ts';
import { joinGroup } from './leases.ts';
import {
  commitOffsets,
  cursorOf,
  endOfLog,
  fetchAfter,
  fetchForGroup,
  openOffsets,
} from './queries.ts';
import type { Source } from './reader.ts';

/** A dead peer is noticed by the server within half a minute, and its leases are free. */
const keepAlive =
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/** A member of a group: leases, fetches and commits all go through one session. */
export async function openGroupSource(
  url: string,
  { group, topics, from, maxBatch }: MessageSubscription,
): Promise<Source> {
  const client = new Client({ connectionString: url, options: keepAlive, keepAlive: true });
  client.on('error', (error) => log.warn('event log session lost', { group, error }));
  await client.connect();
  const leases = await enter().catch(async (error: unknown) => {
    await client.end();
    throw error;
  });
  return {
    balance: () => leases.balance(),
    fetch: async () =>
      leases.held.size === 0
        ? []
        : fetchForGroup(client, { group, topics, partitions: [...leases.held], limit: maxBatch }),
    commit: (rows) => commitOffsets(client, group, rows),
    close: () => client.end(),
  };

  async function enter() {
    await openOffsets(client, group, topics, from);
    const joined = await joinGroup(client, group);
    await joined.balance();
    return joined;
  }
}

/** A subscriber alone: everything from now on; where it stands is forgotten with it. */
export async function openOwnSource(
  pool: Pool,
  { topics, maxBatch }: Following,
): Promise<{ readonly start: Place; readonly open: () => Promise<Source> }> {
  let cursor = await endOfLog(pool);
  return {
    start: placeAt(cursor),
    open: async () => ({
      balance: () => Promise.resolve(),
      fetch: () => fetchAfter(pool, topics, { after: cursor }, maxBatch),
      commit: async (rows) => {
        const last = rows.at(-1);
        if (last) cursor = cursorOf(last);
      },
      close: () => Promise.resolve(),
    }),
  };
}
