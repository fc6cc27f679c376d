import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bus, createBus } from '../src/bus/bus.ts';
import type { RunningConsumer } from '../src/bus/consumer.ts';
import type { Handler } from '../src/bus/handlers.ts';
import type { MessageLog } from '../src/bus/message-log.ts';
import { NotYet } from '../src/bus/not-yet.ts';
import { openPgLog } from '../src/bus/pg-log/pg-log.ts';
import { InvalidEvent } from '../src/events/validate.ts';
import { newId } from '../src/ids.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/postgres.ts';
import { samplePaymentCreated } from '../src/testing/sample-event.ts';
import { eventually } from '../src/testing/eventually.ts';
import { leaveEffect, startProbe, unless } from './support/probe-consumer.ts';
import { openProbeRoom, type ProbeRoom } from './support/probe-room.ts';

let room: ProbeRoom;
let store: TestDatabase;
let log: MessageLog;
let bus: Bus;
const consumers: RunningConsumer[] = [];

beforeAll(async () => {
  room = await openProbeRoom();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.ask('truncate effect, inbox, parked_event');
  store = await createTestDatabase('events');
  log = await openPgLog({ url: store.ownerUrl });
  bus = createBus(log);
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
  await bus.close();
  await store.close();
});

async function start(handler: Handler<'payment_created'> = leaveEffect) {
  const consumer = await startProbe({ bus, room, handler });
  consumers.push(consumer);
  return consumer;
}

const numbered = (paymentId: string, count: number, organizationId = newId()) =>
  Array.from({ length: count }, (_, i) =>
    samplePaymentCreated({ paymentId, organizationId, amountMinor: String(i) }),
  );
const effects = (key?: string) =>
  room.ask<{ value: string }>(
    'select value from effect where key = coalesce($1::uuid, key) order by place',
    [key ?? null],
  );
const values = async (key?: string) => (await effects(key)).map(({ value }) => value);
const parked = () => room.ask('select * from parked_event');

describe('a consumer', () => {
  it('gives each event its effect once, in its own organization, however often it comes', async () => {
    const events = Array.from({ length: 100 }, () => samplePaymentCreated());
    await bus.publish([...events, ...events]);
    const consumer = await start();
    await bus.publish(events.toReversed());
    await eventually(() =>
      expect(consumer.counts()).toMatchObject({ handled: 100, repeated: 200, failed: 0 }),
    );
    const rows = await room.ask<{ event_id: string; organization_id: string }>(
      'select event_id, organization_id from effect',
    );
    expect(new Map(rows.map((row) => [row.event_id, row.organization_id]))).toEqual(
      new Map(events.map(({ id, organizationid }) => [id, organizationid])),
    );
  });

  it('changes nothing when a topic is replayed', async () => {
    const events = Array.from({ length: 20 }, () => samplePaymentCreated());
    await bus.publish(events);
    const first = await start();
    await eventually(() => expect(first.counts().handled).toBe(20));
    await first.close();
    await bus.rewind('probe', ['payment_created']);
    const second = await start();
    await eventually(() => expect(second.counts()).toMatchObject({ handled: 0, repeated: 20 }));
    expect(await effects()).toHaveLength(20);
  });

  it('leaves nothing of an event whose handler fails half way', async () => {
    let failures = 4;
    const consumer = await start(async (event, handlerRoom) => {
      await leaveEffect(event, handlerRoom);
      await handlerRoom.em.flush();
      failures -= 1;
      if (failures >= 0) throw new Error('broken off');
    });
    await bus.publish([samplePaymentCreated()]);
    await eventually(() => expect(consumer.counts().parked).toBe(1));
    expect(await effects()).toEqual([]);
    await eventually(async () => expect(await effects()).toHaveLength(1));
    expect(await parked()).toEqual([]);
  });

  it('buries poison with its reason, and goes on at once with what is behind it', async () => {
    const key = newId();
    await log.append([{ topic: 'payment_created', key, text: '{"not":"an event"}', headers: {} }]);
    const [refused, behind] = numbered(key, 2);
    await bus.publish([refused, behind].filter((event) => event !== undefined));
    const consumer = await start(
      unless(({ id }) => (id === refused?.id ? new InvalidEvent('never') : undefined)),
    );
    await eventually(async () => expect(await values(key)).toEqual(['1']));
    expect(consumer.counts()).toMatchObject({ buried: 2, parked: 0 });
    expect(await bus.deadLetters(10)).toMatchObject([
      {
        consumer: 'probe',
        error: { name: 'InvalidEvent' },
        message: { text: '{"not":"an event"}' },
      },
      { consumer: 'probe', error: { name: 'InvalidEvent', message: 'never' }, message: { key } },
    ]);
    expect(await bus.lag('probe')).toEqual([{ topic: 'payment_created', messages: 0 }]);
  });

  it('handles a dead letter that is sent back after the fault is mended', async () => {
    const event = samplePaymentCreated();
    let broken = true;
    const consumer = await start(unless(() => (broken ? new InvalidEvent('a bug') : undefined)));
    await bus.publish([event]);
    await eventually(() => expect(consumer.counts().buried).toBe(1));
    broken = false;
    expect(await bus.redrive()).toBe(1);
    await eventually(async () => expect(await effects(event.subject)).toHaveLength(1));
  });
});

