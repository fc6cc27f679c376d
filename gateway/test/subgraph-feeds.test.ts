import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { createViewerVerifier, viewerHeader } from '@finflow/shared/signed-viewer';
import { until } from '@finflow/shared/testing/until';
import { overHttp } from '../src/transports/over-http.ts';
import { createSubgraphFeeds } from '../src/transports/subgraph-feeds.ts';
import { riskSchema, startRiskSubgraph } from './world/risk-subgraph.ts';
import { createClients, openRaw, runningSubscriptions } from './world/socket.ts';
import { smallSupergraph, startWorld, type World } from './world/world.ts';

const watchRisks = `subscription ($m: Int) { found: riskFound(minimum: $m) {
  grade: level payment { id: status journalEntries { kind } } } }`;

const gap = { data: null, errors: [{ extensions: { code: 'RESUME_GAP' } }] };

let risk: Awaited<ReturnType<typeof startRiskSubgraph>>;
let world: World;
const clients = createClients();
beforeEach(async () => {
  risk = await startRiskSubgraph();
  const way = overHttp(`http://127.0.0.1:${risk.port}`);
  const url = `ws://127.0.0.1:${risk.port}/graphql`;
  world = await startWorld({
    supergraphSdl: smallSupergraph({ risk: riskSchema }),
    replaced: {
      risk: { ...way, feeds: createSubgraphFeeds({ url, maxTries: 4, firstWaitMs: 20 }) },
    },
  });
});
afterEach(async () => {
  await clients.dispose();
  await world.close();
  await risk.close();
});

const listen = (authorization: string, variables = {}, extensions = {}) =>
  clients.connect(world, authorization).listen(watchRisks, variables, extensions);

const told = (level: number) => ({
  data: { found: { grade: level, payment: { id: 'PENDING', journalEntries: [] } } },
});

describe('a feed that a subgraph serves itself', () => {
  it('brings what other subgraphs know of the entities in it, by the client’s names', async () => {
    const feed = await listen(await world.bearer(), { m: 3 });
    await until(() => risk.subscriptions() === 1);
    expect(risk.heard).toMatchObject([{ minimum: 3 }]);
    risk.tell({ level: 1, payment: { id: world.books.paymentId } });
    risk.tell({ level: 7, payment: { id: world.books.paymentId } });
    expect(await feed.next()).toEqual(told(7));
  });

  it('is asked with the caller’s signature, over one socket for all callers', async () => {
    const [user, other] = [{ userId: newId() }, { userId: newId() }];
    await listen(await world.bearer(user));
    await listen(await world.bearer(other));
    await listen(await world.bearer(other), { m: 2 });
    await until(() => risk.subscriptions() === 3);
    expect(risk.connections()).toBe(1);
    const verify = createViewerVerifier(world.verifyKeys);
    const callers = await Promise.all(
      risk.heard.map(({ headers }) =>
        verify(String(new Map(Object.entries(headers ?? {})).get(viewerHeader))),
      ),
    );
    expect(callers).toMatchObject([user, other, other]);
  });

  it('is asked once for equal subscriptions of one user, and no more when nobody listens', async () => {
    const authorization = await world.bearer({ userId: newId() });
    const feeds = [await listen(authorization), await listen(authorization)];
    await until(() => risk.subscriptions() === 1);
    risk.tell({ level: 1, payment: { id: world.books.paymentId } });
    expect([await feeds[0]?.next(), await feeds[1]?.next()]).toEqual([told(1), told(1)]);
    for (const feed of feeds) feed.stop();
    await until(() => risk.subscriptions() === 0 && risk.connections() === 0);
  });

  it('goes on when the way was lost, and says that something may have been missed', async () => {
    const feed = await listen(await world.bearer());
    await until(() => risk.subscriptions() === 1);
    risk.cutOff();
    expect(await feed.next()).toMatchObject(gap);
    await until(() => risk.subscriptions() === 1);
    risk.tell({ level: 2, payment: { id: world.books.paymentId } });
    expect(await feed.next()).toEqual(told(2));
  });

  it('tells everything that was told before it was complete', async () => {
    const feed = await listen(await world.bearer());
    await until(() => risk.subscriptions() === 1);
    for (const level of [1, 2, 3]) risk.tell({ level, payment: { id: world.books.paymentId } });
    risk.tell(null);
    for (const level of [1, 2, 3]) expect(await feed.next()).toEqual(told(level));
    await until(async () => (await runningSubscriptions()) === 0);
  });

  it('tells a subgraph’s refusal', async () => {
    risk.refusing.with = 'Not for you.';
    const feed = await listen(await world.bearer());
    expect(await feed.next()).toMatchObject({
      data: null,
      errors: [{ message: 'Not for you.', extensions: { code: 'FORBIDDEN' } }],
    });
    await until(async () => (await runningSubscriptions()) === 0);
  });

  it('ends with the socket when the subgraph stays away, so that the client comes again', async () => {
    const raw = await openRaw(world);
    raw.send({ type: 'connection_init', payload: { authorization: await world.bearer() } });
    await until(() => raw.messages.length === 1);
    raw.send({ type: 'subscribe', id: '1', payload: { query: watchRisks } });
    await until(() => risk.subscriptions() === 1);
    await risk.close();
    expect(await raw.closed).toEqual({ code: 1013, reason: 'Try again later' });
    risk = await startRiskSubgraph(risk.port);
    const feed = await listen(await world.bearer());
    await until(() => risk.subscriptions() === 1);
    risk.tell({ level: 1, payment: { id: world.books.paymentId } });
    expect(await feed.next()).toEqual(told(1));
  });

  it('is refused with variables that do not fit', async () => {
    const feed = await listen(await world.bearer(), { m: 'many' });
    await expect(feed.next()).rejects.toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('has no ids, so whoever comes back is told that he may have missed something', async () => {
    const feed = await listen(await world.bearer(), {}, { lastEventId: 'some.1' });
    expect(await feed.next()).toMatchObject(gap);
  });

  it('is refused to whom it is not for, and the subgraph is not asked', async () => {
    const feed = await listen(world.payLink());
    await expect(feed.next()).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(risk.heard).toEqual([]);
  });
});
