import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld } from './campaign.ts';
import { deferTrial } from './defer-trial.ts';
import { startCompiled } from './gateways.ts';
import { emphasisOf, fuzzing } from './seeds.ts';

/** Each part of an answer is what one monolith would tell of its fragment, with the nulls and errors that belong to it. */
const { seeds, operations } = fuzzing({ firstSeed: 3_001, worlds: 12, operations: 35 });
const count = { inParts: 0, inOnePiece: 0 };

it.each(seeds)(
  'answers random operations with @defer on world %i part by part as a monolith does',
  async (seed) => {
    const world = await openWorld(seed, startCompiled, emphasisOf(seed));
    const fault = await findFault(world, operations, undefined, deferTrial(count));
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);

it('answered in parts wherever it could, but for what the planner gives up on', () => {
  expect(count.inParts).toBeGreaterThan(count.inOnePiece * 4);
});
