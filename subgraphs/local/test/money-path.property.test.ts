import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sequences } from './money-path/commands.ts';
import { problemsOf } from './money-path/oracle.ts';
import { comeToRest, perform } from './money-path/perform.ts';
import { createWorld } from './money-path/world.ts';

const numRuns = Number(process.env['MONEY_PATH_RUNS'] ?? 10_000);

it('leaves each captured cent in the books once, whatever is doubled, shuffled, lost or killed', async () => {
  const property = fc.asyncProperty(sequences, async (commands) => {
    const world = createWorld();
    for (const command of commands) await perform(world, command);
    await comeToRest(world);
    expect(problemsOf(world)).toEqual([]);
  });
  // On failure fast-check prints the seed, the path and the shortest sequence that it found.
  await fc.assert(property, { numRuns });
}, 900_000);
