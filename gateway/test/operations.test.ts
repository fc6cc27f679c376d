import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { overHttp } from '../src/transports/over-http.ts';
import { ledgerEntryPosted } from './world/events.ts';
import { ask, codesOf, startWorld, type World } from './world/world.ts';

describe.each(['in-process', 'http'] as const)('queries and mutations %s', (transport) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ transport });
  });
  afterAll(() => world.close());

  it('joins what two subgraphs know of one entity', async () => {
    const { books } = world;
    const query =
      'query ($id: ID!) { p: payment(id: $id) { status bill: invoice { customerName } } }';
    const answer = await ask(world, query, {
      authorization: await world.bearer(),
      variables: { id: books.paymentId },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { data: { p: { status: 'PENDING', bill: { customerName: 'Ada' } } } },
    });
  });

  it('hands the verified caller, request id, trace and address to the subgraph', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    await ask(world, '{ hello }', {
      authorization: await world.bearer(),
      headers: {
        'x-request-id': 'request-0001',
        traceparent: `00-${trace}-b7ad6b7169203331-01`,
        'x-finflow-viewer': 'forged',
        'x-finflow-refresh-token': 'forged',
        cookie: 'other=1; finflow_refresh=r1',
        'user-agent': 'test agent',
      },
    });
    const headers = world.books.headers.at(-1)?.headers;
    expect(headers).toMatchObject({
      'x-request-id': 'request-0001',
      'x-forwarded-for': expect.stringContaining('127.0.0.1'),
      'user-agent': 'test agent',
    });
    expect(headers?.['traceparent']).toMatch(new RegExp(`^00-${trace}-(?!b7ad6b7169203331)`));
    expect(headers?.['x-finflow-refresh-token']).toBeUndefined();
    expect(headers?.['x-finflow-viewer']).not.toBe('forged');
  });

  it('gives the refresh cookie to auth alone and relays the cookie that auth sets', async () => {
    const answer = await ask(world, 'mutation { refresh }', {
      headers: { cookie: 'finflow_refresh=r1' },
    });
    expect(answer.body.data).toEqual({ refresh: 'r1' });
    expect(answer.headers.getSetCookie()).toEqual([
      'finflow_refresh=next; HttpOnly; SameSite=Strict; Path=/graphql',
    ]);
  });

  it('knows a user, a payer and an anonymous caller apart', async () => {
    const { books } = world;
    const query = `{ payment(id: "${books.paymentId}") { status } }`;
    const authorization = await world.bearer({ organizationId: null });
    expect((await ask(world, query)).body.errors?.[0]?.extensions).toEqual({
      code: 'UNAUTHENTICATED',
    });
    expect((await ask(world, query, { authorization: world.payLink() })).body.data).toEqual({
      payment: { status: 'PENDING' },
    });
    expect(
      (await ask(world, query, { authorization: world.payLink(books.otherInvoiceId) })).body.data,
    ).toEqual({
      payment: null,
    });
    expect((await ask(world, query, { authorization })).body.data).toEqual({ payment: null });
    expect(
      codesOf(await ask(world, '{ me { userId } }', { authorization: world.payLink() })),
    ).toEqual(['FORBIDDEN']);
  });

  it('masks a fault of a subgraph: a code and an id, no name, no text', async () => {
    const answer = await ask(world, '{ boom }');
    expect(codesOf(answer)).toEqual(['INTERNAL_ERROR']);
    expect(JSON.stringify(answer.body)).not.toMatch(/vault|stack|payments|serviceName/);
  });
});

describe('a subgraph that does not answer', () => {
  it('is an error of its fields only, with a code and without its address', async () => {
    const world = await startWorld({ replaced: { accounting: overHttp('http://127.0.0.1:1') } });
    const query = `{ hello payment(id: "${world.books.paymentId}") { status } invoice(id: "1") { total } }`;
    const answer = await ask(world, query, { authorization: await world.bearer() });
    await world.close();
    expect(answer.body.data).toEqual({
      hello: 'hello',
      payment: { status: 'PENDING' },
      invoice: null,
    });
    expect(codesOf(answer)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(JSON.stringify(answer.body)).not.toContain('127.0.0.1');
  });
});

describe('another field under a key’s name', () => {
  const query =
    'query ($id: ID!) { payment(id: $id) { id: note journalEntries { id } invoice { id } } }';

  it('is what the client asked for, and leads to no other entity', async () => {
    const world = await startWorld();
    const { books } = world;
    const answer = await ask(world, query, {
      authorization: await world.bearer(),
      variables: { id: books.paymentId },
    });
    await world.close();
    expect(answer.body).toEqual({
      data: {
        payment: { id: books.otherPaymentId, journalEntries: [], invoice: { id: books.invoiceId } },
      },
    });
  });

  it('is refused where the executor of @apollo/gateway has been switched to', async () => {
    const world = await startWorld({ executor: 'stock' });
    const answer = await ask(world, query, { variables: { id: world.books.paymentId } });
    await world.close();
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

it('answers a deferred fragment at once where the executor of @apollo/gateway has been switched to', async () => {
  const world = await startWorld({ executor: 'stock' });
  const query = `query ($id: ID!) {
    payment(id: $id) { id ...Entries @defer }
  }
  fragment Entries on Payment { journalEntries { kind } }`;
  const { paymentId } = world.books;
  ledgerEntryPosted(world.books);
  const authorization = await world.bearer();
  const answer = await ask(world, query, { authorization, variables: { id: paymentId } });
  await world.close();
  expect(answer.body).toEqual({
    data: { payment: { id: paymentId, journalEntries: [{ kind: 'RECEIVE_PAYMENT' }] } },
  });
});
