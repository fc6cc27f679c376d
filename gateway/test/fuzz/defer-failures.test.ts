import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld } from './campaign.ts';
import { deferFailureTrial } from './defer-failure-trial.ts';
import { startCompiled } from './gateways.ts';
import { emphasisOf, fuzzing } from './seeds.ts';

/** Where calls to subgraphs give nothing, each part of a deferred answer tells why it has a null, and is otherwise as it would be. */
const { seeds, operations } = fuzzing({ firstSeed: 5_001, worlds: 12, operations: 35 });
const count = { answers: 0 };

it.each(seeds)(
  'tells in each part what is missing on world %i when calls fail, and gives the rest',
  async (seed) => {
    const world = await openWorld(seed, startCompiled, emphasisOf(seed));
    const fault = await findFault(world, operations, undefined, deferFailureTrial(count));
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);

it('broke calls of many answers in parts', () => {
  expect(count.answers).toBeGreaterThan((seeds.length * operations) / 50);
});
