import { setTimeout as pause } from 'node:timers/promises';
import type { Bus } from '@finflow/shared/bus/bus';
import { startConsumers } from '@finflow/shared/bus/consumer';
import { topicsOf } from '@finflow/shared/bus/handlers';
import type { Clock } from '@finflow/shared/clock';
import { log } from '@finflow/shared/log';
import { relayLock } from '@finflow/shared/outbox/relay';
import { Client } from 'pg';
import { consumerName, handlers } from '../consumers/handlers.ts';
import type { Database } from '../database.ts';
import { madeAgain, readModel } from './read-model.ts';

export type RebuildRoom = {
  /** The role that owns the tables. */
  readonly ownerUrl: string;
  /** The application's connection: effects are written as its role, as ever. */
  readonly database: Database;
  readonly bus: Bus;
  readonly clock: Clock;
};

/** Events that still wait for others when the log is at its end. They are told to the operator, and tried again as ever. */
export type Rebuilt = { readonly parked: number };

const lookEveryMs = 50;
/** How long events that came too early may wait for what they need, once the log is at its end. */
const parkedForMs = 10_000;

/** Analytics runs on this database: its read model must not be made anew under its feet. */
export class AnalyticsRuns extends Error {
  override name = 'AnalyticsRuns';
}

/**
 * Makes the read model anew from the log: empties it, forgets what was handled, and hears everything again. Handlers tell nobody anything: what follows from
 * facts is told by the loops that make it, and they don't run meanwhile. Whatever ends it,
 * the next start of analytics begins it again, so that nobody sees a half of it.
 * @throws AnalyticsRuns when another process works on this database
 */
export async function rebuild({ ownerUrl, database, bus, clock }: RebuildRoom): Promise<Rebuilt> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await lock(owner);
    await owner.query('insert into rebuild_wanted (id) values (1) on conflict do nothing');
    await bus.rewind(consumerName, topicsOf(handlers));
    await forget(owner);
    const consumers = await startConsumers({
      name: consumerName,
      bus,
      orm: database,
      ownerUrl,
      handlers,
      clock,
      // Nobody else waits meanwhile, so nobody needs turns.
      share: Number.POSITIVE_INFINITY,
    });
    const parked = await allHeard(bus, owner).finally(() => consumers.close());
    await owner.query('delete from rebuild_wanted');
    log.info('read model rebuilt', { parked });
    return { parked };
  } finally {
    await owner.end();
  }
}

/** A rebuild that a migration asks for, or that something ended before it was done. */
export async function rebuildIfWanted(room: RebuildRoom): Promise<void> {
  const owner = new Client({ connectionString: room.ownerUrl });
  await owner.connect();
  const { rowCount } = await owner.query('select from rebuild_wanted').finally(() => owner.end());
  if (rowCount) await rebuild(room);
}

/** Whoever relays this database's events runs on it. The lock goes with the connection. */
async function lock(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1) as taken',
    [relayLock],
  );
  if (!rows[0]?.taken) throw new AnalyticsRuns('Analytics is running. Stop it first.');
}

/** All or nothing: an inbox that outlived the read model would keep it empty. */
async function forget(owner: Client): Promise<void> {
  await owner.query('begin');
  await owner.query(`truncate ${[...readModel, ...madeAgain].join(', ')}`);
  for (const table of ['inbox', 'parked_event', 'lane_event']) {
    await owner.query(`delete from ${table} where consumer = $1`, [consumerName]);
  }
  await owner.query('commit');
}

/** Resolves when nothing waits in the log, with the number of events that can't be handled yet. */
async function allHeard(bus: Bus, owner: Client): Promise<number> {
  for (;;) {
    const lag = await bus.lag(consumerName);
    const done = new Set(lag.flatMap(({ topic, messages }) => (messages === 0 ? [topic] : [])));
    if (topicsOf(handlers).every((topic) => done.has(topic))) break;
    await pause(lookEveryMs);
  }
  const untilMs = performance.now() + parkedForMs;
  for (;;) {
    const { rows } = await owner.query<{ parked: number }>(
      'select count(*)::int as parked from parked_event where consumer = $1',
      [consumerName],
    );
    const parked = rows[0]?.parked ?? 0;
    if (parked === 0 || performance.now() > untilMs) return parked;
    await pause(lookEveryMs);
  }
}
