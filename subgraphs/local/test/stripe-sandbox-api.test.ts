import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { type Arranged, arrange, refusalOf } from './stripe-sandbox/arrange.ts';

let arranged: Arranged;
let stripe: Stripe;

beforeAll(async () => {
  arranged = await arrange();
  stripe = arranged.stripe;
});
afterAll(() => arranged.close());

/** A raw call, for what the SDK would not send. */
const call = (path: string, init: RequestInit & { key?: string } = {}) =>
  fetch(`${arranged.sandbox.origin}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${init.key ?? arranged.sandbox.secretKey}` },
  });

describe('idempotency keys', () => {
  const params = { amount: 4200, currency: 'usd' };

  it('replay the stored answer for the same request', async () => {
    const options = { idempotencyKey: 'same-request' };
    const first = await stripe.paymentIntents.create(params, options);
    const second = await stripe.paymentIntents.create(params, options);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
  });

  it('replay a decline too', async () => {
    const declined = { ...params, confirm: true, payment_method: 'pm_card_chargeDeclined' };
    const options = { idempotencyKey: 'same-decline' };
    const first = await refusalOf(stripe.paymentIntents.create(declined, options));
    const second = await refusalOf(stripe.paymentIntents.create(declined, options));
    expect(second).toMatchObject({ statusCode: 402, charge: first.charge });
  });

  it('are refused for other parameters or another endpoint', async () => {
    const options = { idempotencyKey: 'other-request' };
    await stripe.paymentIntents.create(params, options);
    const otherParams = stripe.paymentIntents.create({ ...params, amount: 4201 }, options);
    expect(await refusalOf(otherParams)).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    const otherEndpoint = stripe.customers.create({ name: 'Ada' }, options);
    expect(await refusalOf(otherEndpoint)).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });

  it('answer 409 while the first request is in flight', async () => {
    arranged.sandbox.knobs.set({ latencyMs: 150 });
    const options = { idempotencyKey: 'two-at-once' };
    const outcomes = await Promise.allSettled([
      stripe.paymentIntents.create(params, options),
      stripe.paymentIntents.create(params, options),
    ]);
    arranged.sandbox.knobs.reset();
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  });

  it('are free again after a request that was refused before it began', async () => {
    const options = { idempotencyKey: 'typo-first' };
    await refusalOf(stripe.paymentIntents.create({ ...params, currency: 'zzz' }, options));
    expect(await stripe.paymentIntents.create(params, options)).toMatchObject({ amount: 4200 });
  });
});

describe('amounts', () => {
  const create = (amount: number, currency: string) =>
    stripe.paymentIntents.create({ amount, currency });

  it.each([
    [49, 'usd', 'amount_too_small', 'Amount must be at least $0.50 usd'],
    [0, 'eur', 'parameter_invalid_integer', 'This value must be greater than or equal to 1.'],
    [100_000_000, 'usd', 'amount_too_large', 'Amount must be no more than $999,999.99'],
    [10_005, 'kwd', 'parameter_invalid_integer', /divisible by 10/],
    [10_050, 'isk', 'parameter_invalid_integer', /divisible by 100/],
  ])('refuses %s %s', async (...[amount, currency, code, message]) => {
    const refusal = await refusalOf(create(amount, currency));
    expect(refusal).toMatchObject({ statusCode: 400, code, param: 'amount' });
    expect(refusal.message).toMatch(message);
  });

  it('in zero- and three-decimal currencies carry their own fee', async () => {
    const feeOf = async (amount: number, currency: string) => {
      const intent = await stripe.paymentIntents.create({
        amount,
        currency,
        confirm: true,
        payment_method: 'pm_card_visa',
        capture_method: 'automatic',
        expand: ['latest_charge.balance_transaction'],
      });
      const charge = intent.latest_charge;
      if (charge === null || typeof charge === 'string') throw new Error('not expanded');
      return charge.balance_transaction;
    };
    expect(await feeOf(5000, 'jpy')).toMatchObject({ fee: 175, net: 4825 });
    expect(await feeOf(12_340, 'kwd')).toMatchObject({ fee: 390, net: 11_950 });
  });

  it('in an unknown currency are refused by name', async () => {
    expect(await refusalOf(create(100, 'xyz'))).toMatchObject({ param: 'currency' });
  });
});

describe('lists', () => {
  it('page from the newest on, and the SDK walks through them', async () => {
    const made: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      made.push((await stripe.customers.create({ email: 'page@example.com' })).id);
    }
    const page = await stripe.customers.list({ email: 'page@example.com', limit: 3 });
    expect(page.has_more).toBe(true);
    const walked: string[] = [];
    const pages = stripe.customers.list({ email: 'page@example.com', limit: 3 });
    for await (const customer of pages) walked.push(customer.id);
    expect(walked).toEqual(made.toReversed());
    const earlier = await stripe.customers.list({
      email: 'page@example.com',
      ending_before: walked[5] ?? '',
      limit: 2,
    });
    expect(earlier.data.map(({ id }) => id)).toEqual(walked.slice(3, 5));
  });

  it('take 1 to 100 rows', async () => {
    expect(await refusalOf(stripe.charges.list({ limit: 101 }))).toMatchObject({ param: 'limit' });
  });
});

