import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld } from './campaign.ts';
import { deferTrial } from './defer-trial.ts';
import { startCompiled } from './gateways.ts';

/**
 * Each part of an answer is what one monolith would tell of its fragment, with the nulls and errors that belong to it. More of it, or a
 * fault seen elsewhere again: `FUZZ_SEED=1000 FUZZ_WORLDS=500 FUZZ_OPERATIONS=100`.
 */
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 3_001);
const worlds = Number(process.env['FUZZ_WORLDS'] ?? (process.env['FUZZ_SEED'] ? 1 : 12));
const operations = Number(process.env['FUZZ_OPERATIONS'] ?? 40);

const seeds = Array.from({ length: worlds }, (_, index) => firstSeed + index);
const count = { inParts: 0, inOnePiece: 0 };

it.each(seeds)(
  'answers random operations with @defer on world %i part by part as a monolith does',
  async (seed) => {
    const world = await openWorld(seed, startCompiled);
    const fault = await findFault(world, operations, undefined, deferTrial(count));
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);

it('answered in parts wherever it could, but for what the planner gives up on', () => {
  expect(count.inParts).toBeGreaterThan(count.inOnePiece * 4);
});
