import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBus } from '@finflow/shared/bus/open-bus';
import { newId } from '@finflow/shared/ids';
import { addDays } from '@finflow/shared/local-date';
import { newViewerKeys, readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { newUser } from '@finflow/shared/testing/viewers';
import { localDateIn } from '@finflow/shared/time-zone';
import type { Role, Viewer } from '@finflow/shared/viewer';
import { startAnalyticsApp } from '../../src/app.ts';
import { clock, eventsOf } from '../support/events.ts';
import { eventually } from '@finflow/shared/testing/eventually';

const keys = newViewerKeys();

async function open() {
  const [own, events] = await Promise.all([
    createTestDatabase('analytics_app'),
    createTestDatabase('events'),
  ]);
  const bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
  const config = {
    databaseUrl: own.appUrl,
    databaseOwnerUrl: own.ownerUrl,
    gatewayVerifyKeys: [readVerifyKey(keys.verifyKey)],
  };
  const app = await startAnalyticsApp(config, { bus, clock });
  return {
    bus,
    app,
    close: async () => {
      await app.close();
      await bus.close();
      await Promise.all([own.close(), events.close()]);
    },
  };
}

let room: Awaited<ReturnType<typeof open>>;
const id = newId();
const [expected, open1, open2] = [newId(), newId(), newId()];

beforeAll(async () => {
  room = await open();
  const write = eventsOf(id);
  await room.bus.publish([
    write.created(),
    write.odd(expected),
    write.odd(open1),
    write.odd(open2),
    write.reviewed(expected),
  ]);
  await eventually(async () => {
    const { data } = await ask(
      as('OWNER'),
      `{ all: ${count(null)} expected: ${count('EXPECTED')} }`,
    );
    if (data.all.totalCount !== 3 || data.expected.totalCount !== 1)
      throw new Error('Not all was heard');
  });
});
afterAll(() => room.close());

const as = (role: Role, organizationId = id) => newUser({ organizationId, role });

const ask = (viewer: Viewer, query: string, variables = {}) =>
  askingOf(room.app.subgraph, keys.signingKey)(viewer, query, variables);

const count = (status: string | null) => `anomalies(filter: { status: ${status} }) { totalCount }`;

describe('the list of anomalies', () => {
  it('tells what is odd, why, and where it stands', async () => {
    const { data, errors } = await ask(
      as('VIEWER'),
      `query ($id: ID!) { anomaly(id: $id) { id kind status reason rarity amount { decimal } date occurredAt
        evidence { label } entry { id } payment { id } customer { id } reviewedAt } }`,
      { id: open1 },
    );
    expect(errors).toEqual([]);
    expect(data.anomaly).toMatchObject({
      id: open1,
      kind: 'AMOUNT',
      status: 'OPEN',
      reason: 'Ten times the usual.',
      rarity: 0.001,
      amount: { decimal: '1280.00' },
      date: '2026-07-01',
      entry: { id: expect.any(String) },
      payment: null,
      reviewedAt: null,
    });
  });

  it('comes page by page, filtered by status and kind', async () => {
    const all = 'anomalies(first: 2) { edges { node { id } } pageInfo { endCursor hasNextPage } }';
    const first = (await ask(as('OWNER'), `{ ${all} }`)).data.anomalies;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await ask(
      as('OWNER'),
      'query ($after: String) { anomalies(after: $after) { edges { node { id } } } }',
      { after: first.pageInfo.endCursor },
    );
    const nodes = [...first.edges, ...rest.data.anomalies.edges];
    const ids = nodes.map(({ node }: { node: { id: string } }) => node.id);
    expect(new Set(ids)).toEqual(new Set([expected, open1, open2]));
    expect((await ask(as('OWNER'), `{ ${count('OPEN')} }`)).data.anomalies.totalCount).toBe(2);
    const none = '{ anomalies(filter: { kind: [DUPLICATE] }) { totalCount } }';
    expect((await ask(as('OWNER'), none)).data.anomalies.totalCount).toBe(0);
  });

  it('is empty for another organization', async () => {
    const stranger = as('OWNER', newId());
    const query = 'query ($id: ID!) { anomalies { totalCount } anomaly(id: $id) { id } }';
    const { data } = await ask(stranger, query, { id: open1 });
    expect(data).toEqual({ anomalies: { totalCount: 0 }, anomaly: null });
  });
});

/** Five past nine in the morning of 400 days by the clocks of a zone, of which the offsets are written out, and then other hours. */
const zones = [
  // The clocks went back from +13 to +12 on 5 April at three, and forward on 28 September.
  {
    timeZone: 'Pacific/Auckland',
    nineAt: (day: string) =>
      day >= '2025-09-28' && day < '2026-04-05'
        ? `${addDays(day, -1)}T20:05`
        : `${addDays(day, -1)}T21:05`,
    until: '2026-06-30',
    // Half past two on the night of the change, when that hour came for the second time.
    night: '2026-04-04T14:30',
    said: 'between 02:00 and 03:00 (Pacific/Auckland)',
  },
  // Half an hour beside the others: from -03:30 to -02:30 on 8 March at two, and back on 2 November.
  {
    timeZone: 'America/St_Johns',
    nineAt: (day: string) =>
      day >= '2025-11-02' && day < '2026-03-08' ? `${day}T12:35` : `${day}T11:35`,
    until: '2026-06-30',
    // Ten past three, ten minutes after two became three.
    night: '2026-03-08T05:40',
    said: 'between 03:00 and 04:00 (America/St Johns)',
  },
];

describe('an unusual hour', () => {
  it.each(zones)('is one by the clocks of $timeZone, also around their change', async (zone) => {
    const organizationId = newId();
    const write = eventsOf(organizationId);
    const at = (instant: string, minor: number) => {
      const lines = [`Dr 6900 ${minor}`, `Cr 1000 ${minor}`] as const;
      const date = localDateIn(zone.timeZone, new Date(`${instant}:00Z`));
      return { ...write.wrote(date, 'Parking', ...lines), time: `${instant}:00.000Z` };
    };
    const days = Array.from({ length: 400 }, (_, day) => addDays(zone.until, day - 400));
    const mornings = days.map((day, place) => at(zone.nineAt(day), 900 + (place % 7)));
    const night = at(zone.night, 907);
    await room.bus.publish([write.createdIn(zone.timeZone), ...mornings, night]);
    const owner = as('OWNER', organizationId);
    const query = '{ anomalies { edges { node { kind reason entry { id } } } } }';
    const found = await eventually(async () => {
      const { data } = await ask(owner, query);
      if (data.anomalies.edges.length === 0) throw new Error('Nothing was found so far');
      return data.anomalies.edges.map(({ node }: { node: unknown }) => node);
    });
    expect(found).toEqual([
      {
        kind: 'UNUSUAL_HOUR',
        reason: expect.stringContaining(zone.said),
        entry: { id: night.data.entryId },
      },
    ]);
  });
});

describe('an answer', () => {
  const review = `mutation ($input: ReviewAnomalyInput!) { reviewAnomaly(input: $input) {
    ... on AnomalyReviewed { anomaly { id status reviewedAt } } ... on NotFound { code field } } }`;
  const input = { anomalyId: open2, verdict: 'CONFIRMED' };

  it('is taken from who keeps the books, and from nobody else', async () => {
    const refused = await ask(as('VIEWER'), review, { input });
    expect(refused.errors[0].extensions.code).toBe('FORBIDDEN');
    const { data } = await ask(as('ACCOUNTANT'), review, { input });
    expect(data.reviewAnomaly.anomaly).toEqual({
      id: open2,
      status: 'CONFIRMED',
      reviewedAt: clock.now().toISOString(),
    });
  });

  it('is taken back: it is as if nobody had said anything', async () => {
    const open = { input: { ...input, verdict: 'OPEN' } };
    const { data } = await ask(as('ACCOUNTANT'), review, open);
    expect(data.reviewAnomaly.anomaly).toEqual({ id: open2, status: 'OPEN', reviewedAt: null });
    expect((await ask(as('OWNER'), `{ ${count('OPEN')} }`)).data.anomalies.totalCount).toBe(2);
  });

  it('is refused for what is not there', async () => {
    const unknown = { ...input, anomalyId: 'nonsense' };
    const { data } = await ask(as('OWNER'), review, { input: unknown });
    expect(data.reviewAnomaly).toEqual({ code: 'ANOMALY_NOT_FOUND', field: 'anomalyId' });
  });
});