describe('objects', () => {
  it('keep, merge and clear metadata', async () => {
    const made = await stripe.customers.create({ metadata: { one: '1', two: '2' } });
    const changed = await stripe.customers.update(made.id, { metadata: { two: '', three: '3' } });
    expect(changed.metadata).toEqual({ one: '1', three: '3' });
    expect((await stripe.customers.update(made.id, { metadata: '' })).metadata).toEqual({});
  });

  it('a deleted customer is only a mark, and cannot pay', async () => {
    const { id } = await stripe.customers.create({ name: 'Gone' });
    await stripe.customers.del(id);
    expect(await stripe.customers.retrieve(id)).toEqual(
      expect.objectContaining({ id, deleted: true }),
    );
    const intent = { amount: 500, currency: 'usd', customer: id };
    expect(await refusalOf(stripe.paymentIntents.create(intent))).toMatchObject({
      code: 'resource_missing',
    });
  });

  it('a method is saved for a customer by attaching it', async () => {
    const customer = await stripe.customers.create({ name: 'Ada' });
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
    const listed = await stripe.customers.listPaymentMethods(customer.id);
    expect(listed.data.map(({ id }) => id)).toEqual([method.id]);
    await stripe.paymentMethods.detach(method.id);
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toEqual([]);
  });

  it('a setup intent saves a method, or tells why not', async () => {
    const setup = await stripe.setupIntents.create({
      confirm: true,
      payment_method: 'pm_card_visa',
    });
    expect(setup.status).toBe('succeeded');
    const declined = { confirm: true, payment_method: 'pm_card_chargeDeclined' };
    expect(await refusalOf(stripe.setupIntents.create(declined))).toMatchObject({
      code: 'card_declined',
    });
  });
});

describe('requests that make no sense', () => {
  it('are answered with the error class that Stripe uses', async () => {
    const missing = await refusalOf(stripe.paymentIntents.retrieve('pi_none'));
    expect(missing).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such payment_intent: 'pi_none'",
    });
    expect(missing.requestId).toMatch(/^req_/);
    const { hostname: host, port } = new URL(arranged.sandbox.origin);
    const stranger = new Stripe('sk_test_stranger', { host, port, protocol: 'http' });
    expect(await refusalOf(stranger.balance.retrieve())).toBeInstanceOf(
      Stripe.errors.StripeAuthenticationError,
    );
  });

  it('name the misspelt or missing parameter', async () => {
    const post = async (body: string) =>
      (await call('/v1/payment_intents', { method: 'POST', body })).json();
    expect(await post('amount=500&curency=usd')).toMatchObject({
      error: { code: 'parameter_unknown', param: 'curency' },
    });
    expect(await post('amount=500')).toMatchObject({
      error: { code: 'parameter_missing', param: 'currency' },
    });
    expect(await post('amount=5.5&currency=usd')).toMatchObject({
      error: { code: 'parameter_invalid_integer', param: 'amount' },
    });
  });

  it('leave nothing behind when they are refused half-way', async () => {
    const eventsBefore = (await stripe.events.list()).data[0]?.id;
    const intentsBefore = (await stripe.paymentIntents.list()).data[0]?.id;
    const debitInPounds = {
      amount: 500,
      currency: 'gbp',
      payment_method: 'pm_usBankAccount_success',
    };
    const refusal = await refusalOf(
      stripe.paymentIntents.create({ ...debitInPounds, confirm: true }),
    );
    expect(refusal.code).toBe('payment_intent_incompatible_payment_method');
    expect((await stripe.events.list()).data[0]?.id).toBe(eventsBefore);
    expect((await stripe.paymentIntents.list()).data[0]?.id).toBe(intentsBefore);
  });

  it('cannot reach into prototypes or nest without end', async () => {
    const body = 'amount=500&currency=usd&metadata[__proto__]=1&metadata[constructor]=2';
    const made = await (await call('/v1/payment_intents', { method: 'POST', body })).json();
    expect(made).toMatchObject({ object: 'payment_intent' });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    const deep = `a${'[b]'.repeat(50)}=1`;
    expect((await call('/v1/payment_intents', { method: 'POST', body: deep })).status).toBe(400);
    const huge = `description=${'x'.repeat(1_100_000)}`;
    expect((await call('/v1/payment_intents', { method: 'POST', body: huge })).status).toBe(413);
  });

  it('to expand what cannot be expanded are refused', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
    const wrong = stripe.paymentIntents.retrieve(id, { expand: ['amount'] });
    expect((await refusalOf(wrong)).message).toMatch(/cannot be expanded/);
  });
});

describe("the payer's key", () => {
  it('reads and confirms one intent with its client secret, and sees no metadata', async () => {
    const made = await stripe.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      metadata: { internal: 'note' },
    });
    const key = arranged.sandbox.publishableKey;
    const path = `/v1/payment_intents/${made.id}`;
    expect((await call(path, { key })).status).toBe(400);
    expect((await call(`${path}?client_secret=wrong`, { key })).status).toBe(404);
    const seen = await call(`${path}?client_secret=${made.client_secret}`, { key });
    const intent: unknown = await seen.json();
    expect(intent).toMatchObject({ id: made.id, amount: 500 });
    expect(intent).not.toHaveProperty('metadata');
    expect(intent).not.toHaveProperty('latest_charge');
  });

  it('can do nothing else', async () => {
    const key = arranged.sandbox.publishableKey;
    for (const path of ['/v1/charges', '/v1/balance', '/v1/events', '/v1/payment_intents']) {
      expect((await call(path, { key })).status).toBe(403);
    }
  });
});

it('answers in the API version that the caller names', async () => {
  const response = await stripe.balance.retrieve({}, { apiVersion: '2025-03-31.basil' });
  expect(response.lastResponse.apiVersion).toBe('2025-03-31.basil');
});
