import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Bus, createBus, type Delivery } from '../../src/bus/bus.ts';
import type { MessageLog } from '../../src/bus/message-log.ts';
import { pauseFor } from '../../src/bus/wait.ts';
import type { FinflowEvent } from '../../src/events/envelope.ts';
import { newId } from '../../src/ids.ts';
import { advance, type Place } from '../../src/bus/place.ts';
import { samplePaymentCreated } from '../../src/testing/sample-event.ts';
import { eventually } from '../../src/testing/eventually.ts';

/** An adapter under test. Each log is what one process would open; all of them meet in one store. */
export interface BusUnderTest {
  /** A store of its own for each case: nothing of another case is in it. */
  openStore(): Promise<{ openLog(): Promise<MessageLog>; config: string; close(): Promise<void> }>;
}

type Store = Awaited<ReturnType<BusUnderTest['openStore']>>;

const topics = ['payment_created'] as const;
const numbered = (paymentId: string, amount: number) =>
  samplePaymentCreated({ paymentId, amountMinor: String(amount) });
const idsOf = (batch: readonly Delivery[]) =>
  batch.flatMap((delivery) => (delivery.kind === 'event' ? [delivery.event.id] : []));
const amountOf = (event: FinflowEvent) =>
  event.type === 'finflow.payment_created.v1' ? Number(event.data.amountMinor) : Number.NaN;

