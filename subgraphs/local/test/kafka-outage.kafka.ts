import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bus, type Follower } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import { pauseFor } from '@finflow/shared/bus/wait';
import { samplePaymentCreated } from '@finflow/shared/testing/sample-event';
import { eventually } from '@finflow/shared/testing/eventually';
import { type KafkaBroker, startKafkaBroker } from '../src/kafka/broker.ts';

let broker: KafkaBroker;
let bus: Bus;
beforeAll(async () => {
  broker = await startKafkaBroker();
  bus = await openBus({ kind: 'kafka', brokers: broker.brokers });
});
afterAll(async () => {
  await bus.close();
  await broker.stop();
});

const topics = ['payment_created'] as const;

async function collect(group: string | null) {
  const ids = new Set<string>();
  const follower: Follower = {
    topics,
    handle: async (batch) => {
      for (const delivery of batch) if (delivery.kind === 'event') ids.add(delivery.event.id);
    },
  };
  await (group === null ? bus.follow(follower) : bus.subscribe({ ...follower, group }));
  return ids;
}

/** As the relay does: the same batch again until the bus took it. */
async function publishUntilTaken(count: number): Promise<string[]> {
  const events = Array.from({ length: count }, () => samplePaymentCreated());
  for (;;) {
    try {
      await bus.publish(events);
      return events.map(({ id }) => id);
    } catch {
      await pauseFor(200); // The broker is away: that is what is tested.
    }
  }
}

describe('when the broker is killed for ten seconds', () => {
  it('nothing is lost: not of a group, not of a live subscriber, not of what was published meanwhile', async () => {
    const [group, live] = [await collect('accounting'), await collect(null)];
    const before = await publishUntilTaken(50);
    await eventually(() => expect(live.size).toBe(50));
    await broker.kill();
    const meanwhile = publishUntilTaken(50);
    await pauseFor(10_000);
    await broker.restart();
    const all = [...before, ...(await meanwhile), ...(await publishUntilTaken(50))].toSorted();
    await eventually(() => expect([...group].toSorted()).toEqual(all), 100_000);
    await eventually(() => expect([...live].toSorted()).toEqual(all), 100_000);
  });
});
