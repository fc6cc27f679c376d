import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { probe } from '@finflow/gateway/testing/probe';
import { buildSchema } from 'graphql';
import { until } from '../src/demo/until.ts';
import { type MadeKey, makeKey } from './house/api-key.ts';
import { ask } from './house/ask.ts';
import { type Company, idsOf, openCompany } from './house/company.ts';
import { openFeed } from './house/feed.ts';
import { openHouse } from './house/open-house.ts';

const withinMs = 170_000;
const root = resolve(import.meta.dirname, '../../..');
const schema = buildSchema(readFileSync(resolve(root, 'gateway/partner.graphql'), 'utf8'));

let open: Awaited<ReturnType<typeof openHouse>>;
let shop: Company;
let stranger: Company;
let key: MadeKey;
let strangersKey: MadeKey;

beforeAll(async () => {
  open = await openHouse();
  shop = await openCompany(open.house, 'bluebell');
  stranger = await openCompany(open.house, 'quicksand');
  key = await makeKey(open.endpoint, shop.authorization);
  strangersKey = await makeKey(open.endpoint, stranger.authorization);
}, withinMs);
afterAll(() => open.close());

const askAs =
  ({ authorization }: MadeKey) =>
  (query: string, variables: Record<string, unknown> = {}) =>
    ask(open.endpoint, authorization, query, variables);

const codesIn = (answer: unknown): string[] =>
  [...JSON.stringify(answer).matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code ?? '');

describe('a shop’s program with an API key, in the whole house', () => {
  it(
    'invoices a customer, records the money, and hears of the entries in the ledger',
    async () => {
      const shopAsks = askAs(key);
      const feed = await openFeed(open.endpoint, key.authorization, [
        'subscription { ledgerEntryPosted { kind invoice { number } } }',
      ]);
      const created = await shopAsks(
        'mutation { createCustomer(input: { name: "Ada" }) { ... on CustomerSaved { customer { id } } } }',
      );
      const customerId = firstId(created);
      const line = { description: 'Table', quantity: '1', unitPriceMinor: '4200' };
      const drafted = await shopAsks(
        `mutation ($input: InvoiceDraftInput!) { saveInvoiceDraft(input: $input) {
          ... on InvoiceSaved { invoice { id } } } }`,
        { input: { customerId, dueDate: '2030-01-31', lines: [line] } },
      );
      const invoiceId = firstId(drafted);
      await shopAsks(
        `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { __typename } }`,
        { input: { invoiceId, idempotencyKey: 'partner-issue' } },
      );
      await shopAsks(
        `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { __typename } }`,
        { input: { invoiceId, amountMinor: '4200', idempotencyKey: 'partner-paid' } },
      );
      const { data } = await shopAsks(
        'query ($id: ID!) { invoice(id: $id) { status number amountDue { decimal } journalEntries { kind } } }',
        { id: invoiceId },
      );
      expect(data).toMatchObject({
        invoice: { status: 'PAID', amountDue: { decimal: '0.00' } },
      });
      await until('the ledger’s entries', async () =>
        feed.received().includes('ISSUE_INVOICE') ? true : null,
      );
      feed.close();
    },
    withinMs,
  );

  it('can’t do what its scopes don’t say, nor what no program may do', async () => {
    const reader = askAs(await makeKey(open.endpoint, shop.authorization, ['customers:read']));
    const { data } = await reader('{ customers { totalCount } }');
    expect(data).toMatchObject({ customers: { totalCount: expect.any(Number) } });
    expect(codesIn(await reader('{ invoices { totalCount } }'))).toEqual(['FORBIDDEN']);
    for (const query of [
      '{ me { role } }',
      '{ apiKeys { totalCount } }',
      'mutation { closePeriod(input: { through: "2013-01-01" }) { __typename } }',
      'mutation { updateOrganization(input: { name: "Mine" }) { __typename } }',
    ]) {
      expect(codesIn(await askAs(key)(query))).toContain('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it(
    'sees nothing of another company, with its ids or its own, and changes nothing there',
    async () => {
      const mine = await probe({ schema, ids: idsOf(shop), ask: askAs(key) });
      expect(mine.text).toContain(`${shop.mark} Customer`);
      expect(mine.fields.length).toBeGreaterThan(80);
      for (const kinds of [['query'], ['mutation']] as const) {
        const seen = await probe({ schema, ids: idsOf(shop), ask: askAs(strangersKey), kinds });
        const leaked = [shop.mark, ...idsOf(shop)].filter((secret) => seen.text.includes(secret));
        expect({ kinds, leaked }).toEqual({ kinds, leaked: [] });
      }
    },
    withinMs,
  );

  it('is out at once when its key is revoked, also where it listens', async () => {
    const lost = await makeKey(open.endpoint, shop.authorization, ['payments:read']);
    const socket = new WebSocket(open.endpoint.replace('http', 'ws'), 'graphql-transport-ws');
    const closed = new Promise<number>((done) => {
      socket.addEventListener('close', ({ code }) => done(code));
    });
    const init = { type: 'connection_init', payload: { authorization: lost.authorization } };
    const acknowledged = new Promise<void>((done) => {
      socket.addEventListener('message', () => done(), { once: true });
    });
    socket.addEventListener('open', () => socket.send(JSON.stringify(init)));
    await acknowledged;
    await ask(
      open.endpoint,
      shop.authorization,
      `mutation { revokeApiKey(input: { apiKeyId: "${lost.id}" }) { __typename } }`,
    );
    expect(await closed).toBe(4403);
    expect(codesIn(await askAs(lost)('{ payments { totalCount } }'))).toEqual(['UNAUTHENTICATED']);
  });

  it('appears in the list with the day of its use', async () => {
    const { data } = await ask(
      open.endpoint,
      shop.authorization,
      '{ apiKeys(first: 100) { edges { node { id lastUsedOn createdBy { name } } } } }',
    );
    const used = `{"id":"${key.id}","lastUsedOn":"[-0-9]{10}","createdBy":{"name":"${shop.mark} Person"}}`;
    expect(JSON.stringify(data)).toMatch(new RegExp(used));
  });
});

/** The id in an answer that has one. */
function firstId(answer: unknown): string {
  const [, id] = /"id":"([^"]+)"/.exec(JSON.stringify(answer)) ?? [];
  if (id === undefined) throw new Error(`No id in ${JSON.stringify(answer)}`);
  return id;
}
