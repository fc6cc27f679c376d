import { afterEach, expect, it } from '@jest/globals';
import { schemas } from '../world/schemas.ts';
import { ask, codesOf, smallSupergraph, startWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.close());

/** The small world, where the greeting is for those whom a policy lets. */
const guardedGreeting = () =>
  smallSupergraph({
    payments: schemas.payments
      .replace('"@requiresScopes"', '"@requiresScopes", "@policy"')
      .replace('hello: String @public', 'hello: String @public @policy(policies: [["isAtWork"]])'),
  });

it('lets a policy of the gateway decide who gets a field, before a subgraph is asked', async () => {
  world = await startWorld({
    supergraphSdl: guardedGreeting(),
    policies: { isAtWork: (viewer) => viewer.kind === 'user' && viewer.role !== 'VIEWER' },
  });
  const owner = { authorization: await world.bearer() };
  expect((await ask(world, '{ hello }', owner)).body.data).toEqual({ hello: 'hello' });
  const calls = world.books.headers.length;
  const viewer = { authorization: await world.bearer({ role: 'VIEWER' }) };
  const denied = await ask(world, '{ hello }', viewer);
  expect([denied.body.data, ...codesOf(denied)]).toEqual([{ hello: null }, 'FORBIDDEN']);
  expect(codesOf(await ask(world, '{ hello }'))).toEqual(['UNAUTHENTICATED']);
  expect(world.books.headers.length).toBe(calls);
});

it('denies what a policy guards that nobody registered', async () => {
  world = await startWorld({ supergraphSdl: guardedGreeting() });
  const answer = await ask(world, '{ hello }', { authorization: await world.bearer() });
  expect(codesOf(answer)).toEqual(['FORBIDDEN']);
});
