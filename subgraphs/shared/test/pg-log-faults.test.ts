import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Following, MessageLog } from '../src/bus/message-log.ts';
import { openPgLog } from '../src/bus/pg-log/pg-log.ts';
import { withClient } from '../src/database/provision.ts';
import { newId } from '../src/ids.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/postgres.ts';
import { eventually } from '../src/testing/eventually.ts';

let database: TestDatabase;
let log: MessageLog;
beforeEach(async () => {
  database = await createTestDatabase('events');
  log = await openPgLog({ url: database.ownerUrl });
});
afterEach(async () => {
  await log.close();
  await database.close();
});

const messageOf = (text: string) => ({ topic: 'payment_created', key: newId(), text, headers: {} });
const insert = `insert into event_log (topic, partition, key, payload, headers)
  values ('payment_created', 0, 'late', $1, '{}')`;

async function collect(group: string | null) {
  const texts: string[] = [];
  const following: Following = {
    topics: ['payment_created'],
    maxBatch: 100,
    handle: async (batch) => void texts.push(...batch.map(({ text }) => text)),
  };
  if (group === null) await log.follow(following);
  else await log.subscribe({ ...following, group, from: 'beginning' });
  return texts;
}

/** A member that keeps each batch in hand until it is told to let go. */
async function hold(by: MessageLog) {
  const inHand = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  await by.subscribe({
    group: 'accounting',
    topics: ['payment_created'],
    maxBatch: 100,
    from: 'beginning',
    handle: async () => {
      inHand.resolve();
      await letGo.promise;
    },
  });
  return { inHand: inHand.promise, letGo: () => letGo.resolve() };
}

describe('the log in Postgres', () => {
  it('skips no message whose transaction began earlier and commits later', async () => {
    const [group, live] = [await collect('accounting'), await collect(null)];
    await withClient(database.ownerUrl, async (slow) => {
      await slow.query('begin');
      await slow.query(insert, ['slow']);
      await log.append([messageOf('fast')]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect([group, live]).toEqual([[], []]);
      await slow.query('commit');
    });
    await eventually(() => expect(group).toEqual(['slow', 'fast']));
    await eventually(() => expect(live).toEqual(['slow', 'fast']));
  });

  it('goes on when all its connections are cut', async () => {
    const [group, live] = [await collect('accounting'), await collect(null)];
    await log.append([messageOf('before')]);
    await eventually(() => expect([group, live]).toEqual([['before'], ['before']]));
    await withClient(database.superuserUrl, (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`),
    );
    await eventually(() => log.append([messageOf('after')]));
    await eventually(() => expect(group).toContain('after'));
    await eventually(() => expect(live).toContain('after'));
  });

  it('lets a member whose session was lost commit nothing: another one has its partitions', async () => {
    const stale = await openPgLog({ url: database.ownerUrl });
    const [first, second] = [await hold(stale), await hold(log)];
    await log.append([messageOf('once')]);
    const [loser, winner] = await Promise.race([
      first.inHand.then(() => [first, second] as const),
      second.inHand.then(() => [second, first] as const),
    ]);
    await withClient(database.superuserUrl, (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database())`),
    );
    await winner.inHand;
    loser.letGo();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await log.lag('accounting')).toEqual([{ topic: 'payment_created', messages: 1 }]);
    winner.letGo();
    await eventually(async () =>
      expect(await log.lag('accounting')).toEqual([{ topic: 'payment_created', messages: 0 }]),
    );
    await stale.close();
  });

  it('can only be appended to, also by its owner', async () => {
    await log.append([messageOf('truth')]);
    for (const change of [`update event_log set payload = 'lie'`, 'delete from event_log']) {
      const act = withClient(database.ownerUrl, (client) => client.query(change));
      await expect(act).rejects.toThrow(/append-only/);
    }
  });
});