/** What every adapter promises. Whoever adds one runs it through this. */
export function describeBus(name: string, underTest: BusUnderTest): void {
  describe(`the bus on ${name}`, () => {
    let store: Store;
    let logs: MessageLog[];
    let bus: Bus;

    const openLog = async () => {
      const log = await store.openLog();
      logs.push(log);
      return log;
    };
    const openBus = async () => createBus(await openLog());

    beforeEach(async () => {
      logs = [];
      store = await underTest.openStore();
      bus = await openBus();
    });
    afterEach(async () => {
      await Promise.all(logs.map((log) => log.close()));
      await store.close();
    });

    /** Subscribes and keeps what comes, in order. */
    async function collect(from: Bus, group: string, maxBatch = 500) {
      const events: FinflowEvent[] = [];
      const subscribed = await from.subscribe({ group, topics, maxBatch, handle: into(events) });
      return { ...subscribed, events };
    }

    const into = (events: FinflowEvent[]) => async (batch: readonly Delivery[]) => {
      for (const delivery of batch) if (delivery.kind === 'event') events.push(delivery.event);
    };

    /** Reads alone, and keeps what comes and how far it has read. */
    async function follow(from: Bus) {
      const events: FinflowEvent[] = [];
      const places: Place[] = [];
      const followed = await from.follow({
        topics,
        handle: async (batch) => {
          await into(events)(batch);
          for (const { at } of batch) places.push(advance(places.at(-1) ?? followed.start, at));
        },
      });
      const place = () => places.at(-1) ?? followed.start;
      return { ...followed, events, places, place };
    }

    /** Ids of what stands in a stretch, or null. */
    async function idsBetween(
      from: Place,
      to: Place,
      organizationIds: string[],
      maxMessages = 100,
    ) {
      const ids = new Set(organizationIds);
      const found = await bus.between({ topics, from, to, maxMessages, organizationIds: ids });
      return found && idsOf(found);
    }

    it('keeps the order of each key, whatever the batches', async () => {
      const keys = Array.from({ length: 20 }, () => newId());
      for (let round = 0; round < 50; round += 10) {
        await bus.publish(
          Array.from({ length: 10 }, (_, i) => keys.map((key) => numbered(key, round + i))).flat(),
        );
      }
      const { events } = await collect(bus, 'accounting', 37);
      await eventually(() => expect(events).toHaveLength(1_000));
      for (const key of keys) {
        const amounts = events.filter(({ subject }) => subject === key).map(amountOf);
        expect(amounts).toEqual(Array.from({ length: 50 }, (_, i) => i));
      }
    });

    it('refuses to publish what breaks its schema, and stores nothing of it', async () => {
      const broken = samplePaymentCreated({ amountMinor: '1.5' });
      await expect(bus.publish([samplePaymentCreated(), broken])).rejects.toThrow(/amountMinor/);
      const after = samplePaymentCreated();
      await bus.publish([after]);
      const { events } = await collect(bus, 'accounting');
      await eventually(() => expect(events.map(({ id }) => id)).toEqual([after.id]));
    });

    it('gives every group all events, and the members of a group each event once', async () => {
      const published = Array.from({ length: 200 }, () => samplePaymentCreated());
      const accounting = await collect(bus, 'accounting');
      const analytics = await collect(bus, 'analytics');
      await bus.publish(published);
      await eventually(() => expect(accounting.events).toHaveLength(200));
      await eventually(() => expect(analytics.events).toHaveLength(200));
    });

    it('brings a batch again whose handler failed, and nothing overtakes it', async () => {
      const key = newId();
      const seen: number[] = [];
      let failures = 2;
      await bus.publish(Array.from({ length: 5 }, (_, i) => numbered(key, i)));
      await bus.subscribe({
        group: 'accounting',
        topics,
        handle: async (batch) => {
          failures -= 1;
          if (failures >= 0) throw new Error('the database is away');
          for (const delivery of batch) {
            if (delivery.kind === 'event') seen.push(amountOf(delivery.event));
          }
        },
      });
      await eventually(() => expect(seen).toEqual([0, 1, 2, 3, 4]));
    });

    it('gives the next member what a killed process had in hand', async () => {
      const published = Array.from({ length: 30 }, () => samplePaymentCreated());
      await bus.publish(published);
      const doomed = spawnMember(store.config, { hangAfter: 10 });
      await doomed.hanging;
      doomed.kill();
      const { events } = await collect(bus, 'accounting', 10);
      const missing = () => {
        const seen = new Set([...doomed.committed, ...events.map(({ id }) => id)]);
        return published.filter(({ id }) => !seen.has(id));
      };
      await eventually(() => expect(missing()).toEqual([]), 60_000);
      const again = events.filter(({ id }) => doomed.inHand.has(id));
      expect(again.length).toBeGreaterThan(0);
    });

    it('goes on behind the committed offset', async () => {
      await bus.publish(Array.from({ length: 20 }, () => samplePaymentCreated()));
      const first = await collect(bus, 'accounting');
      await eventually(() => expect(first.events).toHaveLength(20));
      await first.close();
      const later = samplePaymentCreated();
      await bus.publish([later]);
      const second = await collect(await openBus(), 'accounting');
      await eventually(() => expect(second.events.map(({ id }) => id)).toEqual([later.id]));
    });

    it('replays from the beginning when a group is rewound', async () => {
      const published = Array.from({ length: 20 }, () => samplePaymentCreated());
      await bus.publish(published);
      const first = await collect(bus, 'analytics');
      await eventually(() => expect(first.events).toHaveLength(20));
      await first.close();
      await bus.rewind('analytics', topics);
      const second = await collect(bus, 'analytics');
      await eventually(() =>
        expect(second.events.map(({ id }) => id).toSorted()).toEqual(
          published.map(({ id }) => id).toSorted(),
        ),
      );
    });

    it('never holds more than a batch in memory, and one batch at a time', async () => {
      await bus.publish(Array.from({ length: 1_000 }, () => samplePaymentCreated()));
      let inHand = 0;
      let most = 0;
      let total = 0;
      await bus.subscribe({
        group: 'slow',
        topics,
        maxBatch: 50,
        handle: async (batch) => {
          inHand += batch.length;
          most = Math.max(most, inHand);
          await pauseFor(5);
          inHand -= batch.length;
          total += batch.length;
        },
      });
      await eventually(() => expect(total).toBe(1_000), 60_000);
      expect(most).toBeLessThanOrEqual(50);
    });

    it('shares the work between two members, and gives it all to the one that stays', async () => {
      const [one, two] = [
        await collect(bus, 'accounting'),
        await collect(await openBus(), 'accounting'),
      ];
      const publish = async () => {
        const events = Array.from({ length: 100 }, () => samplePaymentCreated());
        await bus.publish(events);
        return events.map(({ id }) => id);
      };
      const published = new Set<string>();
      await eventually(async () => {
        for (const id of await publish()) published.add(id);
        await pauseFor(200);
        expect(one.events.length).toBeGreaterThan(0);
        expect(two.events.length).toBeGreaterThan(0);
      }, 60_000);
      await two.close();
      const before = one.events.length;
      const rest = await publish();
      await eventually(
        () =>
          expect(one.events.slice(before).map(({ id }) => id)).toEqual(
            expect.arrayContaining(rest),
          ),
        60_000,
      );
      const seen = new Set([...one.events, ...two.events].map(({ id }) => id));
      expect([...published].filter((id) => !seen.has(id))).toEqual([]);
    });

    it('tells how far a group is behind', async () => {
      const reader = await collect(bus, 'accounting');
      await bus.publish(Array.from({ length: 10 }, () => samplePaymentCreated()));
      await eventually(() => expect(reader.events).toHaveLength(10));
      const none = [{ topic: 'payment_created', messages: 0 }];
      await eventually(async () => expect(await bus.lag('accounting')).toEqual(none));
      await reader.close();
      await bus.publish(Array.from({ length: 7 }, () => samplePaymentCreated()));
      expect(await bus.lag('accounting')).toEqual([{ topic: 'payment_created', messages: 7 }]);
    });

    it('stops at pause and goes on at resume', async () => {
      const reader = await collect(bus, 'accounting');
      await bus.publish([samplePaymentCreated()]);
      await eventually(() => expect(reader.events).toHaveLength(1));
      reader.pause();
      await bus.publish([samplePaymentCreated()]);
      await pauseFor(400);
      expect(reader.events).toHaveLength(1);
      reader.resume();
      await eventually(() => expect(reader.events).toHaveLength(2));
    });

    it('shows a subscriber without a group everything from now on, each of them all of it', async () => {
      await bus.publish([samplePaymentCreated()]);
      const one = await follow(bus);
      const two = await follow(await openBus());
      const live = Array.from({ length: 10 }, () => samplePaymentCreated());
      await bus.publish(live);
      for (const { events } of [one, two]) {
        await eventually(() =>
          expect(events.map(({ id }) => id).toSorted()).toEqual(
            live.map(({ id }) => id).toSorted(),
          ),
        );
      }
    });

    it('tells what stands between two places, each event in one of two that meet', async () => {
      const organizationId = newId();
      const other = newId();
      const publish = async (count: number) => {
        const events = Array.from({ length: count }, (_, index) =>
          samplePaymentCreated({ organizationId: index % 2 === 0 ? organizationId : other }),
        );
        await bus.publish(events);
        return events.filter((event) => event.organizationid === organizationId);
      };
      await publish(10);
      const one = await follow(bus);
      const events = await publish(40);
      await eventually(() => expect(one.events).toHaveLength(40));
      const mine = events.map(({ id }) => id).toSorted();
      expect((await idsBetween(one.start, one.place(), [organizationId]))?.toSorted()).toEqual(
        mine,
      );
      const middle = one.places[17] ?? one.start;
      const before = await idsBetween(one.start, middle, [organizationId]);
      const after = await idsBetween(middle, one.place(), [organizationId]);
      expect([...(before ?? []), ...(after ?? [])].toSorted()).toEqual(mine);
      expect(before?.length).toBe(
        one.events.slice(0, 18).filter((event) => event.organizationid === organizationId).length,
      );
      expect(await idsBetween(one.place(), one.start, [organizationId])).toEqual([]);
    });

    it('has one place for all: where one stopped reading another goes on, whatever order it saw', async () => {
      const organizationId = newId();
      const one = await follow(bus);
      const two = await follow(await openBus());
      const events = Array.from({ length: 30 }, () => samplePaymentCreated({ organizationId }));
      await bus.publish(events);
      await eventually(() =>
        expect([one.events.length, two.events.length]).toEqual([events.length, events.length]),
      );
      for (const index of [0, 7, 19, 29]) {
        const place = one.places[index] ?? one.start;
        const toOne = one.events.slice(0, index + 1).map(({ id }) => id);
        const rest = (await idsBetween(place, two.place(), [organizationId])) ?? [];
        expect([...toOne, ...rest].toSorted()).toEqual(events.map(({ id }) => id).toSorted());
      }
    });

    it('says that it can not tell of more than asked, and of places that it never had', async () => {
      const organizationId = newId();
      const one = await follow(bus);
      await bus.publish(Array.from({ length: 5 }, () => samplePaymentCreated({ organizationId })));
      await eventually(() => expect(one.events).toHaveLength(5));
      expect(await idsBetween(one.start, one.place(), [organizationId], 4)).toBeNull();
      expect(await idsBetween({}, one.place(), [organizationId])).toBeNull();
      const beyond = Object.fromEntries(
        Object.entries(one.place()).map(([series, strands]) => [
          series,
          strands.map((offset) => offset * 2n + (1n << 70n)),
        ]),
      );
      expect(await idsBetween(beyond, one.place(), [organizationId])).toBeNull();
    });

    it('hands over what is no event as such, without blocking what comes behind', async () => {
      const log = await openLog();
      const poison = { topic: 'payment_created', key: newId(), text: '{"half":', headers: {} };
      await log.append([poison]);
      const after = samplePaymentCreated({ paymentId: poison.key });
      await bus.publish([after]);
      const seen: Delivery[] = [];
      await bus.subscribe({
        group: 'accounting',
        topics,
        handle: async (batch) => void seen.push(...batch),
      });
      await eventually(() => expect(seen).toHaveLength(2));
      expect(seen[0]).toMatchObject({ kind: 'invalid', message: { text: '{"half":' } });
      expect(idsOf(seen)).toEqual([after.id]);
    });

    it('buries dead letters with their reason, and sends each back once', async () => {
      const event = samplePaymentCreated();
      const message = {
        topic: 'payment_created',
        key: event.subject,
        text: JSON.stringify(event),
        headers: {},
      };
      const error = { name: 'InvalidEvent', message: '/data/amountMinor: too pale' };
      const letter = { message, consumer: 'accounting', error, attempts: 3, buriedAt: event.time };
      await bus.bury([letter]);
      expect(await bus.deadLetters(10)).toEqual([letter]);
      expect(await bus.redrive()).toBe(1);
      expect(await bus.redrive()).toBe(0);
      const { events } = await collect(bus, 'accounting');
      await eventually(() => expect(events.map(({ id }) => id)).toEqual([event.id]));
    });
  });
}

/** A member in a process of its own. It commits batches of 10, and stands still in the one after `hangAfter`. */
function spawnMember(config: string, { hangAfter }: { hangAfter: number }) {
  const member = spawn(
    process.execPath,
    [`${import.meta.dirname}/bus-member.ts`, config, String(hangAfter)],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LOG_LEVEL: 'silent' } },
  );
  const committed = new Set<string>();
  const inHand = new Set<string>();
  const hanging = Promise.withResolvers<void>();
  createInterface({ input: member.stdout }).on('line', (line) => {
    const [word, id = ''] = line.split(' ');
    if (word === 'committed') committed.add(id);
    if (word === 'in-hand') inHand.add(id);
    if (word === 'hanging') hanging.resolve();
  });
  member.on('exit', () => hanging.reject(new Error('The member ended before it was killed.')));
  return { committed, inHand, hanging: hanging.promise, kill: () => member.kill('SIGKILL') };
}
