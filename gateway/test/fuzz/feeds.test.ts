import { expect, it } from '@jest/globals';
import { describeFault, findFault, openComposed } from './campaign.ts';
import { feedTrial } from './feed-trial.ts';
import { startCompiled } from './gateways.ts';
import { generateFeeds } from './generate-feeds.ts';
import { fuzzing } from './seeds.ts';

/**
 * Each event of a subscription is answered as graphql-js answers it over one schema: the entity from the event, all else from the
 * subgraphs.
 */
const { seeds, operations } = fuzzing({ firstSeed: 6_001, worlds: 12, operations: 25 });
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
