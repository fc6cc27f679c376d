import { newId } from '@finflow/shared/ids';
import { afterEach, expect, it } from '@jest/globals';
import { paymentUpdated } from '../world/events.ts';
import { schemas } from '../world/schemas.ts';
import { connect } from '../world/socket.ts';
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

it('lets a policy decide who may have a feed, and tells nobody by another’s answer', async () => {
  const lucky = newId();
  const guarded = guardedGreeting()
    .replace('status: String!', 'status: String @policy(policies: [["isLucky"]])')
    .replace(/(ledgerEntryPosted: JournalEntry!)/, '$1 @policy(policies: [["isLucky"]])');
  world = await startWorld({
    supergraphSdl: guarded,
    policies: { isLucky: (viewer) => viewer.kind === 'user' && viewer.userId === lucky },
  });
  // Equal in all rights that a token names, so that one execution would serve both.
  const one = connect(world, await world.bearer({ userId: lucky }));
  const other = connect(world, await world.bearer());
  const query = 'subscription { paymentChanged { id status } }';
  const [lucks, others] = [await one.listen(query), await other.listen(query)];
  await world.bus.publish([paymentUpdated(world.books)]);
  const { paymentId } = world.books;
  expect(await lucks.next()).toMatchObject({
    data: { paymentChanged: { id: paymentId, status: 'PENDING' } },
  });
  expect(await others.next()).toMatchObject({
    data: { paymentChanged: { id: paymentId, status: null } },
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
  const refused = await other.listen('subscription { ledgerEntryPosted { id } }');
  await expect(refused.next()).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  await Promise.all([one.dispose(), other.dispose()]);
});
