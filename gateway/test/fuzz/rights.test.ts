import { expect, it } from '@jest/globals';
import { openGates } from '../../src/rights/field-gates.ts';
import { describeFault, findFault, openComposed } from './campaign.ts';
import { startCompiled } from './gateways.ts';
import { generateModel } from './generate-model.ts';
import { generateRights } from './generate-rights.ts';

/** A caller is refused what he may not read, gets all else, and no subgraph is asked for what is refused. */
const seeds = Array.from({ length: 12 }, (_, index) => 2_001 + index);

it.each(seeds)(
  'refuses on world %i what the monolith refuses',
  async (seed) => {
    const composed = generateModel(seed);
    const world = await openComposed(composed, startCompiled, generateRights(composed.model));
    const fault = await findFault(world, 40);
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);

it('finds that a gateway without gates asks for what is refused', async () => {
  const composed = generateModel(2_001);
  const rights = { ...generateRights(composed.model), gates: openGates };
  const world = await openComposed(composed, startCompiled, rights);
  const fault = await findFault(world, 40);
  await world.gateway.stop();
  expect(fault).not.toBeNull();
}, 120_000);
