import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { until } from '@finflow/shared/testing/until';
import {
  anomalyFound,
  anomalyReviewed,
  forecastMade,
  ledgerEntryPosted,
  paymentUpdated,
  transactionCategorized,
} from './world/events.ts';
import { createClients, runningSubscriptions } from './world/socket.ts';
import { startWorld, type World } from './world/world.ts';

/** Long enough for an answer that should not come to come all the same. */
const silenceMs = 60;
const silence = () => new Promise((resolve) => setTimeout(resolve, silenceMs));

describe('subscriptions', () => {
  let world: World;
  const clients = createClients();
  beforeAll(async () => {
    world = await startWorld();
  });
  afterEach(async () => {
    await clients.dispose();
    world.books.fault = null;
  });
  afterAll(() => world.close());

  const listen = (authorization: string, query: string, variables = {}) =>
    clients.connect(world, authorization).listen(query, variables);

  it('starts in payments and brings what accounting knows, with aliases and variables', async () => {
    const { books, bus } = world;
    const feed = await listen(
      await world.bearer(),
      `subscription Watch($p: ID, $deep: Boolean = true) { moved: paymentChanged(paymentId: $p) {
         key: id status bill: invoice { who: customerName @include(if: $deep) total } journalEntries { kind } } }`,
      { p: books.paymentId },
    );
    books.payments.set(books.paymentId, {
      id: books.paymentId,
      status: 'COMPLETED',
      note: '',
      invoiceId: books.invoiceId,
    });
    await bus.publish([paymentUpdated(books, books.otherPaymentId), paymentUpdated(books)]);
    expect(await feed.next()).toEqual({
      data: {
        moved: {
          key: books.paymentId,
          status: 'COMPLETED',
          bill: { who: 'Ada', total: '10.00' },
          journalEntries: [],
        },
      },
    });
    await bus.publish([ledgerEntryPosted(books)]);
    expect(await feed.next()).toMatchObject({
      data: { moved: { journalEntries: [{ kind: 'RECEIVE_PAYMENT' }] } },
    });
    expect(feed.waiting).toEqual([]);
  });

  it('tells two sockets the same, each in its own shape', async () => {
    const { books, bus } = world;
    const first = await listen(await world.bearer(), 'subscription { paymentChanged { id } }');
    const second = await listen(
      await world.bearer(),
      'subscription { ...F } fragment F on Subscription { paymentChanged { status } }',
    );
    await bus.publish([paymentUpdated(books)]);
    expect(await first.next()).toEqual({ data: { paymentChanged: { id: books.paymentId } } });
    expect(await second.next()).toEqual({
      data: { paymentChanged: { status: expect.any(String) } },
    });
  });

  it('feeds invoices, ledger entries, forecasts, anomalies and decided categories', async () => {
    const { books, bus } = world;
    const authorization = await world.bearer();
    const invoices = await listen(
      authorization,
      'subscription ($i: ID) { invoiceChanged(invoiceId: $i) { id total } }',
      { i: books.invoiceId },
    );
    const entries = await listen(authorization, 'subscription { ledgerEntryPosted { kind } }');
    const forecasts = await listen(authorization, 'subscription { forecastUpdated { method } }');
    const anomalies = await listen(authorization, 'subscription { anomalyDetected { reason } }');
    const reviewed = await listen(authorization, 'subscription { anomalyReviewed { reason } }');
    const decided = await listen(authorization, 'subscription { transactionCategorized { text } }');
    const happened = [forecastMade, anomalyFound, transactionCategorized].map((it) => it(books));
    await bus.publish([ledgerEntryPosted(books, 'FEE'), ...happened]);
    expect(await invoices.next()).toEqual({
      data: { invoiceChanged: { id: books.invoiceId, total: '10.00' } },
    });
    expect(await entries.next()).toEqual({ data: { ledgerEntryPosted: { kind: 'FEE' } } });
    expect(await forecasts.next()).toEqual({ data: { forecastUpdated: { method: 'baseline' } } });
    expect(await anomalies.next()).toEqual({
      data: { anomalyDetected: { reason: 'Twice the usual.' } },
    });
    expect(anomalies.waiting).toEqual([]);
    await bus.publish([anomalyReviewed(books)]);
    expect(await reviewed.next()).toEqual({
      data: { anomalyReviewed: { reason: 'Twice the usual.' } },
    });
    expect(anomalies.waiting).toEqual([]);
    expect(await decided.next()).toEqual({ data: { transactionCategorized: { text: 'Rent' } } });
  });

  it('tells nobody of another organization’s events', async () => {
    const { books, bus } = world;
    const stranger = await listen(
      await world.bearer({ organizationId: newId() }),
      'subscription { paymentChanged { id } }',
    );
    const nobody = await listen(
      await world.bearer({ organizationId: null }),
      'subscription { paymentChanged { id } }',
    );
    await bus.publish([paymentUpdated(books)]);
    await silence();
    expect([...stranger.waiting, ...nobody.waiting]).toEqual([]);
  });

  it('tells the holder of a payment link of that invoice only, and refuses the ledger', async () => {
    const { books, bus } = world;
    const payer = await listen(world.payLink(), 'subscription { paymentChanged { id } }');
    await bus.publish([paymentUpdated(books, books.otherPaymentId), paymentUpdated(books)]);
    expect(await payer.next()).toMatchObject({ data: { paymentChanged: { id: books.paymentId } } });
    expect(payer.waiting).toEqual([]);
    const ledger = await listen(world.payLink(), 'subscription { ledgerEntryPosted { kind } }');
    await expect(ledger.next()).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('keeps the stream when a subgraph fails for one event, and masks the fault', async () => {
    const { books, bus } = world;
    const feed = await listen(
      await world.bearer(),
      'subscription { paymentChanged { status invoice { total } } }',
    );
    books.fault = new Error('select secret from vault');
    await bus.publish([paymentUpdated(books)]);
    const failed = await feed.next();
    expect(failed).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'INTERNAL_ERROR' } }],
    });
    expect(JSON.stringify(failed)).not.toMatch(/vault|accounting/);
    books.fault = null;
    await bus.publish([paymentUpdated(books)]);
    expect(await feed.next()).toMatchObject({
      data: { paymentChanged: { invoice: { total: '10.00' } } },
    });
  });

  it('skips an event of an entity that is not there for the caller', async () => {
    const { books, bus } = world;
    const feed = await listen(await world.bearer(), 'subscription { paymentChanged { status } }');
    await bus.publish([paymentUpdated(books, newId()), paymentUpdated(books)]);
    expect(await feed.next()).toMatchObject({
      data: { paymentChanged: { status: expect.any(String) } },
    });
    expect(feed.waiting).toEqual([]);
  });

  it('tells an event once that the bus brings twice', async () => {
    const { books, bus } = world;
    const feed = await listen(await world.bearer(), 'subscription { ledgerEntryPosted { kind } }');
    const event = ledgerEntryPosted(books);
    await bus.publish([event, event]);
    await feed.next();
    await silence();
    expect(feed.waiting).toEqual([]);
  });

  it.each([
    ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { paymentChanged { id }', 'GRAPHQL_PARSE_FAILED'],
    [
      'subscription { a: paymentChanged { id } b: invoiceChanged { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['query { hello }', 'BAD_REQUEST'],
    [
      'subscription ($p: ID!) { paymentChanged(paymentId: $p) { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('refuses %s by %s', async (query, code) => {
    const feed = await listen(await world.bearer(), query);
    await expect(feed.next()).rejects.toMatchObject([{ extensions: { code } }]);
  });

  it('stops listening when the client stops', async () => {
    const { books, bus } = world;
    const feed = await listen(await world.bearer(), 'subscription { paymentChanged { status } }');
    const running = await runningSubscriptions();
    feed.stop();
    await until(async () => (await runningSubscriptions()) < running);
    const calls = books.headers.length;
    await bus.publish([paymentUpdated(books)]);
    await silence();
    expect(books.headers.length).toBe(calls);
    expect(feed.waiting).toEqual([]);
  });
});
