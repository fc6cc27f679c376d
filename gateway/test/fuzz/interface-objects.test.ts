import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld, type Difference } from './campaign.ts';
import { startCompiled } from './gateways.ts';

/**
 * As `differential.test.ts`, in worlds of which each has an interface that other subgraphs know as one object. More of it, or a fault
 * seen elsewhere again: `FUZZ_SEED=1000 FUZZ_WORLDS=500 FUZZ_OPERATIONS=100`.
 */
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 8_001);
const worlds = Number(process.env['FUZZ_WORLDS'] ?? (process.env['FUZZ_SEED'] ? 1 : 12));
const operations = Number(process.env['FUZZ_OPERATIONS'] ?? 70);

const seeds = Array.from({ length: worlds }, (_, index) => firstSeed + index);

it.each(seeds)(
  'answers random operations on interface objects of world %i as a monolith does',
  async (seed) => {
    const world = await openWorld(seed, startCompiled, 'interface objects');
    const fault = await findFault(world, operations, isWrong);
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);

/** What Apollo's planner comes to no end of in time is refused: among two interface objects it weighs very many ways. */
const isWrong = ({ actual }: Difference): boolean => !actual.includes('DEADLINE_EXCEEDED');
