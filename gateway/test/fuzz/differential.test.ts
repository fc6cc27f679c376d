import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld } from './campaign.ts';
import { startCompiled } from './gateways.ts';
import { fuzzing } from './seeds.ts';

/** Our executor answers as one monolith would. */
const { seeds, operations } = fuzzing({ firstSeed: 1, worlds: 72, operations: 70 });

it.each(seeds)(
  'answers random operations on world %i as a monolith does',
  async (seed) => {
    const world = await openWorld(seed, startCompiled);
    const fault = await findFault(world, operations);
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);
