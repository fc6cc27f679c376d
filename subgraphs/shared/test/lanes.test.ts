import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Bus, createBus } from '../src/bus/bus.ts';
import type { ConsumerOptions, RunningConsumer } from '../src/bus/consumer.ts';
import type { Handler } from '../src/bus/handlers.ts';
import { NotYet } from '../src/bus/not-yet.ts';
import { openPgLog } from '../src/bus/pg-log/pg-log.ts';
import { pauseFor } from '../src/bus/wait.ts';
import type { FinflowEvent } from '../src/events/envelope.ts';
import { InvalidEvent } from '../src/events/validate.ts';
import { newId } from '../src/ids.ts';
import { eventually } from '../src/testing/eventually.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/postgres.ts';
import { samplePaymentCreated } from '../src/testing/sample-event.ts';
import { leaveEffect, type PaymentCreated, startProbe, unless } from './support/probe-consumer.ts';
import { openProbeRoom, type ProbeRoom } from './support/probe-room.ts';

let room: ProbeRoom;
let store: TestDatabase;
let bus: Bus;
const consumers: RunningConsumer[] = [];
const patienceMs = 60_000;

beforeAll(async () => {
  room = await openProbeRoom();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.ask('truncate effect, inbox, parked_event, lane_event');
  store = await createTestDatabase('events');
  bus = createBus(await openPgLog({ url: store.ownerUrl }));
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
  await bus.close();
  await store.close();
});

async function start(
  handler: Handler<'payment_created'> = leaveEffect,
  orm: ConsumerOptions['orm'] = room.orm,
) {
  const consumer = await startProbe({ bus, room, handler, orm });
  consumers.push(consumer);
  return consumer;
}

/** All of `many` wait until somebody calls `open`; not for ever, so that what is broken is told. */
function gated(many: readonly FinflowEvent[]) {
  const isOfMany = new Set(ids(many));
  const { promise, resolve: open } = Promise.withResolvers<void>();
  const gate = Promise.race([promise, pauseFor(20_000)]);
  const handler: Handler<'payment_created'> = async (event, handlerRoom) => {
    if (isOfMany.has(event.id)) await gate;
    await leaveEffect(event, handlerRoom);
  };
  return { handler, open };
}

/** Events of one organization and some keys, each key's numbered from 0 in the order in which they happen. */
function imported(count: number, organizationId = newId(), keyCount = 40): PaymentCreated[] {
  const keys = Array.from({ length: keyCount }, () => newId());
  return Array.from({ length: count }, (_, index) =>
    samplePaymentCreated({
      paymentId: keys[index % keyCount] ?? '',
      organizationId,
      amountMinor: String(Math.floor(index / keyCount)),
    }),
  );
}

type Row = { readonly event_id: string; readonly key: string; readonly value: string };
const effects = () => room.ask<Row>('select event_id, key, value from effect order by place');
const countOf = async (table: string) => (await room.ask(`select from ${table}`)).length;
const ids = (events: readonly FinflowEvent[]) => events.map(({ id }) => id).toSorted();

/** Each event once, each key's in order. */
async function expectAllOnceInOrder(events: readonly FinflowEvent[]): Promise<void> {
  const rows = await effects();
  expect(rows.map(({ event_id }) => event_id).toSorted()).toEqual(ids(events));
  for (const ofKey of Map.groupBy(rows, ({ key }) => key).values()) {
    expect(ofKey.map(({ value }) => Number(value))).toEqual(ofKey.map((_, index) => index));
  }
}