describe('a key that fails', () => {
  it('is parked with everything behind it, in order, and holds up nobody else', async () => {
    const [bad, good] = [newId(), newId()];
    let broken = true;
    await start(
      unless(({ subject, data }) =>
        broken && subject === bad && data.amountMinor === '0' ? new Error('not now') : undefined,
      ),
    );
    await bus.publish([...numbered(bad, 5), ...numbered(good, 5)]);
    await eventually(async () => expect(await values(good)).toEqual(['0', '1', '2', '3', '4']));
    expect(await values(bad)).toEqual([]);
    await bus.publish(numbered(bad, 1));
    await eventually(async () => expect(await parked()).toHaveLength(6));
    broken = false;
    await eventually(async () => expect(await values(bad)).toEqual(['0', '1', '2', '3', '4', '0']));
    expect(await parked()).toEqual([]);
  });

  it('takes an event that came too early soon after the one it waits for', async () => {
    const [payment] = numbered(newId(), 1);
    let invoiceIsThere = false;
    const consumer = await start(
      unless(() => (invoiceIsThere ? undefined : new NotYet('the invoice is not here yet'))),
    );
    await bus.publish([payment].filter((event) => event !== undefined));
    await eventually(() => expect(consumer.counts().parked).toBe(1));
    invoiceIsThere = true;
    await eventually(async () => expect(await effects()).toHaveLength(1), 2_000);
    expect(consumer.counts().buried).toBe(0);
  });

  it('is buried when the parked event turns out to be poison, and its next event is handled', async () => {
    const key = newId();
    let tries = 0;
    const consumer = await start(
      unless(({ data }) => {
        if (data.amountMinor !== '0') return undefined;
        tries += 1;
        return tries > 3 ? new InvalidEvent('never') : new NotYet('early');
      }),
    );
    await bus.publish(numbered(key, 2));
    await eventually(async () => expect(await values(key)).toEqual(['1']));
    expect(consumer.counts().buried).toBe(1);
    expect(await parked()).toEqual([]);
  });

  it('is buried after it has waited for a day, and its next event is handled', async () => {
    const key = newId();
    const consumer = await start(
      unless(({ data }) => (data.amountMinor === '0' ? new NotYet('it never came') : undefined)),
    );
    await bus.publish(numbered(key, 2));
    await eventually(async () => expect(await parked()).toHaveLength(2));
    await room.ask("update parked_event set parked_at = now() - interval '25 hours'");
    await eventually(async () => expect(await values(key)).toEqual(['1']));
    expect(consumer.counts().buried).toBe(1);
    expect(await bus.deadLetters(10)).toMatchObject([
      { consumer: 'probe', error: { name: 'NotYet', message: 'it never came' } },
    ]);
  });

  it('is taken over by another member after a crash', async () => {
    let broken = true;
    const handler = unless(() => (broken ? new NotYet('early') : undefined));
    const first = await start(handler);
    await bus.publish(numbered(newId(), 3));
    await eventually(async () => expect(await parked()).toHaveLength(3));
    await first.close();
    broken = false;
    await start(handler);
    await eventually(async () => expect(await values()).toEqual(['0', '1', '2']));
  });
});
