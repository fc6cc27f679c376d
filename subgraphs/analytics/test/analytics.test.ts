import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bus, Delivery } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import { newId } from '@finflow/shared/ids';
import { newViewerKeys, readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { newUser, payerOf } from '@finflow/shared/testing/viewers';
import { anonymous, type Viewer } from '@finflow/shared/viewer';
import { type AnalyticsApp, startAnalyticsApp } from '../src/app.ts';
import { clock, eventsOf } from './support/events.ts';
import { eventually } from '@finflow/shared/testing/eventually';

const keys = newViewerKeys();
const id = newId();
const write = eventsOf(id);
let databases: TestDatabase[];
let bus: Bus;
let app: AnalyticsApp;

beforeAll(async () => {
  databases = await Promise.all([
    createTestDatabase('analytics_app'),
    createTestDatabase('events'),
  ]);
  const [own, events] = databases;
  if (!own || !events) throw new Error('Two names give two databases');
  bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
  app = await startAnalyticsApp(
    {
      databaseUrl: own.appUrl,
      databaseOwnerUrl: own.ownerUrl,
      gatewayVerifyKeys: [readVerifyKey(keys.verifyKey)],
    },
    { bus, clock },
  );
});
afterAll(async () => {
  await app.close();
  await bus.close();
  await Promise.all(databases.map((database) => database.close()));
});

const owner = (organizationId: string | null) => newUser({ organizationId });

const ask = (viewer: Viewer, query: string, variables = {}) =>
  askingOf(app.subgraph, keys.signingKey)(viewer, query, variables);

const dashboard = `{ dashboard {
  asOf cash { minor currency decimal } openCount overdue { decimal } expectedIn30Days { decimal }
  months { month moneyIn { minor } moneyOut { minor } net { minor } closingCash { minor } }
  forecast { id method isBaseline intervalPercent currency points { month median { decimal } low { minor } high { minor } } }
} }`;
const questions = `{
  cash: forecast(input: { grain: DAY, horizon: 10 }) {
    target grain asOf current { start } points { median { minor } } history { value { minor } } }
  revenue: forecast(input: { target: REVENUE }) { id }
  expense: forecast(input: { target: EXPENSE, grain: WEEK }) {
    current { start end } points { intervals { percent low { minor } } flow { minor } }
    categories { code expected { currency } } }
}`;
const asked = '{ forecast(input: {}) { id } forecasts { totalCount } }';
const entity = `query ($id: ID!) {
  _entities(representations: [{ __typename: "Forecast", id: $id }]) { ... on Forecast { id madeAt points { month } } }
}`;

it('has nothing to show before the organization was heard of', async () => {
  const { data, errors } = await ask(owner(newId()), '{ dashboard { asOf } forecast { id } }');
  expect({ data, errors }).toEqual({ data: { dashboard: null, forecast: null }, errors: [] });
});

it('refuses a question about the books that can’t be answered, with a code', async () => {
  const question = `{ analytics(input: {
    measures: [SPENT], from: "2026-01-01", to: "2026-07-01", dimension: ACCOUNT }) { rows { key } } }`;
  const { errors } = await ask(owner(newId()), question);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const answer = await ask(owner(newId()), '{ kpis { topCustomers(first: 51) { count } } }');
  expect(answer.data).toEqual({ kpis: null });
});

describe('once the log tells of an organization', () => {
  const forecasts: string[] = [];

  beforeAll(async () => {
    await bus.follow({
      topics: ['cashflow_forecast'],
      handle: async (batch) => {
        forecasts.push(...batch.flatMap(forecastId));
      },
    });
    await bus.publish([
      write.created(),
      write.posted('2026-06-01', 'Dr 1000 2500000', 'Cr 3000 2500000'),
      write.invoiced(newId(), '121000', '2026-07-10'),
      write.posted('2026-07-03', 'Cr 1000 90050', 'Dr 6000 90050'),
    ]);
    await eventually(async () => {
      const { data } = await ask(owner(id), '{ forecast { id } }');
      if (!forecasts.includes(data.forecast?.id)) throw new Error('No forecast was told of yet');
    });
  });

  it('answers the dashboard, with a forecast', async () => {
    const { data, errors } = await ask(owner(id), dashboard);
    expect(errors).toEqual([]);
    expect(data.dashboard).toMatchObject({
      asOf: '2026-07-15',
      cash: { minor: '2409950', currency: 'EUR', decimal: '24099.50' },
      openCount: 1,
      overdue: { decimal: '1210.00' },
      expectedIn30Days: { decimal: '1210.00' },
      forecast: { method: 'KNOWN_AND_ENSEMBLE', isBaseline: false, intervalPercent: 80 },
    });
    expect(data.dashboard.months).toHaveLength(24);
    expect(data.dashboard.months[23]).toEqual({
      month: '2026-07-01',
      moneyIn: { minor: '0' },
      moneyOut: { minor: '90050' },
      net: { minor: '-90050' },
      closingCash: { minor: '2409950' },
    });
    expect(data.dashboard.forecast.points).toHaveLength(6);
  });

  it('publishes the forecast, and finds it by the id that it published', async () => {
    const newest = (await ask(owner(id), '{ forecast { id } }')).data.forecast.id;
    const { data } = await ask(owner(id), entity, { id: newest });
    expect(data._entities).toEqual([
      {
        id: newest,
        madeAt: '2026-07-15T10:00:00.000Z',
        points: expect.arrayContaining([{ month: '2026-08-01' }]),
      },
    ]);
  });

  it('answers a question about revenue, expense or cash, by day, week or month', async () => {
    const { data, errors } = await ask(owner(id), questions);
    expect(errors).toEqual([]);
    const { cash, revenue, expense } = data;
    expect(cash).toMatchObject({ target: 'CASH_FLOW', grain: 'DAY', asOf: '2026-07-15' });
    expect(cash.history.at(-1).value.minor).toBe('2409950');
    expect([cash.current, cash.points.length]).toEqual([null, 10]);
    expect(revenue).toBeNull(); // Nothing was booked on an income account.
    expect(expense.categories).toEqual([{ code: '6000', expected: { currency: 'EUR' } }]);
    expect(expense.current).toMatchObject({ start: '2026-07-16', end: '2026-07-19' });
    expect(
      expense.points[0].intervals.map((interval: { percent: number }) => interval.percent),
    ).toEqual([50, 80, 95]);
  });

  it('refuses a horizon that nobody can see to', async () => {
    for (const input of ['{ horizon: 13 }', '{ grain: DAY, horizon: 367 }', '{ horizon: 0 }']) {
      const { data, errors } = await ask(owner(id), `{ forecast(input: ${input}) { id } }`);
      expect([data.forecast, errors[0].extensions.code]).toEqual([null, 'BAD_USER_INPUT']);
    }
  });

  it('lists the forecasts that were made, newest first, page by page', async () => {
    await bus.publish([write.invoiced(newId(), '100', '2026-08-01')]);
    const list = `query ($after: String) { forecasts(first: 1, after: $after) {
      totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    const page = async (after: string | null) =>
      (await ask(owner(id), list, { after })).data.forecasts;
    await eventually(async () => expect((await page(null)).totalCount).toBeGreaterThan(1));
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect(first.edges[0].node.id > second.edges[0].node.id).toBe(true);
    const forged = Buffer.from(JSON.stringify(["' or 1=1", 'x'])).toString('base64url');
    const { errors } = await ask(owner(id), list, { after: forged });
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('makes one forecast of a burst of entries, and a new one when more come', async () => {
    const before = forecasts.length;
    const burst = Array.from({ length: 40 }, () =>
      write.posted('2026-07-04', 'Dr 1000 100', 'Cr 1100 100'),
    );
    await bus.publish(burst);
    await eventually(async () => {
      expect(
        (await ask(owner(id), '{ dashboard { cash { minor } } }')).data.dashboard.cash.minor,
      ).toBe('2413950');
      expect(forecasts.length).toBeGreaterThan(before);
    });
    expect(forecasts.length - before).toBeLessThanOrEqual(2);
  });

  it('counts an entry once, also when the log repeats it', async () => {
    const entry = write.posted('2026-07-05', 'Dr 1000 1', 'Cr 3000 1');
    const again = { ...entry, id: newId() };
    await bus.publish([entry, entry, again]);
    const last = write.posted('2026-07-05', 'Dr 1000 10', 'Cr 3000 10');
    await bus.publish([last]);
    await eventually(async () => {
      const { data } = await ask(owner(id), '{ dashboard { cash { minor } } }');
      expect(data.dashboard.cash.minor).toBe('2413961');
    });
  });

  it('hides everything from another organization, from a payer and from the anonymous', async () => {
    const newest = (await ask(owner(id), '{ forecast { id } }')).data.forecast.id;
    for (const stranger of [owner(newId()), owner(null)]) {
      const { data } = await ask(stranger, entity, { id: newest });
      expect(data._entities).toEqual([null]);
      expect((await ask(stranger, dashboard)).data.dashboard).toBeNull();
      const { data: answered } = await ask(stranger, asked);
      expect(answered).toEqual({ forecast: null, forecasts: { totalCount: 0 } });
    }
    for (const viewer of [payerOf(id), anonymous]) {
      for (const query of [dashboard, '{ forecast { id } }', '{ forecast(input: {}) { id } }']) {
        const { data, errors } = await ask(viewer, query);
        expect(errors[0].extensions.code).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
        expect(Object.values(data)).toEqual([null]);
      }
      const { data } = await ask(viewer, entity, { id: newest });
      expect(JSON.stringify(data)).not.toContain(newest);
    }
  });

  it('answers null for an id that is none', async () => {
    const { data, errors } = await ask(owner(id), entity, { id: "1'; drop table forecast" });
    expect({ data, errors }).toEqual({ data: { _entities: [null] }, errors: [] });
  });
});

const forecastId = (delivery: Delivery): string[] =>
  delivery.kind === 'event' && delivery.event.type === 'finflow.cashflow_forecast.v1'
    ? [delivery.event.data.forecastId]
    : [];