/** Ends the session that holds the lock of a turn. */
const loseTurn = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
  and classid::bigint = hashtext('lanes of probe')::bigint & 4294967295`;

const handled = (count: number) =>
  eventually(async () => expect(await countOf('effect')).toBe(count), patienceMs);

describe('an organization with thousands of events', () => {
  it('keeps nobody waiting behind them, and has each of its own once, in order', async () => {
    const [many, one] = [imported(5_000), samplePaymentCreated()];
    await bus.publish([...many, one]);
    const { handler, open } = gated(many);
    const consumer = await start(handler);
    await handled(1);
    expect(ids([one])).toEqual((await effects()).map(({ event_id }) => event_id));
    open();
    await handled(5_001);
    await eventually(() => expect(consumer.counts()).toMatchObject({ handled: 5_001, failed: 0 }));
    expect(consumer.counts().waited).toBeGreaterThan(4_000);
    await room.ask('delete from effect where event_id = $1', [one.id]);
    await expectAllOnceInOrder(many);
    expect(await countOf('lane_event')).toBe(0);
  });

  it('takes turns with another that has as many', async () => {
    const [first, second] = [imported(1_500), imported(1_500)];
    await bus.publish([...first, ...second]);
    const { handler, open } = gated(first);
    await start(handler);
    await eventually(async () => expect(await countOf('lane_event')).toBe(3_000), patienceMs);
    open();
    await handled(3_000);
    const ofSecond = new Set(ids(second));
    const places = (await effects()).flatMap(({ event_id }, place) =>
      ofSecond.has(event_id) ? [place] : [],
    );
    expect(places[0]).toBeLessThan(1_000);
    expect(places[1_000]).toBeLessThan(2_700);
    await expectAllOnceInOrder([...first, ...second]);
  });

  it('has what comes behind handled behind, though it is little', async () => {
    const [key, organizationId] = [newId(), newId()];
    const events = Array.from({ length: 800 }, (_, index) =>
      samplePaymentCreated({ paymentId: key, organizationId, amountMinor: String(index) }),
    );
    await bus.publish(events.slice(0, 600));
    await start();
    for (const event of events.slice(600)) await bus.publish([event]);
    await handled(800);
    await expectAllOnceInOrder(events);
    await eventually(async () => expect(await countOf('lane_event')).toBe(0));
  });

  it('loses and doubles nothing when its process dies in the middle of a turn, and another goes on', async () => {
    const events = imported(2_000);
    const last = events[1_234];
    await bus.publish(events);
    let isDead = false;
    const fork = () => {
      if (isDead) throw new Error('nothing is stored by the dead');
      return room.orm.em.fork();
    };
    const first = await start(
      async (event, handlerRoom) => {
        if (event.id === last?.id) isDead = true;
        if (isDead) throw new Error('it died');
        await leaveEffect(event, handlerRoom);
      },
      { em: { fork } },
    );
    await eventually(() => expect(isDead).toBe(true), patienceMs);
    await first.close();
    expect(await countOf('effect')).toBeLessThan(1_235);
    expect(await countOf('lane_event')).toBeGreaterThan(700);
    await start();
    await handled(2_000);
    await expectAllOnceInOrder(events);
    await eventually(async () => expect(await countOf('lane_event')).toBe(0));
  });

  it('goes on when the connection that holds its turn is lost', async () => {
    const events = imported(1_500);
    await bus.publish(events);
    let lost = 0;
    await start(async (event, handlerRoom) => {
      if (event.id === events[300]?.id || event.id === events[900]?.id) {
        lost += (await room.ask(loseTurn)).length;
      }
      await leaveEffect(event, handlerRoom);
    });
    await handled(1_500);
    expect(lost).toBe(2);
    await expectAllOnceInOrder(events);
    await eventually(async () => expect(await countOf('lane_event')).toBe(0));
  });

  it('has them handled once by two members, in order', async () => {
    const events = [imported(1_000), imported(1_000)].flat();
    await bus.publish(events);
    await Promise.all([start(), start()]);
    await handled(2_000);
    await expectAllOnceInOrder(events);
    await eventually(async () => expect(await countOf('lane_event')).toBe(0));
  });

  it('changes nothing when they are replayed', async () => {
    const events = imported(700);
    await bus.publish(events);
    const first = await start();
    await handled(700);
    await first.close();
    await bus.rewind('probe', ['payment_created']);
    const second = await start();
    await eventually(() =>
      expect(second.counts()).toMatchObject({ handled: 0, waited: 0, repeated: 700 }),
    );
    await expectAllOnceInOrder(events);
  });

  it('keeps nobody waiting while something of its own is locked', async () => {
    const [locked, others] = [imported(8, newId(), 2), imported(3, newId(), 1)];
    const owner = String(locked[0]?.organizationid);
    // As an import does, which holds its ledger until all is written.
    const isOfOwner = ({ organizationid }: FinflowEvent) => organizationid === owner;
    const lockRow: Handler<'payment_created'> = async (event, { em }) => {
      if (isOfOwner(event)) await em.execute('select pg_advisory_xact_lock(77)');
      await leaveEffect(event, { em });
    };
    const holder = new Client({ connectionString: room.ownerUrl });
    await holder.connect();
    try {
      await holder.query('select pg_advisory_lock(77)');
      const consumer = await start(lockRow);
      await bus.publish(locked.slice(0, 4));
      await eventually(async () => expect(await countOf('lane_event')).toBe(4));
      await bus.publish([...locked.slice(4), ...others]);
      await handled(3);
      await eventually(async () => expect(await countOf('lane_event')).toBe(8));
      expect(consumer.counts()).toMatchObject({ handled: 3, waited: 8, parked: 0, failed: 0 });
      await holder.query('select pg_advisory_unlock(77)');
    } finally {
      await holder.end();
    }
    await handled(11);
    await room.ask('delete from effect where organization_id <> $1', [owner]);
    await expectAllOnceInOrder(locked);
    await eventually(async () => expect(await countOf('lane_event')).toBe(0));
  });

  it('has poison among them buried, and its key goes on', async () => {
    const events = imported(300, newId(), 3);
    const [poison] = events.slice(150);
    const consumer = await start(
      unless(({ id }) => (id === poison?.id ? new InvalidEvent('never') : undefined)),
    );
    await bus.publish(events);
    await handled(299);
    expect(await bus.deadLetters(10)).toMatchObject([
      { consumer: 'probe', error: { message: 'never' }, message: { key: poison?.subject } },
    ]);
    expect(consumer.counts()).toMatchObject({ buried: 1, parked: 0 });
    await eventually(async () => expect(await countOf('lane_event')).toBe(0));
  });

  it('has a key that fails parked, and the others go on', async () => {
    const events = imported(300, newId(), 3);
    const bad = events[1]?.subject;
    let isEarly = true;
    await start(
      unless(({ subject }) => (isEarly && subject === bad ? new NotYet('early') : undefined)),
    );
    await bus.publish(events);
    await handled(200);
    await eventually(async () => expect(await countOf('parked_event')).toBe(100));
    expect(await countOf('lane_event')).toBe(0);
    isEarly = false;
    await handled(300);
    await expectAllOnceInOrder(events);
  });
});
