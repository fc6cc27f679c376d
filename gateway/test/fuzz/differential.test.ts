import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld } from './campaign.ts';
import { startCompiled } from './gateways.ts';

/**
 * Our executor answers as one monolith would. More of it, or a fault seen elsewhere again:
 * `FUZZ_SEED=1000 FUZZ_WORLDS=500 FUZZ_OPERATIONS=100`.
 */
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1);
const worlds = Number(process.env['FUZZ_WORLDS'] ?? (process.env['FUZZ_SEED'] ? 1 : 72));
const operations = Number(process.env['FUZZ_OPERATIONS'] ?? 70);

const seeds = Array.from({ length: worlds }, (_, index) => firstSeed + index);

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
