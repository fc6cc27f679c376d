import type { ClientBase, Pool } from 'pg';
import type { Message, StoredMessage, TopicLag } from '../message-log.ts';
import { type Cursor, spotOf } from './cursor.ts';
import { partitionOf } from './partition.ts';
import { partitionCount } from './schema.ts';

/** A stored message and where it stands. */
export interface LogRow {
  readonly topic: string;
  readonly partition: number;
  readonly transaction_id: string;
  readonly position: string;
  readonly key: string;
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rewinds: number;
}

export const toMessage = (row: LogRow): StoredMessage => ({
  topic: row.topic,
  key: row.key,
  text: row.payload,
  headers: row.headers,
  at: spotOf(cursorOf(row)),
});

export const cursorOf = ({ transaction_id, position }: LogRow): Cursor => ({
  transactionId: transaction_id,
  position,
});

const columns = 'topic, partition, transaction_id::text, position::text, key, payload, headers';

export async function appendMessages(pool: Pool, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await pool.query({
    name: 'append',
    text: `insert into event_log (topic, partition, key, payload, headers)
      select topic, partition, key, payload, headers
      from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::jsonb[])
        with ordinality as message (topic, partition, key, payload, headers, place)
      order by place`,
    values: [
      messages.map(({ topic }) => topic),
      messages.map(({ key }) => partitionOf(key)),
      messages.map(({ key }) => key),
      messages.map(({ text }) => text),
      messages.map(({ headers }) => JSON.stringify(headers)),
    ],
  });
}

/** Gives a group an offset in each partition of each topic where it has none yet. */
export async function openOffsets(
  client: ClientBase | Pool,
  group: string,
  topics: readonly string[],
  from: 'beginning' | 'end',
): Promise<void> {
  await client.query(
    `insert into consumer_offset (group_name, topic, partition, transaction_id, position)
     select $1, topic, partition, ${from === 'end' ? 'event_horizon()' : `'0'::xid8`}, 0
     from unnest($2::text[]) as topic, generate_series(0, $3::int - 1) as partition
     on conflict do nothing`,
    [group, topics, partitionCount],
  );
}

export interface GroupFetch {
  readonly group: string;
  readonly topics: readonly string[];
  readonly partitions: readonly number[];
  readonly limit: number;
}

/** The next messages of a group in some partitions, in the order of the log, across topics. */
export async function fetchForGroup(client: ClientBase, fetch: GroupFetch): Promise<LogRow[]> {
  const found = await client.query<LogRow>({
    name: 'fetch for group',
    text: `select message.topic, message.partition, message.transaction_id::text, message.position::text,
        message.key, message.payload, message.headers, place.rewinds
      from consumer_offset place
      cross join lateral (
        select * from event_log
        where event_log.partition = place.partition and event_log.topic = place.topic
          and (event_log.transaction_id, event_log.position) > (place.transaction_id, place.position)
          and event_log.transaction_id < (select event_horizon())
        order by event_log.transaction_id, event_log.position
        limit $4) message
      where place.group_name = $1 and place.topic = any ($2::text[]) and place.partition = any ($3::int[])
      order by message.transaction_id, message.position
      limit $4`,
    values: [fetch.group, fetch.topics, fetch.partitions, fetch.limit],
  });
  return found.rows;
}

/** Moves the group behind these rows, except where it was rewound since they were fetched. */
export async function commitOffsets(
  client: ClientBase,
  group: string,
  rows: readonly LogRow[],
): Promise<void> {
  const last = [...new Map(rows.map((row) => [`${row.topic} ${row.partition}`, row])).values()];
  await client.query({
    name: 'commit offsets',
    text: `update consumer_offset place
      set transaction_id = done.transaction_id, position = done.position
      from unnest($2::text[], $3::int[], $4::xid8[], $5::bigint[], $6::int[])
        as done (topic, partition, transaction_id, position, rewinds)
      where place.group_name = $1 and place.topic = done.topic
        and place.partition = done.partition and place.rewinds = done.rewinds`,
    values: [
      group,
      last.map(({ topic }) => topic),
      last.map(({ partition }) => partition),
      last.map(({ transaction_id }) => transaction_id),
      last.map(({ position }) => position),
      last.map(({ rewinds }) => rewinds),
    ],
  });
}

/** Everything committed from now on stands behind this cursor. */
export async function endOfLog(client: ClientBase | Pool): Promise<Cursor> {
  const found = await client.query<{ horizon: string }>('select event_horizon()::text as horizon');
  return { transactionId: found.rows[0]?.horizon ?? '0', position: '0' };
}

/** @param upTo the last that may come; left out: whatever is committed */
export async function fetchAfter(
  client: ClientBase | Pool,
  topics: readonly string[],
  { after, upTo }: { readonly after: Cursor; readonly upTo?: Cursor },
  limit: number,
): Promise<LogRow[]> {
  const found = await client.query<LogRow>({
    name: 'fetch after',
    text: `select ${columns}, 0 as rewinds from event_log
      where topic = any ($1::text[])
        and (transaction_id, position) > ($2::xid8, $3::bigint)
        and ($5::xid8 is null or (transaction_id, position) <= ($5, $6::bigint))
        and transaction_id < (select event_horizon())
      order by event_log.transaction_id, event_log.position
      limit $4`,
    values: [
      topics,
      after.transactionId,
      after.position,
      limit,
      upTo?.transactionId ?? null,
      upTo?.position ?? null,
    ],
  });
  return found.rows;
}

/**
 * What a topic holds, oldest first. Not held back by the horizon: nobody goes on from where it ends, so what
 * commits late is seen by the next look.
 */
export async function readTopic(pool: Pool, topic: string, limit: number): Promise<LogRow[]> {
  const found = await pool.query<LogRow>(
    `select ${columns}, 0 as rewinds from event_log where topic = $1
     order by event_log.transaction_id, event_log.position limit $2`,
    [topic, limit],
  );
  return found.rows;
}

export async function countLag(pool: Pool, group: string): Promise<readonly TopicLag[]> {
  const found = await pool.query<{ topic: string; messages: string }>(
    `select place.topic, count(event_log.position) as messages
     from consumer_offset place
     left join event_log on event_log.partition = place.partition and event_log.topic = place.topic
       and (event_log.transaction_id, event_log.position) > (place.transaction_id, place.position)
     where place.group_name = $1
     group by place.topic order by place.topic`,
    [group],
  );
  return found.rows.map(({ topic, messages }) => ({ topic, messages: Number(messages) }));
}

export async function rewindOffsets(
  pool: Pool,
  group: string,
  topics: readonly string[],
): Promise<void> {
  await pool.query(
    `update consumer_offset set transaction_id = '0', position = 0, rewinds = rewinds + 1
     where group_name = $1 and topic = any ($2::text[])`,
    [group, topics],
  );
}
