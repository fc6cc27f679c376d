import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import { deferredMediaType } from '../src/streams/deferred-answers.ts';
import { paymentUpdated } from './world/events.ts';
import { readStream } from './world/read-stream.ts';
import { startSilentPayments, type SilentPayments } from './world/silent-payments.ts';
import { createClients, runningSubscriptions } from './world/socket.ts';

const watchStatus = 'subscription { paymentChanged { status } }';

let silent: SilentPayments;
let payments: SilentPayments['payments'];
let world: SilentPayments['world'];
const clients = createClients();
beforeEach(async () => {
  silent = await startSilentPayments();
  ({ payments, world } = silent);
});
afterEach(async () => {
  await clients.dispose();
  await silent.close();
});

/** Lets something happen that all who subscribed want to be told of, for which payments is asked. */
async function happen(): Promise<void> {
  await world.bus.publish([paymentUpdated(world.books)]);
  await until(() => payments.asked.length > 0);
}

async function stream(accept: string, query: string) {
  return readStream(`${world.origin}/graphql`, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json', authorization: await world.bearer() },
    body: JSON.stringify({ query }),
  });
}

it('a subscriber that completes takes back what was asked for its event', async () => {
  const feed = await clients.connect(world, await world.bearer()).listen(watchStatus);
  await happen();
  feed.stop();
  await until(() => payments.abandoned.length === 1);
  expect(payments.asked).toHaveLength(1);
});

it('a subscriber whose socket closes takes it back as well', async () => {
  const client = clients.connect(world, await world.bearer());
  await client.listen(watchStatus);
  await happen();
  client.terminate();
  await until(() => payments.abandoned.length === 1);
  expect(payments.asked).toHaveLength(1);
});

it.each([
  ['server-sent events', 'text/event-stream'],
  ['multipart', 'multipart/mixed;subscriptionSpec=1.0'],
])('a subscriber that leaves its %s takes it back as well', async (_name, accept) => {
  const feed = await stream(accept, watchStatus);
  await happen();
  feed.leave();
  await until(() => payments.abandoned.length === 1);
  expect(payments.asked).toHaveLength(1);
});

it('what another subscriber of the same feed waits for goes on', async () => {
  const leaving = await clients.connect(world, await world.bearer()).listen(watchStatus);
  const staying = await clients.connect(world, await world.bearer()).listen(watchStatus);
  await happen();
  leaving.stop();
  await until(async () => (await runningSubscriptions()) === 1);
  const other = await clients.connect(world, world.payLink()).listen(watchStatus);
  await world.bus.publish([paymentUpdated(world.books)]);
  await until(() => payments.asked.length === 2);
  other.stop();
  await until(() => payments.abandoned.length > 0);
  expect(payments.abandoned).toHaveLength(1); // Of the other one.
  staying.stop();
  await until(() => payments.abandoned.length === 2);
});

it('a client that leaves before the deferred part takes back what was asked for that', async () => {
  const { invoiceId } = world.books;
  const query = `{ invoice(id: "${invoiceId}") { total } ... @defer { hello } }`;
  const answer = await stream(deferredMediaType, query);
  expect(await answer.next()).toContain('"hasNext":true');
  await until(() => payments.asked.length === 1);
  answer.leave();
  await until(() => payments.abandoned.length === 1);
});
