import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBus } from '@finflow/shared/bus/open-bus';
import type { Bus } from '@finflow/shared/bus/bus';
import { startConsumers, type RunningConsumer } from '@finflow/shared/bus/consumer';
import { withClient } from '@finflow/shared/database/provision';
import { type FinflowEvent, newEvent } from '@finflow/shared/events/envelope';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import type { Topic } from '@finflow/shared/events/topics';
import { newId } from '@finflow/shared/ids';
import { tablesWithoutEntity } from '@finflow/shared/outbox/schema';
import { startRelay } from '@finflow/shared/outbox/relay';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { consumerName, handlers } from '../src/consumers/handlers.ts';
import { readModelDigests } from '../src/rebuild/digests.ts';
import { kept, madeAgain, readModel } from '../src/rebuild/read-model.ts';
import { AnalyticsRuns, rebuild, rebuildIfWanted } from '../src/rebuild/rebuild.ts';
import { clock, eventsOf } from './support/events.ts';
import { eventually } from '@finflow/shared/testing/eventually';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
let log: Awaited<ReturnType<typeof createTestDatabase>>;
let bus: Bus;
beforeAll(async () => {
  room = await openTestDatabase();
  log = await createTestDatabase('events');
  bus = await openBus({ kind: 'pg-log', url: log.ownerUrl });
});
afterAll(async () => {
  await bus.close();
  await room.close();
  await log.close();
});

const rebuildRoom = () => ({ ownerUrl: room.ownerUrl, database: room.database, bus, clock });
const asOwner = (sql: string) => withClient(room.ownerUrl, (client) => client.query(sql));
const digests = () => withClient(room.ownerUrl, readModelDigests);

/** Analytics as it listens every day, until all is heard. */
async function listen(): Promise<RunningConsumer> {
  const { database, ownerUrl } = room;
  const consumers = await startConsumers({
    name: consumerName,
    bus,
    orm: database,
    ownerUrl,
    handlers,
    clock,
  });
  await eventually(async () => {
    const lag = await bus.lag(consumerName);
    expect(lag.every(({ messages }) => messages === 0)).toBe(true);
  });
  return consumers;
}

const event = <T extends Topic>(
  topic: T,
  about: { organizationId: string; subject: string; data: EventData[T] },
): FinflowEvent<T> => newEvent(topic, { source: '/analytics', ...about }, clock);

/** A story with a bit for every projection. */
function story(): FinflowEvent[] {
  const organizationId = newId();
  const write = eventsOf(organizationId);
  const [paid, open] = [newId(), newId()];
  const rent = write.spent('Rent of the workshop', '70000');
  const wrong = write.spent('Paid twice', '100');
  return [
    write.created(),
    write.moved({ country: 'DE', timeZone: 'Europe/Berlin' }),
    write.renamed('Holm & Sons'),
    write.invoiced(paid, '12100', '2026-06-01'),
    write.invoiced(open, '5000', '2026-07-30'),
    write.updated(open, '5000', '2000'),
    write.posted('2026-06-01', 'Dr 1000 12100', 'Cr 1100 12100'),
    rent,
    wrong,
    write.takenBack(wrong),
    event('transaction_categorized', {
      organizationId,
      subject: rent.data.entryId,
      data: {
        transactionId: rent.data.entryId,
        category: 'RENT',
        accountCode: '6000',
        decidedBy: 'PERSON',
        actorId: newId(),
        suggested: { category: 'TRAVEL', probability: 0.4321, isKnown: false },
        revision: 1,
        number: 1,
      },
    }),
    write.odd(newId()),
    write.reviewed(newId()),
    event('category_model_changed', {
      organizationId,
      subject: organizationId,
      data: { version: 0, revision: 1, reason: 'KEPT', decisionNumber: 1 },
    }),
    event('category_threshold_changed', {
      organizationId,
      subject: organizationId,
      data: { threshold: 0.9, revision: 1, changedBy: newId() },
    }),
  ];
}

it('knows of every table whether it comes from the log', async () => {
  const { rows } = await withClient(room.ownerUrl, (client) =>
    client.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    ),
  );
  const others = [...tablesWithoutEntity, 'migration', 'rebuild_wanted'];
  const known: readonly string[] = [...readModel, ...madeAgain, ...kept, ...others];
  expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
});

describe('a rebuild', () => {
  it('gives the same bytes, whatever became of the read model, and tells nobody again', async () => {
    await bus.publish([...story(), ...story()]);
    await (await listen()).close();
    const before = await digests();
    expect(before.every(({ rows }) => rows > 0)).toBe(true);
    await asOwner('update cash_day set in_minor = in_minor + 1');
    await asOwner('delete from receivable');
    const told = await asOwner('select from outbox');
    expect(await rebuild(rebuildRoom())).toEqual({ parked: 0 });
    expect(await digests()).toEqual(before);
    expect((await asOwner('select from outbox')).rowCount).toBe(told.rowCount);
  });

  it('is begun again at the next start when it was not finished', async () => {
    const before = await digests();
    await asOwner('insert into rebuild_wanted values (1)');
    await asOwner('truncate cash_entry, cash_day');
    await rebuildIfWanted(rebuildRoom());
    expect(await digests()).toEqual(before);
    await asOwner('truncate cash_entry'); // Nobody wants one now.
    await rebuildIfWanted(rebuildRoom());
    expect(await digests()).not.toEqual(before);
    await rebuild(rebuildRoom());
  });

  it('goes on with what is told afterwards', async () => {
    const [cash] = (await digests()).filter(({ table }) => table === 'cash_entry');
    await bus.publish(story());
    await (await listen()).close();
    const [now] = (await digests()).filter(({ table }) => table === 'cash_entry');
    expect(now?.rows).toBe((cash?.rows ?? 0) + 4);
  });

  it('is refused while analytics runs, and changes nothing', async () => {
    const before = await digests();
    const relay = startRelay({ ownerUrl: room.ownerUrl, bus });
    await eventually(async () => {
      await expect(rebuild(rebuildRoom())).rejects.toThrow(AnalyticsRuns);
    });
    expect(await digests()).toEqual(before);
    expect((await asOwner('select from rebuild_wanted')).rowCount).toBe(0);
    await relay.close();
  });
});
