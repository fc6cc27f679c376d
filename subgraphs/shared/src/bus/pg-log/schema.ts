import type { Pool } from 'pg';
import { createEventHorizon } from '../../outbox/schema.ts';

/** Fixed for the life of a log: the same key must always meet the same partition. */
export const partitionCount = 8;

/** Brings the log's own database up to date; may be repeated, and raced by other processes. */
export async function preparePgLog(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('pg-log schema'))`);
    const found = await client.query(`select to_regclass('event_log') as name`);
    if (found.rows[0]?.name === null) await client.query(createTables);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const partitions = Array.from(
  { length: partitionCount },
  (_, index) =>
    `create table event_log_${index} partition of event_log for values in (${index})
      with (autovacuum_vacuum_insert_threshold = 10000);`,
);

const createTables = `
  ${createEventHorizon};
  create table event_log (
    topic text not null,
    partition int not null,
    transaction_id xid8 not null default pg_current_xact_id(),
    position bigint generated always as identity,
    key text not null,
    payload text not null,
    headers jsonb not null,
    appended_at timestamptz not null default now(),
    primary key (partition, topic, transaction_id, position)
  ) partition by list (partition);
  create index event_log_order on event_log (transaction_id, position);
  ${partitions.join('\n')}

  create table consumer_offset (
    group_name text not null,
    topic text not null,
    partition int not null,
    transaction_id xid8 not null,
    position bigint not null,
    rewinds int not null default 0,
    primary key (group_name, topic, partition)
  );

  create function wake_readers() returns trigger language plpgsql as $$
    begin perform pg_notify('event_log', ''); return null; end $$;
  create trigger wake_readers after insert on event_log
    for each statement execute function wake_readers();
  create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'The event log is append-only.'; end $$;
  create trigger refuse_change before update or delete on event_log
    for each row execute function refuse_change();`;
