import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../src/demo/until.ts';
import { type Company, openCompany, pay } from './house/company.ts';
import { openHouse } from './house/open-house.ts';
import { openResumingFeed, readResumedEvents } from './house/resuming-feed.ts';
import { openSecondGateway } from './house/second-gateway.ts';

const withinMs = 170_000;
const query = 'subscription { ledgerEntryPosted { id } }';

let open: Awaited<ReturnType<typeof openHouse>>;
let shop: Company;
beforeAll(async () => {
  open = await openHouse();
  shop = await openCompany(open.house, 'returning');
}, withinMs);
afterAll(() => open.close());

const issueAndPay = async () => pay(shop.api, await shop.issue());

async function entries(): Promise<string[]> {
  const { journalEntries } = await shop.api<{
    journalEntries: { edges: readonly { node: { id: string } }[] };
  }>({ query: '{ journalEntries(first: 100) { edges { node { id } } } }', variables: {} });
  return journalEntries.edges.map(({ node }) => node.id).toSorted();
}

describe('a client of the ledger whose gateway was restarted while payments came', () => {
  let id: string;
  let toldBefore: readonly string[];
  let toldAfter: readonly string[];
  let posted: string[];

  beforeAll(async () => {
    const { house, secrets } = open;
    const earlier = new Set(await entries());
    const first = await openSecondGateway(house, secrets);
    const before = await openResumingFeed(first.url, shop.authorization, { query });
    await issueAndPay();
    await until('what was told before', async () => (before.told.length >= 2 ? true : null));
    id = before.lastEventId();
    toldBefore = [...before.told];
    before.close();
    await first.close();
    await issueAndPay();
    await issueAndPay();

    const second = await openSecondGateway(house, secrets);
    const after = await openResumingFeed(second.url, shop.authorization, {
      query,
      lastEventId: id,
    });
    await issueAndPay();
    posted = (await entries()).filter((entry) => !earlier.has(entry));
    const wanted = posted.length - toldBefore.length;
    await until('all to be told', async () => (after.told.length >= wanted ? true : null));
    toldAfter = [...after.told];
    after.close();
    await second.close();
  }, withinMs);

  it('is told each entry exactly once', () => {
    expect(toldBefore.length).toBeGreaterThanOrEqual(2);
    expect(toldAfter.length).toBeGreaterThanOrEqual(6);
    expect([...toldBefore, ...toldAfter].toSorted()).toEqual(posted);
  });

  it('is told the same by another gateway, over server-sent events', async () => {
    const count = toldAfter.length;
    const told = await readResumedEvents(open.house.url, shop.authorization, {
      query,
      lastEventId: id,
      count,
    });
    expect(told).toEqual(toldAfter);
  });

  it(
    'is told of a gap after an id of the form that ids had before, and of another company',
    async () => {
      const stranger = await openCompany(open.house, 'stranger');
      for (const [authorization, lastEventId] of [
        [shop.authorization, 'q83vASNF.12'],
        [stranger.authorization, id],
      ] as const) {
        const feed = await openResumingFeed(open.house.url, authorization, { query, lastEventId });
        await until('something to be told', async () => (feed.told.length > 0 ? true : null));
        expect(feed.told).toEqual(['RESUME_GAP']);
        feed.close();
      }
    },
    withinMs,
  );
});
