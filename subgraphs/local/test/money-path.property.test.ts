import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sequences } from './money-path/commands.ts';
import { problemsOf } from './money-path/oracle.ts';
import { comeToRest, perform } from './money-path/perform.ts';
import { createWorld } from './money-path/world.ts';

const numRuns = Number(process.env['MONEY_PATH_RUNS'] ?? 10_000);

const moves = [
  'RECEIVE_PAYMENT',
  'PAYMENT_FEE',
  'RECEIVE_BY_HAND',
  'REFUND_PAYMENT',
  'OPEN_DISPUTE',
  'CLOSE_DISPUTE',
];

it('leaves each captured cent in the books once, whatever is doubled, shuffled, lost or killed', async () => {
  const seen = new Map<unknown, number>();
  const property = fc.asyncProperty(sequences, async (commands) => {
    const world = createWorld();
    for (const command of commands) await perform(world, command);
    await comeToRest(world);
    for (const stop of [world.toAccounting, world.toPayments]) stop.topics.forEach(stop.replay);
    await comeToRest(world);
    expect(problemsOf(world)).toEqual([]);
    for (const { kind } of world.books.store.all('journal_entry')) {
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
  });
  // On failure fast-check prints the seed, the path and the shortest sequence that it found.
  await fc.assert(property, { numRuns });
  // Stories in which no money moves would prove nothing.
  const rare = moves.filter((kind) => (seen.get(kind) ?? 0) < numRuns / 100);
  expect(rare).toEqual([]);
}, 900_000);
