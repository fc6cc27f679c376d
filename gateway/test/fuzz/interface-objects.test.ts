import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld } from './campaign.ts';
import { startCompiled } from './gateways.ts';
import { fuzzing } from './seeds.ts';

/** As `differential.test.ts`, in worlds of which each has an interface that other subgraphs know as one object. */
const { seeds, operations } = fuzzing({ firstSeed: 8_001, worlds: 12, operations: 70 });

it.each(seeds)(
  'answers random operations on interface objects of world %i as a monolith does',
  async (seed) => {
    const world = await openWorld(seed, startCompiled, 'interface objects');
    const fault = await findFault(world, operations);
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);
