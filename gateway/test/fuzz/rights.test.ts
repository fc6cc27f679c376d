import { expect, it } from '@jest/globals';
import { openGates } from '../../src/rights/field-gates.ts';
import { describeFault, findFault, openComposed, type World } from './campaign.ts';
import { deferTrial } from './defer-trial.ts';
import { startCompiled } from './gateways.ts';
import { generateModel } from './generate-model.ts';
import { generateRights, type Rights } from './generate-rights.ts';
import { emphasisOf, fuzzing } from './seeds.ts';

/** A caller is refused what he may not read, gets all else, and no subgraph is asked for what is refused. */
const { seeds, operations } = fuzzing({ firstSeed: 2_001, worlds: 12, operations: 16 });

it.each(seeds)(
  'refuses on world %i what the monolith refuses, in one piece and in parts',
  async (seed) => {
    const world = await openGuarded(seed);
    const inOnePiece = await findFault(world, operations);
    const inParts = await findFault(
      world,
      operations,
      undefined,
      deferTrial({ inParts: 0, inOnePiece: 0 }),
    );
    await world.gateway.stop();
    expect(inOnePiece && describeFault(inOnePiece)).toBeNull();
    expect(inParts && describeFault(inParts)).toBeNull();
  },
  120_000,
);

it('finds that a gateway without gates asks for what is refused', async () => {
  const world = await openGuarded(2_001, { gates: openGates });
  const fault = await findFault(world, 40);
  await world.gateway.stop();
  expect(fault).not.toBeNull();
}, 120_000);

function openGuarded(seed: number, other: Partial<Rights> = {}): Promise<World> {
  const composed = generateModel(seed, emphasisOf(seed));
  const rights = { ...generateRights(composed.model), ...other };
  return openComposed(composed, startCompiled, rights);
}
