import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Pool } from 'pg';
import { waitForLocks } from '../database/lock-patience.ts';
import { inOrganization } from '../database/tenancy.ts';
import type { FinflowEvent } from '../events/envelope.ts';
import { InvalidEvent } from '../events/validate.ts';
import { log } from '../log.ts';
import { buryEvent, type Consumer, lockPatienceMs, runHandler } from './handle-batch.ts';
import { claimEvents } from './inbox.ts';
import { NotYet } from './not-yet.ts';
import { backoffMs } from './wait.ts';

/** A key's first parked event. */
interface Head {
  readonly topic: string;
  readonly key: string;
  readonly organization_id: string | null;
  readonly due_in_ms: number;
}

interface ParkedEvent {
  readonly position: string;
  readonly event: FinflowEvent;
  readonly attempts: number;
  readonly age_ms: number;
}

const idleMs = 1_000;
const tooEarly = { firstMs: 50, capMs: 30_000 };
const afterFault = { firstMs: 500, capMs: 60_000 };
/** Whatever an event waits for has a day to come; a day of faults is for a person to look at. */
const giveUpAfterMs = 24 * 60 * 60 * 1_000;

/** Tries parked events again, each key in its order, until none is left. */
export function startUnparking(consumer: Consumer, ownerUrl: string): { close(): Promise<void> } {
  const closing = new AbortController();
  const pool = new Pool({ connectionString: ownerUrl, max: 1 });
  pool.on('error', (error) => log.warn('unparking lost its connection', { error }));

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      const seen = consumer.parked.count();
      const waitMs = await round().catch((error: unknown) => {
        log.warn('unparking failed, it goes on', { consumer: consumer.name, error });
        return idleMs;
      });
      await consumer.parked.wait(seen, waitMs);
    }
  }

  /** Tries every key that is due; tells when to look again. */
  async function round(): Promise<number> {
    const heads = await findHeads(pool, consumer.name);
    for (const head of heads.filter(({ due_in_ms }) => due_in_ms <= 0)) {
      if (closing.signal.aborted) break;
      await inOrganization(head.organization_id, () => unparkKey(consumer, head));
    }
    const later = heads.map(({ due_in_ms }) => due_in_ms).filter((ms) => ms > 0);
    return Math.min(idleMs, ...later);
  }

  const running = run();
  return {
    close: async () => {
      closing.abort();
      consumer.parked.ring();
      await running;
      await pool.end();
    },
  };
}

/** Asked as the owner: heads of all organizations are looked for at once. */
async function findHeads(pool: Pool, consumer: string): Promise<readonly Head[]> {
  const found = await pool.query<Head>(
    `select * from (
       select distinct on (topic, key) topic, key, organization_id,
         (extract(epoch from next_attempt_at - now()) * 1000)::float8 as due_in_ms
       from parked_event where consumer = $1 order by topic, key, position) heads
     order by due_in_ms limit 1000`,
    [consumer],
  );
  return found.rows;
}

async function unparkKey(consumer: Consumer, head: Head): Promise<void> {
  while (await unparkNext(consumer, head));
}

/** True when the key's first event is dealt with and the next one may be tried. */
async function unparkNext(consumer: Consumer, head: Head): Promise<boolean> {
  let tried: ParkedEvent | undefined;
  try {
    const outcome = await consumer.fork().transactional(async (em) => {
      await waitForLocks(em, lockPatienceMs);
      tried = await takeFirst(em, consumer.name, head);
      if (!tried) return undefined;
      const fresh = await claimEvents(em, consumer.name, [tried.event]);
      if (fresh.size > 0) await runHandler(consumer, tried.event, em);
      await em.flush();
      await em.execute('delete from parked_event where position = ?', [tried.position]);
      return { handled: fresh.size };
    });
    consumer.counts.handled += outcome?.handled ?? 0;
    return outcome !== undefined;
  } catch (error) {
    if (!tried) throw error;
    consumer.counts.failed += 1;
    return postpone(consumer, tried, error);
  }
}

/** Under a lock on the key, so that two members never try two events of one key at once. */
async function takeFirst(
  em: SqlEntityManager,
  consumer: string,
  { topic, key }: Head,
): Promise<ParkedEvent | undefined> {
  const [lock] = await em.execute<{ taken: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtext(?), hashtext(?)) as taken',
    [consumer, `${topic} ${key}`],
  );
  if (lock?.taken !== true) return undefined;
  const [first] = await em.execute<ParkedEvent[]>(
    `select position, event, attempts,
       (extract(epoch from now() - parked_at) * 1000)::float8 as age_ms
     from parked_event where consumer = ? and topic = ? and key = ? order by position limit 1`,
    [consumer, topic, key],
  );
  return first;
}

/** Later again, or to the dead letters when there is no hope. True when the key is free for its next event. */
async function postpone(consumer: Consumer, tried: ParkedEvent, error: unknown): Promise<boolean> {
  const attempts = tried.attempts + 1;
  const hopeless = error instanceof InvalidEvent || tried.age_ms > giveUpAfterMs;
  if (hopeless) await buryEvent(consumer, tried.event, { error, attempts });
  const delayMs = backoffMs(attempts, error instanceof NotYet ? tooEarly : afterFault);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  await consumer.fork().transactional((em) =>
    hopeless
      ? em.execute('delete from parked_event where position = ?', [tried.position])
      : em.execute(
          `update parked_event set attempts = ?, reason = ?,
             next_attempt_at = now() + ? * interval '1 millisecond' where position = ?`,
          [attempts, reason.slice(0, 1000), delayMs, tried.position],
        ),
  );
  return hopeless;
}
