import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld } from './campaign.ts';
import { failureTrial } from './failure-trial.ts';
import { startCompiled } from './gateways.ts';
import { emphasisOf, fuzzing } from './seeds.ts';

/** Where calls to subgraphs give nothing, the answer has nulls, each with an error that leads to it, and is otherwise as it would be. */
const { seeds, operations } = fuzzing({ firstSeed: 4_001, worlds: 12, operations: 60 });
const count = { answers: 0 };

it.each(seeds)(
  'tells what is missing in answers on world %i when calls fail, and gives the rest',
  async (seed) => {
    const world = await openWorld(seed, startCompiled, emphasisOf(seed));
    const fault = await findFault(world, operations, undefined, failureTrial(count));
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);

it('broke calls of many operations', () => {
  expect(count.answers).toBeGreaterThan((seeds.length * operations) / 10);
});
