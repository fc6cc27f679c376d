import { beforeEach, expect, it } from '@jest/globals';
import type { Bus, Missed } from '@finflow/shared/bus/bus';
import { allTopics } from '@finflow/shared/bus/place';
import { createLogReplay, type Replayed } from '../src/subscriptions/log-replay.ts';
import { createBooks, type Books } from './world/books.ts';
import { ledgerEntryPosted } from './world/events.ts';
import { createMemoryBus } from './world/memory-bus.ts';

const field = 'ledgerEntryPosted';
const place = (read: number) => ({ [allTopics]: [BigInt(read)] });

let books: Books;
let other: Books;
let memory: Bus;
let readings: Missed[];
beforeEach(async () => {
  [books, other] = [createBooks(), createBooks()];
  memory = createMemoryBus();
  readings = [];
  for (let round = 0; round < 5; round += 1) {
    await memory.publish([ledgerEntryPosted(books, `MINE_${round}`), ledgerEntryPosted(other)]);
  }
});

function open(
  limits: Partial<Parameters<typeof createLogReplay>[0]> = {},
  between: Bus['between'] = (missed) => memory.between(missed),
) {
  const bus: Bus = {
    ...memory,
    between: (missed) => {
      readings.push(missed);
      return between(missed);
    },
  };
  const now = () => ({ sequence: 10, place: place(10) });
  const replay = createLogReplay({ bus, now, maxReplayed: 100, maxRead: 100, ...limits });
  return (read: number, organizationId = books.organizationId) =>
    replay({ organizationId, field, after: place(read) });
}

const count = ({ missed }: Replayed) => missed?.length ?? null;

it('tells each what his organization was told after his place', async () => {
  const after = open();
  const { missed, upTo } = await after(4);
  expect(missed?.map(({ at }) => at.offset)).toEqual([4n, 6n, 8n]);
  expect(missed?.every((told) => told.organizationId === books.organizationId)).toBe(true);
  expect(upTo).toEqual({ sequence: 10, place: place(10) });
  expect(count(await after(10))).toBe(0);
});

it('tells once what stands in the log twice', async () => {
  const entry = ledgerEntryPosted(books);
  await memory.publish([entry, entry]);
  const after = open({ now: () => ({ sequence: 12, place: place(12) }) });
  expect(count(await after(10))).toBe(1);
});

it('reads once for all who ask while it reads', async () => {
  const after = open();
  const asked = [after(8), after(6), after(2), after(9, other.organizationId), after(0)];
  expect((await Promise.all(asked)).map(count)).toEqual([1, 2, 4, 1, 5]);
  expect(readings).toHaveLength(2);
});

it('lets nobody spoil it for others who was away for too long', async () => {
  const after = open({ maxRead: 6 });
  const asked = [after(10), after(0), after(6), after(1), after(8)];
  expect((await Promise.all(asked)).map(count)).toEqual([0, null, 2, null, 1]);
});

it('tells nothing of more than is replayed, and of all it can otherwise', async () => {
  const after = open({ maxReplayed: 3 });
  expect(count(await after(2))).toBeNull();
  expect(count(await after(4))).toBe(3);
});

it('says that it can not tell when the log can not be read, and goes on', async () => {
  let isDown = true;
  const after = open({}, async (missed) => {
    if (isDown) throw new Error('the log is away');
    return memory.between(missed);
  });
  expect(count(await after(0))).toBeNull();
  isDown = false;
  expect(count(await after(0))).toBe(5);
});
