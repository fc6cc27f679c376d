import { newId } from '@finflow/shared/ids';
import { anonymous } from '@finflow/shared/viewer';
import { afterEach, describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { createAdmission } from '../src/admission/admission.ts';
import { defaultLimits } from '../src/limits/limits.ts';
import { defaultRatePolicies, type RatePolicies } from '../src/rates/rate-policies.ts';
import { createMemoryStore, type RateStore } from '../src/rates/rate-store.ts';
import { createRates } from '../src/rates/rates.ts';
import { connect } from './world/socket.ts';
import { ask, codesOf, startWorld, type Asked, type World } from './world/world.ts';

const worlds: World[] = [];
const start = async (...options: Parameters<typeof startWorld>): Promise<World> => {
  const world = await startWorld(...options);
  worlds.push(world);
  return world;
};
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

/** Ten payments of which each costs one, by the length that a list without @listSize is taken to have. Two are there. */
const payments = '{ payments { id } }';
const policy = (points: number) => ({ points, windowSeconds: 60 });
const costOf = ({ body }: Asked) => (body as { extensions?: { cost?: unknown } }).extensions?.cost;

describe('an operation that is too dear', () => {
  it('is refused with both figures, before any subgraph hears of it', async () => {
    const world = await start({ admission: { maxCost: 9 } });
    const authorization = await world.bearer();
    const answer = await ask(world, payments, { authorization });
    expect([answer.status, answer.body.errors?.[0]?.extensions]).toEqual([
      400,
      { code: 'COST_TOO_HIGH', estimated: 10, maximum: 9 },
    ]);
    expect(world.books.headers).toEqual([]);
  });

  it('passes where costs are only measured', async () => {
    const world = await start({ admission: { maxCost: 9, costMode: 'measure' } });
    const answer = await ask(world, payments, { authorization: await world.bearer() });
    expect(answer.body.data).toHaveProperty('payments');
  });

  it('counts no more points than a store can keep where costs are only measured', async () => {
    const added: number[] = [];
    const policies = defaultRatePolicies;
    const memory = createMemoryStore(policies);
    const store: RateStore = {
      ...memory,
      add: (subject, points) => {
        added.push(points);
        return memory.add(subject, points);
      },
    };
    const admission = createAdmission({
      model: { estimate: () => ({ estimated: 1e12, actual: () => 1 }) },
      mode: 'measure',
      maxCost: 9,
      limits: defaultLimits,
      rates: createRates({ store, policies, nowMs: Date.now }),
      nowMs: Date.now,
    });
    const document = parse(payments);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('it is one operation');
    const asker = { viewer: anonymous, address: '192.0.2.1' };
    const { problem } = await admission.admit({ document, operation, variables: {} }, asker);
    expect(problem?.extensions['code']).toBe('RATE_LIMITED');
    expect(Math.max(...added.map(Math.abs))).toBeLessThan(2 ** 31 / 100);
  });

  it('is refused for variables without end', async () => {
    const world = await start({ limits: { maxVariableValues: 50 } });
    const variables = { list: Array.from({ length: 60 }, () => ({})) };
    const answer = await ask(world, '{ hello }', { variables });
    expect([answer.status, ...codesOf(answer)]).toEqual([400, 'TOO_MANY_VARIABLES']);
  });
});

describe('the cost of an answer', () => {
  it('is told to whoever asks for it, estimated and actual, and to nobody else', async () => {
    const world = await start();
    const authorization = await world.bearer();
    const headers = { 'x-finflow-cost': '1' };
    const told = await ask(world, payments, { authorization, headers });
    expect(costOf(told)).toEqual({ estimated: 10, actual: 2, max: 5_000 });
    expect(costOf(await ask(world, payments, { authorization }))).toBeUndefined();
  });

  it('is not known when a part of the answer is missing', async () => {
    const world = await start();
    const told = await ask(world, '{ boom hello }', { headers: { 'x-finflow-cost': '1' } });
    expect(costOf(told)).toEqual({ estimated: 0, actual: null, max: 5_000 });
  });
});

describe('a subscription', () => {
  const entries = 'subscription { paymentChanged { journalEntries { kind } } }';

  it('that is too dear is refused over the socket and as a stream', async () => {
    const world = await start({ admission: { maxCost: 10 } });
    const authorization = await world.bearer();
    const client = connect(world, authorization);
    const feed = await client.listen(entries);
    const extensions = { code: 'COST_TOO_HIGH', estimated: 11, maximum: 10 };
    await expect(feed.next()).rejects.toEqual([{ message: expect.any(String), extensions }]);
    await client.dispose();
    const streamed = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: { authorization, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query: entries }),
    });
    expect(await streamed.text()).toContain('"code":"COST_TOO_HIGH"');
  });

  it('counts for its caller, who is refused when nothing is left of his limit', async () => {
    const world = await start({ admission: { ratePolicies: { user: policy(2) } } });
    const client = connect(world, await world.bearer());
    const status = 'subscription { paymentChanged { status } }';
    for (let count = 0; count < 3; count += 1) await client.listen(status);
    const refused = await client.listen(status);
    await expect(refused.next()).rejects.toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } },
    ]);
    await client.dispose();
  });
});

