import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { register } from 'prom-client';
import { createPostgresStore } from '../src/rates/postgres-rate-store.ts';
import { defaultRatePolicies } from '../src/rates/rate-policies.ts';
import { networkOf, type RateSubject } from '../src/rates/rate-subject.ts';
import { createMemoryStore, type RateStore } from '../src/rates/rate-store.ts';
import { createRates } from '../src/rates/rates.ts';

const policies = { ...defaultRatePolicies, user: { points: 10, windowSeconds: 60 } };
const ada: RateSubject = { class: 'user', key: 'ada' };
const bob: RateSubject = { class: 'user', key: 'bob' };

function ratesOver(store: RateStore) {
  let atMs = 1_000_000;
  const rates = createRates({ store, policies, nowMs: () => atMs });
  return { rates, pass: (ms: number) => void (atMs += ms) };
}

async function failures(): Promise<number> {
  const metric = await register.getSingleMetric('finflow_gateway_rate_store_failures_total')?.get();
  return metric?.values[0]?.value ?? 0;
}

describe('what a caller used', () => {
  it('is given back for what was refused, but for one point', async () => {
    const { rates } = ratesOver(createMemoryStore(policies));
    expect(await rates.take(ada, 8)).toMatchObject({ isExceeded: false, remaining: 2 });
    expect(await rates.take(ada, 8)).toMatchObject({ isExceeded: true, remaining: 0 });
    expect(await rates.take(ada, 1)).toMatchObject({ isExceeded: false, remaining: 0 });
    expect(rates.refusedBefore(ada)).toBeNull();
    expect(await rates.take(ada, 1)).toMatchObject({ isExceeded: true });
    expect(rates.refusedBefore(ada)).toMatchObject({ limit: 10 });
    expect(await rates.take(bob, 10)).toMatchObject({ isExceeded: false });
  });

  it('is forgotten as refused when its window is over, and not given back into the next', async () => {
    const store = createMemoryStore(policies);
    const added: number[] = [];
    const watched: RateStore = {
      ...store,
      add: (subject, points) => {
        added.push(points);
        return store.add(subject, points);
      },
    };
    const { rates, pass } = ratesOver(watched);
    const standing = await rates.take(ada, 10);
    await rates.take(ada, 1);
    rates.giveBack(ada, 4, standing);
    expect(added).toEqual([10, 1, -4]);
    pass(61_000);
    expect(rates.refusedBefore(ada)).toBeNull();
    rates.giveBack(ada, 4, standing);
    expect(added).toEqual([10, 1, -4]);
  });
});

describe('a store that can’t be reached', () => {
  it('lets all pass, is counted, and is left alone for some seconds', async () => {
    let asked = 0;
    const { rates, pass } = ratesOver({
      add: () => {
        asked += 1;
        return Promise.reject(new Error('no database'));
      },
      close: () => Promise.resolve(),
    });
    const before = await failures();
    for (let count = 0; count < 20; count += 1) {
      expect(await rates.take(ada, 9)).toMatchObject({ isExceeded: false, remaining: 10 });
    }
    expect([asked, (await failures()) - before]).toEqual([1, 1]);
    pass(5_001);
    await rates.take(ada, 9);
    expect(asked).toBe(2);
  });
});

describe('several gateways over one Postgres', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('gateway_rates');
  });
  afterAll(() => database.close());

  it('count together, in a table that they make themselves', async () => {
    const stores = [1, 2, 3].map(() => createPostgresStore(database.ownerUrl, policies));
    const gateways = stores.map((store) => ratesOver(store).rates);
    const standings = await Promise.all(gateways.map((rates) => rates.take(ada, 4)));
    expect(standings.filter(({ isExceeded }) => isExceeded)).toHaveLength(1);
    expect(await gateways[0]?.take(bob, 10)).toMatchObject({ isExceeded: false, remaining: 0 });
    expect(await gateways[1]?.take(bob, 1)).toMatchObject({ isExceeded: true });
    await Promise.all(gateways.map((rates) => rates.close()));
  });

  it('come back to it when it comes back', async () => {
    const nowhere = createPostgresStore('postgres://nobody@127.0.0.1:1/nothing', policies);
    await expect(nowhere.add(ada, 1)).rejects.toThrow('ECONNREFUSED');
    await nowhere.close();
  });
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('counts the address %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
