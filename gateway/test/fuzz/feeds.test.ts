import { expect, it } from '@jest/globals';
import { describeFault, findFault, openComposed } from './campaign.ts';
import { feedTrial } from './feed-trial.ts';
import { startCompiled } from './gateways.ts';
import { generateFeeds } from './generate-feeds.ts';

/**
 * Each event of a subscription is answered as graphql-js answers it over one schema: the entity from the event, all else from the
 * subgraphs. More of it, or a fault seen elsewhere again: `FUZZ_SEED=1000 FUZZ_WORLDS=500 FUZZ_OPERATIONS=100`.
 */
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 6_001);
const worlds = Number(process.env['FUZZ_WORLDS'] ?? (process.env['FUZZ_SEED'] ? 1 : 12));
const operations = Number(process.env['FUZZ_OPERATIONS'] ?? 25);

const seeds = Array.from({ length: worlds }, (_, index) => firstSeed + index);
const count = { events: 0, asked: 0 };

it.each(seeds)(
  'answers events to random subscriptions on world %i as a monolith does',
  async (seed) => {
    const world = await openComposed(generateFeeds(seed), startCompiled);
    const fault = await findFault(world, operations, undefined, feedTrial(count));
    await world.gateway.stop();
    expect(fault && describeFault(fault)).toBeNull();
  },
  120_000,
);

it('asked subgraphs for most of the events', () => {
  expect(count.asked).toBeGreaterThan(count.events / 2);
});