describe('a caller', () => {
  const limited = (ratePolicies: Partial<RatePolicies>, trustProxy = false) =>
    start({ admission: { ratePolicies }, trustProxy });

  it('is told his limit, what is left of it and when to come again', async () => {
    const world = await limited({ user: policy(25) });
    const authorization = await world.bearer();
    const first = await ask(world, payments, { authorization });
    expect(first.headers.get('ratelimit-policy')).toBe('"user";q=25;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"user";r=15;t=(?:60|5\d)$/);
    expect(first.headers.get('retry-after')).toBeNull();
    // Each settles at two; eight take sixteen, and ten more would be too many.
    for (let count = 2; count <= 8; count += 1) {
      expect((await ask(world, payments, { authorization })).status).toBe(200);
    }
    const refused = await ask(world, payments, { authorization });
    expect([refused.status, ...codesOf(refused)]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.body.errors?.[0]?.extensions).toHaveProperty('retryAfterSeconds');
    // Something smaller still fits, and nobody else is harmed.
    expect((await ask(world, '{ hello }', { authorization })).status).toBe(200);
    const other = await world.bearer();
    expect((await ask(world, payments, { authorization: other })).status).toBe(200);
  });

  it('is limited by user whatever token of his he shows, and by payment link', async () => {
    const world = await limited({ user: policy(11), link: policy(1) });
    const userId = newId();
    const asked = { authorization: await world.bearer({ userId }) };
    await ask(world, '{ payments { id } }', asked);
    const again = { authorization: await world.bearer({ userId }) };
    expect((await ask(world, payments, again)).status).toBe(429);
    const link = { authorization: world.payLink() };
    expect((await ask(world, '{ hello }', link)).status).toBe(200);
    expect((await ask(world, '{ hello }', link)).status).toBe(429);
    const otherLink = { authorization: world.payLink(world.books.otherInvoiceId) };
    expect((await ask(world, '{ hello }', otherLink)).status).toBe(200);
  });

  it('is limited by his API key, and told what each operation cost', async () => {
    const world = await limited({ partner: policy(10) });
    const [one, other] = [{ authorization: world.apiKey() }, { authorization: world.apiKey() }];
    const answer = await ask(world, payments, one);
    expect(costOf(answer)).toEqual({ estimated: 10, actual: 2, max: 5_000 });
    expect(answer.headers.get('ratelimit-policy')).toBe('"partner";q=10;w=60');
    expect((await ask(world, payments, one)).status).toBe(429);
    expect((await ask(world, payments, other)).status).toBe(200);
  });

  it('can’t pretend to have another address where no proxy of ours says what it saw', async () => {
    const world = await limited({ address: policy(1) });
    const from = (address: string) =>
      ask(world, '{ hello }', { headers: { 'x-forwarded-for': address } });
    expect((await from('192.0.2.1')).status).toBe(200);
    expect((await from('192.0.2.2')).status).toBe(429);
  });

  it('without a credential is limited by the address that a proxy of ours saw, in IPv6 by its network', async () => {
    const world = await limited({ address: policy(1) }, true);
    const from = (address: string) => ({ headers: { 'x-forwarded-for': `9.9.9.9, ${address}` } });
    const statusFrom = async (address: string) =>
      (await ask(world, '{ hello }', from(address))).status;
    expect(await statusFrom('192.0.2.1')).toBe(200);
    expect(await statusFrom('192.0.2.1')).toBe(429);
    expect(await statusFrom('192.0.2.2')).toBe(200);
    expect(await statusFrom('2001:db8::1')).toBe(200);
    expect(await statusFrom('2001:db8:0:0:ffff::2')).toBe(429);
    expect(await statusFrom('2001:db8:0:1::1')).toBe(200);
  });

  it('who sends what can’t be read is no longer listened to', async () => {
    const world = await limited({ address: policy(2) });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await ask(world, '{')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await ask(world, '{ hello }')).headers.get('retry-after')).not.toBeNull();
  });

  it('who guesses credentials is stopped before they are verified; who has a good one is not counted', async () => {
    const world = await limited({ credentials: policy(2) });
    const good = { authorization: await world.bearer() };
    for (let count = 0; count < 3; count += 1) await ask(world, '{ hello }', good);
    const statuses = [];
    for (let count = 0; count < 5; count += 1) {
      statuses.push((await ask(world, '{ hello }', { authorization: 'Bearer guess' })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await ask(world, '{ hello }')).status).toBe(200);
  });

  it('is not counted where counting is off', async () => {
    const world = await start({
      admission: { countsCalls: false, ratePolicies: { address: policy(1) } },
    });
    for (let count = 0; count < 3; count += 1) {
      const answer = await ask(world, '{ hello }');
      expect([answer.status, answer.headers.get('ratelimit')]).toEqual([200, null]);
    }
  });
});
