import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { until } from '@finflow/shared/testing/until';
import { SubgraphUnavailable } from '../src/transports/subgraph-transport.ts';
import { paymentUpdated, sessionRevoked } from './world/events.ts';
import { createClients, openRaw } from './world/socket.ts';
import { ask, startWorld, type World } from './world/world.ts';

let world: World;
const clients = createClients();
/** Whether accounting hangs up on whoever asks it. */
let isDown = false;
beforeAll(async () => {
  const first = await startWorld();
  const accounting = first.transports['accounting'];
  await first.close();
  if (!accounting) throw new Error('the small world has accounting');
  const execute: typeof accounting.execute = (request) =>
    isDown ? Promise.reject(new SubgraphUnavailable('gone')) : accounting.execute(request);
  // As one of another process: with retries and a circuit.
  const { isInProcess: _no, ...away } = accounting;
  world = await startWorld({ replaced: { accounting: { ...away, execute } } });
});
afterAll(async () => {
  await clients.dispose();
  await world.close();
});

/** What an operator would scrape, by name and labels. */
async function scraped(): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${world.origin}/metrics`)).text();
  return new Map(
    [...text.matchAll(/^(finflow_\S+) (\S+)$/gm)].map(([, name = '', value]) => [
      name,
      Number(value),
    ]),
  );
}

/** By how much figures grew through what was done. */
async function grown(names: readonly string[], act: () => Promise<unknown>) {
  const before = await scraped();
  await act();
  const after = await scraped();
  return names.map((name) => (after.get(name) ?? 0) - (before.get(name) ?? 0));
}

const query = '{ payments { id journalEntries { kind } } }';

it('counts and times each call to a subgraph, by how it went', async () => {
  const authorization = await world.bearer();
  const names = [
    'finflow_gateway_subgraph_calls_total{subgraph="accounting",outcome="ok"}',
    'finflow_gateway_subgraph_seconds_count{subgraph="accounting"}',
    'finflow_gateway_subgraph_calls_total{subgraph="accounting",outcome="unavailable"}',
    'finflow_gateway_subgraph_retries_total{subgraph="accounting"}',
  ];
  expect(await grown(names, () => ask(world, query, { authorization }))).toEqual([1, 1, 0, 0]);
  isDown = true;
  expect(await grown(names, () => ask(world, query, { authorization }))).toEqual([0, 1, 1, 2]);
  isDown = false;
});

it('counts and times what feeds tell', async () => {
  const client = clients.connect(world, await world.bearer());
  const feed = await client.listen('subscription { paymentChanged { status } }');
  const names = [
    'finflow_gateway_feed_answers_total{field="paymentChanged",outcome="sent"}',
    'finflow_gateway_feed_seconds_count{field="paymentChanged"}',
  ];
  const told = async () => {
    await world.bus.publish([paymentUpdated(world.books)]);
    await feed.next();
  };
  expect(await grown(names, told)).toEqual([1, 1]);
});

it('counts open sockets, and those that it closed, by the reason', async () => {
  const sockets = 'finflow_gateway_sockets';
  const closed = 'finflow_gateway_sockets_closed_total{reason="rightsChanged"}';
  const raw = await openRaw(world);
  const session = { userId: newId(), sessionId: newId() };
  const authorization = await world.bearer(session);
  const opened = await grown([sockets], async () => {
    raw.send({ type: 'connection_init', payload: { authorization } });
    await until(() => raw.messages.length > 0);
  });
  expect(opened).toEqual([1]);
  const ended = await grown([sockets, closed], async () => {
    await world.bus.publish([sessionRevoked(session.userId, session.sessionId)]);
    await raw.closed;
    await until(async () => ((await scraped()).get(sockets) ?? 0) <= 1);
  });
  expect(ended).toEqual([-1, 1]);
});
