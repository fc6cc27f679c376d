import { expect, it } from '@jest/globals';
import { describeFault, findFault, openWorld } from './campaign.ts';
import { deferFailureTrial } from './defer-failure-trial.ts';
import { startCompiled } from './gateways.ts';

/**
 * Where calls to subgraphs give nothing, each part of a deferred answer tells why it has a null, and is otherwise as it would be. More of
 * it, or a fault seen elsewhere again: `FUZZ_SEED=1000 FUZZ_WORLDS=500 FUZZ_OPERATIONS=100`.
 */
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 5_001);
const worlds = Number(process.env['FUZZ_WORLDS'] ?? (process.env['FUZZ_SEED'] ? 1 : 12));
const operations = Number(process.env['FUZZ_OPERATIONS'] ?? 40);

const seeds = Array.from({ length: worlds }, (_, index) => firstSeed + index);
const count = { answers: 0 };

it.each(seeds)(
  'tells in each part what is missing on world %i when calls fail, and gives the rest',
  async (seed) => {
    const world = await openWorld(seed, startCompiled);
    const fault = await findFault(world, operations, undefined, deferFailureTrial(count));
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);

it('broke calls of many answers in parts', () => {
  expect(count.answers).toBeGreaterThan((worlds * operations) / 50);
});
