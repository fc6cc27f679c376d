import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Bus } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { samplePaymentCreated } from '@finflow/shared/testing/sample-event';
import { eventually } from '@finflow/shared/testing/eventually';
import { runEventsCommand, usage } from '../src/events/command.ts';

let database: TestDatabase;
let bus: Bus;
let lines: string[];

beforeAll(async () => {
  database = await createTestDatabase('events');
  bus = await openBus({ kind: 'pg-log', url: database.ownerUrl });
});
afterAll(async () => {
  await bus.close();
  await database.close();
});
beforeEach(() => {
  lines = [];
});

const run = (...args: string[]) =>
  runEventsCommand(args, { bus, print: (line) => void lines.push(line) });

/** A group that reads what is there, counts, and leaves. */
async function handleAll(group: string, expected: number): Promise<void> {
  let count = 0;
  const subscribed = await bus.subscribe({
    group,
    topics: ['payment_created'],
    handle: async (batch) => {
      count += batch.length;
    },
  });
  await eventually(() => expect(count).toBe(expected));
  await subscribed.close();
}

describe('npm run events', () => {
  it('tells how far each group is behind, and brings everything again', async () => {
    await bus.publish([samplePaymentCreated(), samplePaymentCreated()]);
    await handleAll('accounting', 2);
    await bus.publish([samplePaymentCreated()]);
    expect(await run('lag')).toBe(true);
    expect(lines).toEqual([
      'payments: has never read',
      'accounting payment_created: 1',
      'analytics: has never read',
    ]);
    expect(await run('replay', 'accounting')).toBe(true);
    await handleAll('accounting', 3);
  });

  it('shows dead letters and sends them back', async () => {
    const event = samplePaymentCreated();
    const message = {
      topic: 'payment_created',
      key: event.subject,
      text: JSON.stringify(event),
      headers: {},
    };
    const error = { name: 'InvalidEvent', message: 'too pale' };
    await bus.bury([{ message, consumer: 'payments', error, attempts: 3, buriedAt: event.time }]);
    await run('dead-letters');
    await run('redrive');
    await run('redrive');
    expect(lines).toEqual([
      `${event.time} payments payment_created ${event.subject} after 3 attempts: InvalidEvent: too pale`,
      '1 dead letters.',
      '1 sent back.',
      '0 sent back.',
    ]);
  });

  it('explains itself when it does not understand, and changes nothing', async () => {
    expect(await run('rewind')).toBe(false);
    expect(await run('replay')).toBe(false);
    expect(await run('replay', 'accounting', 'payment_lost')).toBe(false);
    expect(lines).toEqual([usage, usage, 'payment_lost is no topic.']);
  });
});
