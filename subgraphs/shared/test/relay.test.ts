import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bus, createBus } from '../src/bus/bus.ts';
import { openPgLog } from '../src/bus/pg-log/pg-log.ts';
import { inOrganization } from '../src/database/tenancy.ts';
import type { FinflowEvent } from '../src/events/envelope.ts';
import { newId } from '../src/ids.ts';
import { recordEvents } from '../src/outbox/record-event.ts';
import { type Relay, startRelay } from '../src/outbox/relay.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/postgres.ts';
import { samplePaymentCreated } from '../src/testing/sample-event.ts';
import { eventually } from '../src/testing/eventually.ts';
import { openProbeRoom, type ProbeRoom } from './support/probe-room.ts';

let room: ProbeRoom;
let store: TestDatabase;
let bus: Bus;
let seen: FinflowEvent[];
const relays: Relay[] = [];

beforeAll(async () => {
  room = await openProbeRoom();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.ask('truncate outbox');
  store = await createTestDatabase('events');
  bus = createBus(await openPgLog({ url: store.ownerUrl }));
  seen = [];
  await bus.follow({
    topics: ['payment_created'],
    handle: async (batch) => {
      for (const delivery of batch) if (delivery.kind === 'event') seen.push(delivery.event);
    },
  });
});
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.close()));
  await bus.close();
  await store.close();
});

const organizationId = newId();
const samples = (count: number) =>
  Array.from({ length: count }, () => samplePaymentCreated({ organizationId }));
const record = (events: readonly FinflowEvent[], before?: () => Promise<void>) =>
  inOrganization(organizationId, () =>
    room.orm.em.fork().transactional(async (em) => {
      await recordEvents(em, events);
      await before?.();
    }),
  );
const start = (through: Bus = bus) => {
  const relay = startRelay({ ownerUrl: room.ownerUrl, bus: through });
  relays.push(relay);
  return relay;
};
const unpublished = () => room.ask('select id from outbox where published_at is null');
const ids = (events: readonly FinflowEvent[]) => events.map(({ id }) => id);

describe('the relay', () => {
  it('publishes what was recorded before and after its start', async () => {
    const [before, after] = [samples(3), samples(3)];
    await record(before);
    start();
    await record(after);
    await eventually(() =>
      expect(ids(seen).toSorted()).toEqual(ids([...before, ...after]).toSorted()),
    );
    await eventually(async () => expect(await unpublished()).toEqual([]));
  });

  it('misses no event that commits late, and holds nobody back for it', async () => {
    start();
    const [slow, fast] = [samples(1), samples(1)];
    await record(slow, async () => {
      await record(fast);
      await eventually(() => expect(ids(seen)).toEqual(ids(fast)));
    });
    await eventually(() => expect(ids(seen)).toEqual(ids([...fast, ...slow])));
  });

  it('takes organizations in turn, and each one in its order', async () => {
    const [many, other] = [samples(5_000), newId()];
    const one = samplePaymentCreated({ organizationId: other });
    await record(many);
    await inOrganization(other, () =>
      room.orm.em.fork().transactional((em) => recordEvents(em, [one])),
    );
    const batches: string[][] = [];
    start({
      ...bus,
      publish: async (batch) => {
        batches.push(ids(batch));
        await bus.publish(batch);
      },
    });
    await eventually(() => expect(batches.flat()).toHaveLength(5_001), 20_000);
    expect(batches[0]).toContain(one.id);
    expect(batches.flat().filter((id) => id !== one.id)).toEqual(ids(many));
  });

  it('keeps the order of a subject that is changed again and again', async () => {
    start();
    const paymentId = newId();
    const changes = Array.from({ length: 60 }, () =>
      samplePaymentCreated({ organizationId, paymentId }),
    );
    for (const change of changes) await record([change]);
    await eventually(() => expect(ids(seen)).toEqual(ids(changes)));
  });

  it('loses nothing when the bus is away, or fails after it stored', async () => {
    let failures = 3;
    const events = samples(10);
    await record(events);
    start({
      ...bus,
      publish: async (batch) => {
        failures -= 1;
        if (failures === 1) await bus.publish(batch);
        if (failures >= 0) throw new Error('the bus is away');
        await bus.publish(batch);
      },
    });
    await eventually(() => expect(seen).toHaveLength(20));
    expect(new Set(ids(seen))).toEqual(new Set(ids(events)));
    await eventually(async () => expect(await unpublished()).toEqual([]));
  });

  it('is active once a database; another takes over when it ends', async () => {
    const [first, second] = [start(), start()];
    await record(samples(5));
    await eventually(() => expect(seen).toHaveLength(5));
    await eventually(() =>
      expect(new Set([first.published(), second.published()])).toEqual(new Set([0, 5])),
    );
    await (first.published() === 5 ? first : second).close();
    await record(samples(2));
    await eventually(() => expect(seen).toHaveLength(7));
    await eventually(() => expect(first.published() + second.published()).toBe(7));
  });

  it('comes back when its connection is cut', async () => {
    start();
    await record(samples(1));
    await eventually(() => expect(seen).toHaveLength(1));
    await room.ask(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query ilike '%outbox%'`,
    );
    await record(samples(1));
    await eventually(() => expect(seen).toHaveLength(2));
  });
});
