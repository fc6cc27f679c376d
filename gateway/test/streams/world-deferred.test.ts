import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { deferredMediaType } from '../../src/streams/deferred-answers.ts';
import { ledgerEntryPosted } from '../world/events.ts';
import { readStream } from '../world/read-stream.ts';
import { ask, startWorld, type World } from '../world/world.ts';

const query = `query ($id: ID!) { payment(id: $id) { status ...Books @defer(label: "books") } }
  fragment Books on Payment { journalEntries { kind } }`;

let world: World;
beforeAll(async () => {
  world = await startWorld();
  ledgerEntryPosted(world.books);
});
afterEach(() => {
  world.books.gate = Promise.resolve();
});
afterAll(() => world.close());

async function post(variables: object, headers: Record<string, string> = {}, text = query) {
  return readStream(`${world.origin}/graphql`, {
    method: 'POST',
    headers: {
      accept: `${deferredMediaType},application/graphql-response+json,application/json;q=0.9`,
      'accept-encoding': 'gzip, br',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ query: text, variables }),
  });
}

describe('@defer through the gateway', () => {
  it('answers what one subgraph knows before another one has answered', async () => {
    const { books } = world;
    const gate = Promise.withResolvers<void>();
    books.gate = gate.promise;
    const stream = await post({ id: books.paymentId }, { authorization: await world.bearer() });
    expect(stream.response.headers.get('content-encoding')).toBeNull();
    expect(await stream.next()).toContain(
      '{"data":{"payment":{"status":"PENDING"}},"hasNext":true}',
    );
    gate.resolve();
    const rest = await stream.rest();
    expect(rest).toContain('"label":"books"');
    expect(rest).toContain('{"journalEntries":[{"kind":"RECEIVE_PAYMENT"}]}');
    expect(rest).toContain('"hasNext":false');
  });

  it('defers what stands at the root, also when one subgraph knows all of it', async () => {
    const stream = await post(
      {},
      { authorization: await world.bearer() },
      '{ hello ... @defer { payments { status } } }',
    );
    const text = await stream.rest();
    expect(text).toContain('{"data":{"hello":"hello"},"hasNext":true}');
    expect(text).toContain('{"payments":[{"status":"PENDING"}');
  });

  it('answers all at once to who takes no parts', async () => {
    const { books } = world;
    const answer = await ask(world, query, {
      authorization: await world.bearer(),
      variables: { id: books.paymentId },
    });
    expect(answer.body.data).toEqual({
      payment: { status: 'PENDING', journalEntries: [{ kind: 'RECEIVE_PAYMENT' }] },
    });
  });

  it('gives a deferred part to whom it may be given, and tells others why not', async () => {
    const { books } = world;
    const stream = await post({ id: books.paymentId }, { authorization: world.payLink() });
    const text = await stream.rest();
    expect(text).toContain('{"payment":{"status":"PENDING"}}');
    expect(text).toContain('FORBIDDEN');
    expect(text).not.toContain('RECEIVE_PAYMENT');
  });

  it('refuses before a part is sent what any answer refuses', async () => {
    const missing = await post({});
    expect(missing.response.status).toBe(400);
    expect(await missing.rest()).toContain('BAD_USER_INPUT');
    const deep = await post(
      {},
      {},
      `{ ...${'... @defer {'.repeat(60)} hello ${'}'.repeat(60)} }`.replace('......', '...'),
    );
    expect([deep.response.status, await deep.rest()]).toEqual([
      400,
      expect.stringContaining('TOO_MANY_DIRECTIVES'),
    ]);
  });

  it('relays the cookie that what is not deferred has set', async () => {
    const stream = await post(
      {},
      { cookie: 'finflow_refresh=r1' },
      'mutation { refresh ... @defer { again: refresh } }',
    );
    await stream.rest();
    expect(stream.response.headers.getSetCookie()).toContain(
      'finflow_refresh=next; HttpOnly; SameSite=Strict; Path=/graphql',
    );
  });
});
