import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { probe, wasNotAsked } from '@finflow/gateway/testing/probe';
import { buildSchema } from 'graphql';
import { until } from '../src/demo/until.ts';
import { ask } from './house/ask.ts';
import { categorize } from './house/categorize.ts';
import { type Company, idsOf, openCompany, pay, payLinkOf } from './house/company.ts';
import { openFeed } from './house/feed.ts';
import { furnish, goodArguments } from './house/good-arguments.ts';
import { openHouse } from './house/open-house.ts';
import { type Arguments, placesOf, replaced, rootFields, textOf, valueAt } from './house/places.ts';
import { singleFields } from './house/single-fields.ts';

const withinMs = 170_000;
const root = resolve(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(resolve(root, path), 'utf8');
const schema = buildSchema(text('web/schema.graphql'));
const publicFields = text('gateway/public-fields.txt').split('\n');

let open: Awaited<ReturnType<typeof openHouse>>;
let victim: Company;
let stranger: Company;

beforeAll(async () => {
  // Whoever tries every field with every id asks more than a caller may in a minute.
  open = await openHouse({ GATEWAY_RATE_LIMITS: 'off' });
  victim = await openCompany(open.house, 'zanzibar');
  stranger = await openCompany(open.house, 'quicksand');
}, withinMs);
afterAll(() => open.close());

const askAs = (authorization: string) => (query: string) =>
  ask(open.endpoint, authorization, query);

/** Tries every field with the ids of the victim. */
const probeAs = (authorization: string, ids: readonly string[] = idsOf(victim)) =>
  probe({ schema, ids, ask: askAs(authorization) });

/** The same by one field at a time, for callers who may see a part of an object. */
async function askEach(authorization: string): Promise<string> {
  const { customerId, paidId, paymentId, entryId, accountId, importId } = victim;
  const ids = [customerId, paidId, paymentId, entryId, accountId, importId];
  const questions = singleFields(schema).flatMap((query) =>
    (query.includes('$id') ? ids : ['']).map((id) => ({ query, variables: id ? { id } : {} })),
  );
  const answers: string[] = [];
  for (const { query, variables } of questions) {
    const answer = await ask(open.endpoint, authorization, query, variables);
    if (wasNotAsked(answer.errors)) throw new Error(JSON.stringify(answer));
    answers.push(JSON.stringify(answer));
  }
  return answers.join('\n');
}

/** Questions that name somebody else's ids in filters, where the probe does not go. */
const filters = (company: Company): string[] => [
  `{ invoices(filter: { customerId: "${company.customerId}" }) { totalCount edges { node { id number } } } }`,
  `{ invoices(filter: { search: "${company.mark.slice(0, 5)}" }) { totalCount edges { node { id } } } }`,
  `{ customers(search: "${company.mark.slice(0, 5)}") { totalCount edges { node { id } } } }`,
  `{ payments(filter: { invoiceId: "${company.paidId}" }) { totalCount edges { node { id } } } }`,
  ...['accountId', 'invoiceId', 'paymentId'].map((key) => {
    const id =
      { accountId: company.accountId, invoiceId: company.paidId }[key] ?? company.paymentId;
    return `{ journalEntries(filter: { ${key}: "${id}" }) { totalCount edges { node { id } } } }`;
  }),
];

const countsOf = async (authorization: string): Promise<number[]> => {
  const answers = await Promise.all(filters(victim).map(askAs(authorization)));
  return answers.flatMap((answer) =>
    [...JSON.stringify(answer).matchAll(/"totalCount":(\d+)/g)].map(([, count]) => Number(count)),
  );
};

/** All that a mutation could change. */
const books = `{
  customers { edges { node { id name email address } } }
  invoices { edges { node { id status notes lines { id } amountPaid { minor } } } }
  journalEntries { totalCount }
  payments { edges { node { id status amountRefunded { minor } } } }
  transactions { edges { node { id categorizedBy } } }
  apiKeys { edges { node { id state } } } }`;

/** Subscriptions that could tell of the victim, to whoever may not hear of it. */
const feeds = (company: Company): string[] => [
  'subscription { paymentChanged { id status invoice { customer { name } } journalEntries { id } } }',
  `subscription { paymentChanged(invoiceId: "${company.openId}") { id invoice { number customer { name } } } }`,
  `subscription { paymentChanged(paymentId: "${company.paymentId}") { id invoice { customer { name } } } }`,
  'subscription { invoiceChanged { id customer { name } } }',
  `subscription { invoiceChanged(invoiceId: "${company.openId}") { id customer { name } } }`,
  'subscription { ledgerEntryPosted { id description postings { account { id } } } }',
  'subscription { forecastUpdated { id } }',
  'subscription { anomalyDetected { id reason customer { name } } }',
  'subscription { anomalyReviewed { id status } }',
  'subscription { transactionCategorized { id text } }',
];

describe('nobody reads what he should not, in the whole house', () => {
  it(
    'shows the owner what the others must not see, or the tests below would prove nothing',
    async () => {
      const seen = await probeAs(victim.authorization);
      const words = ['Works', 'Customer', 'Road 1', 'Person'];
      const marks = words.map((word) => `${victim.mark} ${word}`);
      const { customerId, paidId, openId, importId, paymentId, entryId, accountId, userId } =
        victim;
      const ids = [customerId, paidId, openId, importId, paymentId, entryId, accountId, userId];
      for (const known of [...marks, ...ids]) expect(seen.text).toContain(known);
      expect(seen.fields.length).toBeGreaterThan(100);
      expect(Math.min(...(await countsOf(victim.authorization)))).toBeGreaterThan(0);
    },
    withinMs,
  );

  it(
    'shows an anonymous caller only what stands on the written list',
    async () => {
      const seen = await probeAs('');
      expect(seen.fields.filter((field) => !publicFields.includes(field))).toEqual([]);
      expect(seen.text).not.toContain(victim.mark);
      expect(await countsOf('')).toEqual([]);
    },
    withinMs,
  );

  it(
    'shows the owner of another company nothing of this one, with its ids or his own',
    async () => {
      const ids = [...idsOf(victim), stranger.paidId, stranger.paymentId, stranger.entryId];
      const seen = await probeAs(stranger.authorization, ids);
      expect(seen.text).toContain(stranger.mark);
      expect(leaksOf(victim, seen.text)).toEqual([]);
      expect(await countsOf(stranger.authorization)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    },
    withinMs,
  );

  it(
    'shows the holder of a payment link no other invoice, of this company or of another',
    async () => {
      const elsewhere = await askEach(await payLinkOf(stranger.api, stranger.openId));
      expect(elsewhere).toContain(stranger.openId);
      expect(elsewhere).toContain(`${stranger.mark} Customer`);
      expect(leaksOf(victim, elsewhere)).toEqual([]);
      const neighbour = await askEach(await payLinkOf(victim.api, victim.openId));
      expect(neighbour).toContain(victim.openId);
      const { paidId, paymentId, entryId, accountId, importId, forecastId, userId } = victim;
      const others = [paidId, paymentId, entryId, accountId, importId, forecastId, userId];
      expect(others.filter((id) => neighbour.includes(id))).toEqual([]);
      expect(neighbour).not.toContain(`${victim.mark} Person`);
    },
    withinMs,
  );

  it(
    "lets nobody else change or read anything by a mutation that names the company's ids",
    async () => {
      const before = await probeAs(victim.authorization, [victim.paidId]);
      const ids = [victim.openId, victim.paymentId, victim.entryId];
      const callers = [stranger.authorization, await payLinkOf(stranger.api, stranger.openId), ''];
      for (const caller of callers) {
        const seen = await probe({ schema, ids, ask: askAs(caller), kinds: ['mutation'] });
        expect(leaksOf(victim, seen.text)).toEqual([]);
      }
      const after = await probeAs(victim.authorization, [victim.paidId]);
      expect(withoutLinks(after.text)).toBe(withoutLinks(before.text));
    },
    withinMs,
  );

  it(
    "finds nothing by the company's ids, wherever a mutation of somebody else can name one",
    async () => {
      // The stranger has closed his books by now, with the others' ids.
      const newcomer = await openCompany(open.house, 'newcomer');
      const [theirs, own] = await Promise.all(
        [victim, newcomer].map(async (company) =>
          goodArguments(await furnish(company, open.endpoint)),
        ),
      );
      const before = await askAs(victim.authorization)(books);
      const tried: string[] = [];
      for (const field of rootFields(schema).filter(({ kind }) => kind === 'mutation')) {
        const { name } = field.field;
        const mine = own?.[name] ?? {};
        const send = (variables: Arguments) =>
          ask(open.endpoint, newcomer.authorization, textOf(field), variables);
        const places = placesOf(field, mine).filter(({ type }) => String(type).startsWith('ID'));
        for (const { path, coordinate } of places) {
          const foreign = valueAt(theirs?.[name], path);
          if (foreign === valueAt(mine, path)) continue; // A category has the same code for all.
          const answer = await send(replaced(mine, path, foreign));
          const refusal = expect.objectContaining({ code: expect.stringMatching(/_NOT_FOUND$/) });
          expect({ coordinate, data: answer.data }).toEqual({
            coordinate,
            data: { [name]: refusal },
          });
          tried.push(coordinate);
        }
        if (places.length === 0 || name === 'reviewAnomaly') continue; // It takes weeks of books to have an anomaly.
        expect(JSON.stringify(await send(mine))).not.toMatch(/"code"|"errors"/);
      }
      expect(tried.length).toBeGreaterThan(12);
      expect(before.errors).toBeUndefined();
      expect(await askAs(victim.authorization)(books)).toEqual(before);
    },
    withinMs,
  );

  it(
    'tells nobody else what happens in the company, while its owner hears all of it',
    async () => {
      const others = await Promise.all(
        [stranger.authorization, await payLinkOf(stranger.api, stranger.openId), ''].map((caller) =>
          openFeed(open.endpoint, caller, feeds(victim)),
        ),
      );
      const paidLink = await payLinkOf(victim.api, victim.paidId);
      const neighbour = await openFeed(open.endpoint, paidLink, feeds(victim).slice(1, 2));
      const owner = await openFeed(open.endpoint, victim.authorization, feeds(victim));
      await pay(victim.api, victim.openId);
      await categorize(victim);
      await until('the owner hears of it', async () => (heard(owner.received()) ? true : null));
      for (const feed of others) expect(leaksOf(victim, feed.received())).toEqual([]);
      expect(neighbour.received()).not.toContain('"data"');
      for (const feed of [...others, neighbour, owner]) feed.close();
    },
    withinMs,
  );

  it('answers no question for entities by their keys at the public door', async () => {
    const query = `{ _entities(representations: [{ __typename: "Invoice", id: "${victim.paidId}" }]) { __typename } }`;
    const { data, errors } = await ask(open.endpoint, victim.authorization, query);
    expect(data ?? null).toBeNull();
    expect(JSON.stringify(errors)).toContain('GRAPHQL_VALIDATION_FAILED');
  });
});

const leaksOf = (company: Company, seen: string): string[] =>
  [company.mark, ...idsOf(company)].filter((secret) => seen.includes(secret));

/** Signed links to files carry the minute in which they were made. */
const withoutLinks = (seen: string): string => seen.replaceAll(/"pdfUrl":"[^"]*"/g, '');

const heard = (received: string): boolean =>
  [
    'paymentChanged',
    'invoiceChanged',
    'ledgerEntryPosted',
    'forecastUpdated',
    'transactionCategorized',
  ].every((feed) => received.includes(`"data":{"${feed}"`)) &&
  received.includes('zanzibar Customer');
