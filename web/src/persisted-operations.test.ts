import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { ApolloClient, HttpLink } from '@apollo/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { persistedLink } from './apollo/persisted-link.ts';
import { refreshSession } from './apollo/refresh-session.ts';
import { documentOptions } from './apollo/sent-documents.ts';
import { INVOICE_PAGE } from './features/invoices/invoice-page.queries.ts';

type Sent = {
  readonly query?: string;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash: string } };
};
type Manifest = { readonly operations: readonly { id: string; name: string; body: string }[] };

const manifest = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../gateway/persisted-operations.json`, 'utf8'),
) as Manifest;
const listed = (name: string) => manifest.operations.find((operation) => operation.name === name);

const bodyOf = (init: RequestInit | undefined): Sent =>
  typeof init?.body === 'string' ? (JSON.parse(init.body) as Sent) : {};

/** jsdom hashes nothing; browsers do, in secure contexts. */
beforeAll(() => {
  Object.defineProperty(crypto, 'subtle', { value: webcrypto.subtle, configurable: true });
  Object.assign(globalThis, { isSecureContext: true });
});
afterAll(() => {
  Reflect.deleteProperty(crypto, 'subtle');
  Object.assign(globalThis, { isSecureContext: false });
});

/** The app's client before a server that answers as it is told, one answer a request. */
function askFor(answers: readonly object[]) {
  const sent: Sent[] = [];
  const answer: typeof fetch = async (_url, init) => {
    sent.push(bodyOf(init));
    return Response.json(answers[sent.length - 1] ?? { data: {} });
  };
  const client = new ApolloClient({
    ...documentOptions(),
    link: persistedLink().concat(new HttpLink({ uri: '/graphql', fetch: answer })),
  });
  const done = client.query({
    query: INVOICE_PAGE,
    variables: { id: '1' },
    fetchPolicy: 'no-cache',
  });
  return { sent, done: done.finally(() => client.stop()) };
}

describe('an operation of the released app', () => {
  it('is named by the id that the committed manifest has for it, without its text', async () => {
    const { sent, done } = askFor([{ data: { invoice: null } }]);
    await done;
    expect(sent).toMatchObject([
      { extensions: { persistedQuery: { version: 1, sha256Hash: listed('InvoicePage')?.id } } },
    ]);
    expect(sent[0]?.query).toBeUndefined();
  });

  it('is sent as the very text of that id to a server that does not know the id', async () => {
    const unknown = { message: 'unknown', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } };
    const { sent, done } = askFor([{ errors: [unknown] }, { data: { invoice: null } }]);
    expect(await done).toMatchObject({ data: { invoice: null } });
    expect(sent.map(({ query }) => query)).toEqual([undefined, listed('InvoicePage')?.body]);
  });

  it('is sent as text where the browser does not hash', async () => {
    Object.assign(globalThis, { isSecureContext: false });
    const { sent, done } = askFor([{ data: { invoice: null } }]);
    await done.finally(() => Object.assign(globalThis, { isSecureContext: true }));
    expect(sent).toMatchObject([{ query: listed('InvoicePage')?.body }]);
  });
});

it('renews its session by an operation of the manifest', async () => {
  const before = globalThis.fetch;
  let sent: Sent = {};
  globalThis.fetch = async (_url, init) => {
    sent = bodyOf(init);
    return Response.json({ data: { refreshSession: { __typename: 'NotSignedIn' } } });
  };
  await refreshSession('/graphql').finally(() => {
    globalThis.fetch = before;
  });
  expect(sent.query).toBe(listed('RefreshSession')?.body);
});

it('prints fragments after the operation, in an order that no import can change', () => {
  const names = (listed('InvoicePage')?.body ?? '').match(/^(?:query|fragment) \w+/gm) ?? [];
  expect(names[0]).toBe('query InvoicePage');
  expect(names.slice(1)).toEqual(names.slice(1).toSorted());
  expect(names.length).toBeGreaterThan(3);
  expect(print(INVOICE_PAGE)).not.toBe(listed('InvoicePage')?.body);
});
