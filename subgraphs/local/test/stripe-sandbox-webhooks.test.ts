import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Arranged, arrange, officialSdk, startReceiver } from './stripe-sandbox/arrange.ts';

let arranged: Arranged;

beforeEach(async () => {
  arranged = await arrange();
});
afterEach(() => arranged.close());

const payNow = () =>
  arranged.stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_visa',
  });

const IN_ORDER = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded'];

describe('webhooks', () => {
  it('tell each change, signed so that the official SDK accepts them', async () => {
    const intent = await payNow();
    expect([...(await arranged.eventTypes())].toSorted()).toEqual(IN_ORDER.toSorted());
    const [event] = arranged.receiver.events;
    expect(event).toMatchObject({
      object: 'event',
      api_version: '2026-10-28.endive',
      livemode: false,
      data: { object: { id: intent.id } },
    });
    expect(Number.isInteger(event?.created)).toBe(true);
  });

  it('show the object as it was at that moment', async () => {
    await payNow();
    await arranged.sandbox.delivered();
    const created = arranged.receiver.events.find(
      (event) => event.type === 'payment_intent.created',
    );
    expect(created?.data.object).toMatchObject({ amount_received: 0, latest_charge: null });
  });

  it('name the request that caused them', async () => {
    await arranged.stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'make-ada' });
    await arranged.sandbox.delivered();
    expect(arranged.receiver.events[0]?.request).toMatchObject({
      id: expect.stringMatching(/^req_/),
      idempotency_key: 'make-ada',
    });
  });

  it('are repeated until they are taken', async () => {
    arranged.receiver.refuse(5);
    await payNow();
    expect([...(await arranged.eventTypes())].toSorted()).toEqual(IN_ORDER.toSorted());
    const { data } = await arranged.stripe.events.list();
    expect(data.map((event) => event.pending_webhooks)).toEqual([0, 0, 0]);
  });

  it('are counted as pending until then', async () => {
    arranged.sandbox.knobs.set({ webhookRetryMs: 60_000 });
    arranged.receiver.refuse(1000);
    await payNow();
    const { data } = await arranged.stripe.events.list();
    expect(data.map((event) => event.pending_webhooks)).toEqual([1, 1, 1]);
  });

  it('are given up after the last attempt', async () => {
    arranged.sandbox.knobs.set({ webhookMaxAttempts: 2, webhookRetryMs: 1 });
    arranged.receiver.refuse(6);
    await payNow();
    await arranged.sandbox.delivered();
    await arranged.stripe.customers.create({ name: 'Ada' });
    expect(await arranged.eventTypes()).toEqual(['customer.created']);
  });

  it('go to the new address after setWebhook, signed with its secret', async () => {
    const other = await startReceiver('whsec_another');
    arranged.sandbox.setWebhook(other.url, other.secret);
    await payNow();
    await arranged.sandbox.delivered();
    expect(other.events).toHaveLength(3);
    expect(arranged.receiver.events).toEqual([]);
    await other.close();
  });

  it('go to endpoints made through the API too, if they listen', async () => {
    const secrets = await arranged.stripe.webhookEndpoints.create({
      url: arranged.receiver.url,
      enabled_events: ['charge.refunded'],
    });
    expect(secrets.secret).toMatch(/^whsec_/);
    const listed = await arranged.stripe.webhookEndpoints.list();
    expect(listed.data).toHaveLength(2);
    expect(JSON.stringify(listed.data)).not.toContain('whsec_');
    await arranged.stripe.webhookEndpoints.del(secrets.id);
    expect((await arranged.stripe.webhookEndpoints.list()).data).toHaveLength(1);
  });
});

describe('the knobs', () => {
  it('duplicate each delivery', async () => {
    arranged.sandbox.knobs.set({ duplicate: 2 });
    await payNow();
    await arranged.sandbox.delivered();
    const ids = arranged.receiver.events.map((event) => event.id);
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(3);
  });

  it('drop deliveries, which listing events and redelivering make good', async () => {
    arranged.sandbox.knobs.set({ drop: 2 });
    await payNow();
    await arranged.sandbox.delivered();
    const arrived = arranged.receiver.events.map((event) => event.id);
    expect(arrived).toHaveLength(1);
    const { data } = await arranged.stripe.events.list({ types: IN_ORDER.slice(0, 2) });
    for (const event of data) arranged.sandbox.control.redeliver(event.id);
    expect([...(await arranged.eventTypes())].toSorted()).toEqual(IN_ORDER.toSorted());
  });

  it('reorder deliveries on the wire', async () => {
    await arranged.close();
    const falling = Array.from({ length: 1000 }, (_, index) => 1 - index / 1000);
    arranged = await arrange({ random: () => falling.shift() ?? 0, knobs: { reorder: 3 } });
    await payNow();
    expect(await arranged.eventTypes()).toEqual(IN_ORDER.toReversed());
  });

  it('delay deliveries', async () => {
    arranged.sandbox.knobs.set({ delayMs: 700 });
    await payNow();
    expect(arranged.receiver.events).toEqual([]);
    expect(await arranged.eventTypes()).toHaveLength(3);
  });

  it('decline the next charge, whatever the card, and only that', async () => {
    arranged.sandbox.knobs.set({ declineNext: 'insufficient_funds' });
    await expect(payNow()).rejects.toMatchObject({ decline_code: 'insufficient_funds' });
    await expect(payNow()).resolves.toMatchObject({ status: 'succeeded' });
  });

  it('refuse names and values that do not exist, and then change nothing', () => {
    const before = arranged.sandbox.knobs.current();
    expect(() => arranged.sandbox.knobs.set({ duplicate: -1 })).toThrow(RangeError);
    expect(() => arranged.sandbox.knobs.set(JSON.parse('{"drop":1,"chaos":1}'))).toThrow(/chaos/);
    expect(arranged.sandbox.knobs.current()).toEqual(before);
  });

  it('and the control are turned from outside with the secret key only', async () => {
    const { origin, secretKey, publishableKey } = arranged.sandbox;
    const turn = (key: string, body: string) =>
      fetch(`${origin}/_sandbox/knobs`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body,
      });
    expect((await turn(publishableKey, '{"drop":1}')).status).toBe(403);
    expect((await turn('sk_test_wrong', '{"drop":1}')).status).toBe(401);
    expect((await turn(secretKey, '{"drop":"x"}')).status).toBe(400);
    expect((await turn(secretKey, '{"drop":1}')).status).toBe(200);
    expect(arranged.sandbox.knobs.current().drop).toBe(1);

    const debit = await arranged.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_usBankAccount_success',
    });
    const settled = await fetch(`${origin}/_sandbox/control/succeed_processing`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}` },
      body: new URLSearchParams({ payment_intent: debit.id }),
    });
    expect(await settled.json()).toMatchObject({ status: 'succeeded' });
  });
});

describe('an answer lost after the change', () => {
  it("makes one object: the SDK's retry carries the same key and gets the stored answer", async () => {
    const stripe = officialSdk(arranged.sandbox, { maxNetworkRetries: 2 });
    arranged.sandbox.knobs.set({ failAfterCommit: 1 });
    const intent = await stripe.paymentIntents.create(
      { amount: 2000, currency: 'usd', confirm: true, payment_method: 'pm_card_visa' },
      { idempotencyKey: 'payment-attempt-1' },
    );
    expect(intent.status).toBe('succeeded');
    expect((await stripe.paymentIntents.list()).data.map(({ id }) => id)).toEqual([intent.id]);
    expect((await stripe.charges.list()).data).toHaveLength(1);
    expect(await arranged.eventTypes()).toHaveLength(3);
  });
});
