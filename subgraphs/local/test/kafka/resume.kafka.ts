import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bus } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import { until } from '../../src/demo/until.ts';
import { type Company, openCompany, sendInvoice } from '../../src/main-job/company.ts';
import { confirmCard, startPayment } from '../../src/main-job/pay-page.ts';
import { openResumingFeed } from '../house/resuming-feed.ts';
import { type KafkaHouse, openKafkaHouse } from './kafka-house.ts';

const query = 'subscription { ledgerEntryPosted { id } }';
const withinMs = 90_000;

let house: KafkaHouse;
let bus: Bus;
let company: Company;
/** What the log says of the ledger, each once. */
const posted = new Set<string>();
beforeAll(async () => {
  house = await openKafkaHouse('resume');
  bus = await openBus({ kind: 'kafka', brokers: house.broker.brokers });
  company = await openCompany(house.url, 'Returning Ltd');
  await bus.follow({
    topics: ['ledger_entry_posted'],
    handle: async (batch) => {
      for (const delivery of batch) {
        if (delivery.kind === 'event' && 'entryId' in delivery.event.data) {
          posted.add(delivery.event.data.entryId);
        }
      }
    },
  });
}, 300_000);
afterAll(async () => {
  await bus.close();
  await house.stop();
}, 60_000);

async function begin() {
  const line = { description: 'Work', quantity: '1', unitPriceMinor: '10000' };
  const { payLink } = await sendInvoice(company, [line]);
  return startPayment(house.url, payLink);
}

const untilPosted = (count: number) =>
  until('the books', async () => (posted.size >= count ? true : null), withinMs);

describe('a client of the ledger whose gateway is killed while entries are posted', () => {
  it('is told each entry exactly once', async () => {
    const before = await openResumingFeed(house.url, company.authorization, { query });
    await confirmCard(await begin());
    const open = [await begin(), await begin()];
    await untilPosted(4); // Three invoices were issued, one was paid.
    await until('all to be told', async () => (before.told.length >= 4 ? true : null), withinMs);
    const id = before.lastEventId();
    const toldBefore = [...before.told];
    expect(id.length).toBeLessThan(120);

    await house.kill('accounting', 'SIGTERM');
    for (const payment of open) await confirmCard(payment);
    await until('the payments', async () => ((await areCaptured(open)) ? true : null), withinMs);
    await house.kill('gateway', 'SIGKILL');
    await house.start('accounting');
    await untilPosted(6);
    await house.start('gateway');

    const after = await openResumingFeed(house.url, company.authorization, {
      query,
      lastEventId: id,
    });
    await confirmCard(await begin());
    await untilPosted(8);
    const wanted = 8 - toldBefore.length;
    await until('the rest', async () => (after.told.length >= wanted ? true : null), withinMs);
    expect([...toldBefore, ...after.told].toSorted()).toEqual([...posted].toSorted());
    after.close();
  }, 400_000);
});

async function areCaptured(payments: readonly { readonly id: string }[]): Promise<boolean> {
  const states = payments.map(async ({ id }) => {
    const query = 'query ($id: ID!) { payment(id: $id) { status } }';
    const { payment } = await company.api<{ payment: { status: string } }>({
      query,
      variables: { id },
    });
    return payment.status === 'COMPLETED';
  });
  return (await Promise.all(states)).every(Boolean);
}
