import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createClients } from './world/socket.ts';
import { startWorld, type World } from './world/world.ts';

let world: World;
const clients = createClients();
beforeAll(async () => {
  const limits = { maxTokens: 60, maxDepth: 3, maxAliases: 2, maxDirectives: 2, maxFragments: 2 };
  world = await startWorld({
    limits: { ...limits, maxSelections: 20, maxSpreadOutSelections: 12 },
  });
});
afterAll(async () => {
  await clients.dispose();
  await world.close();
});

const changed = (selections: string) => `subscription { paymentChanged { ${selections} } }`;
const fragments = (...texts: string[]) =>
  texts.map((text, place) => `fragment F${place} on Payment { ${text} }`).join(' ');

it.each([
  ['tokens', changed('id '.repeat(60)), 'TOO_MANY_TOKENS'],
  ['depth', changed('invoice { payment { invoice { total } } }'), 'OPERATION_TOO_DEEP'],
  ['aliases', changed('a: id b: id c: id'), 'TOO_MANY_ALIASES'],
  [
    'directives',
    changed('id @skip(if: false) @skip(if: false) @skip(if: false)'),
    'TOO_MANY_DIRECTIVES',
  ],
  ['fragments', `${changed('...F0')} ${fragments('...F1', '...F2', 'id')}`, 'TOO_MANY_FRAGMENTS'],
  ['selections', changed('id '.repeat(21)), 'TOO_MANY_SELECTIONS'],
  [
    'selections, spread out',
    `${changed('...F0 ...F0 ...F0 ...F0')} ${fragments('id id id')}`,
    'TOO_MANY_SELECTIONS',
  ],
  ['a fragment that spreads itself', `${changed('...F0')} ${fragments('...F0')}`, 'FRAGMENT_CYCLE'],
])('a subscription over the socket has the same limits: %s', async (_what, query, code) => {
  const client = clients.connect(world, await world.bearer());
  const feed = await client.listen(query);
  await expect(feed.next()).rejects.toMatchObject([{ extensions: { code } }]);
});
