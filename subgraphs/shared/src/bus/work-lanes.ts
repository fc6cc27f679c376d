import { Pool } from 'pg';
import { inOrganization } from '../database/tenancy.ts';
import { log } from '../log.ts';
import { type Consumer, handleLane } from './handle-batch.ts';
import type { TopicLag } from './message-log.ts';

export interface LaneWork {
  /** Events that wait for their organization's turn. */
  waiting(): Promise<readonly TopicLag[]>;
  /** Ends after the turn in hand. */
  close(): Promise<void>;
}

const idleMs = 1_000;
/** Until lanes are tried again whose turn another member has, or that need a lock which is held. */
const heldMs = 100;

/**
 * Handles what waits in lanes: each organization in turn has some handled, so that nobody waits for the whole of somebody else's
 * import. An organization's turn is one member's at a time; what is handled twice all the same has no effect, as everywhere.
 */
export function startLanes(consumer: Consumer, ownerUrl: string): LaneWork {
  const { name, lanes } = consumer;
  const closing = new AbortController();
  const { signal } = closing;
  // One session, not given up when idle: it holds the lock of the turn.
  const pool = new Pool({ connectionString: ownerUrl, max: 1, idleTimeoutMillis: 0 });
  pool.on('error', (error) => log.warn('lanes lost their connection', { consumer: name, error }));

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const seen = lanes.count();
      const waitMs = await round().catch(failed);
      if (waitMs > 0) await lanes.wait(seen, waitMs);
    }
  }

  function failed(error: unknown): number {
    log.warn('lanes failed, they go on', { consumer: name, error });
    return idleMs;
  }

  /** One turn of every organization that waits, and of each though another's fails. Returns how long to wait for the next. */
  async function round(): Promise<number> {
    let waitMs = idleMs;
    for (const organizationId of await findLanes(pool, name)) {
      if (signal.aborted) break;
      const dealtWith = takeTurn(pool, consumer, organizationId);
      const thenMs = await dealtWith.then((count) => (count > 0 ? 0 : heldMs)).catch(failed);
      waitMs = Math.min(waitMs, thenMs);
    }
    return waitMs;
  }

  const running = run();
  return {
    waiting: () => countLanes(pool, name),
    close: async () => {
      closing.abort();
      lanes.ring();
      await running;
      await pool.end();
    },
  };
}

/** Whose lanes hold something: by as many looks into the index as there are organizations, however much they hold. */
async function findLanes(pool: Pool, consumer: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'find lanes',
    text: `with recursive lane as (
        (select organization_id as id from lane_event where consumer = $1
         order by organization_id limit 1)
        union all
        select (select organization_id from lane_event
          where consumer = $1 and organization_id > lane.id order by organization_id limit 1)
        from lane where lane.id is not null)
      select id from lane where id is not null`,
    values: [consumer],
  });
  return rows.map(({ id }) => id);
}

async function takeTurn(pool: Pool, consumer: Consumer, organizationId: string): Promise<number> {
  const key = [`lanes of ${consumer.name}`, organizationId];
  const { rows } = await pool.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtext($1), hashtext($2)) as taken',
    key,
  );
  if (rows[0]?.taken !== true) return 0;
  try {
    return await inOrganization(organizationId, () => handleLane(consumer, organizationId));
  } finally {
    await pool.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', key);
  }
}

async function countLanes(pool: Pool, consumer: string): Promise<readonly TopicLag[]> {
  const { rows } = await pool.query<TopicLag>(
    `select topic, count(*)::int as messages from lane_event where consumer = $1
     group by topic order by topic`,
    [consumer],
  );
  return rows;
}
