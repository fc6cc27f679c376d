import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { serve, type HttpServer } from '@finflow/shared/http/serve';
import { jsonResponse, type HttpRequest } from '@finflow/shared/http/route';
import { overHttp } from '../../src/transports/over-http.ts';
import type { SubgraphTransport } from '../../src/transports/subgraph-transport.ts';
import { newCall, newContext, newSource } from '../world/call.ts';

let server: HttpServer;
let books: SubgraphTransport;
const seen: HttpRequest[] = [];
beforeAll(async () => {
  server = await serve({
    port: 0,
    host: '127.0.0.1',
    routes: [
      {
        method: 'POST',
        path: '/graphql',
        handle: async (request) => {
          seen.push(request);
          const answer = jsonResponse(200, { data: { a: 1 } });
          return { ...answer, headers: { ...answer.headers, 'set-cookie': ['a=1', 'b=2'] } };
        },
      },
    ],
  });
  books = overHttp(`http://127.0.0.1:${server.port}`);
});
afterAll(async () => {
  await books.close?.();
  await server.close();
});

it('writes the body that the plan means: variables, lists of entities, no more', async () => {
  const source = newSource({ transports: { books } });
  const context = newContext();
  const query = 'query A($id: ID, $r: [_Any!]!, $s: [_Any!]!) { a }';
  const lists = ['r', 's'].map((variable) => ({
    variable,
    values: () => [],
    json: () => `[{"__typename":"Book","id":"${variable}"}]`,
  }));
  const variables = { id: 'quote " and \n', none: undefined };
  const call = newCall({ query, operationName: 'A', variables, representations: lists });
  expect((await source(call, context)).data).toEqual({ a: 1 });
  expect(JSON.parse(String(seen.at(-1)?.body))).toEqual({
    query,
    operationName: 'A',
    variables: {
      id: 'quote " and \n',
      r: [{ __typename: 'Book', id: 'r' }],
      s: [{ __typename: 'Book', id: 's' }],
    },
  });
  expect(context.setCookies).toEqual(['a=1', 'b=2']);
});

it('hands on what is left of the deadline, and the signed caller', async () => {
  const source = newSource({ transports: { books } });
  await source(newCall({ query: '{ b }' }), newContext({ deadlineAtMs: Date.now() + 10_000 }));
  const { headers } = seen.at(-1) ?? {};
  expect(Number(headers?.['x-finflow-deadline-ms'])).toBeLessThanOrEqual(10_000);
  expect(headers?.['x-finflow-viewer']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(headers).not.toHaveProperty('x-finflow-refresh-token');
});

it('signs a caller once for many operations', async () => {
  const source = newSource({ transports: { books } });
  await source(newCall({ query: '{ c }' }), newContext());
  await source(newCall({ query: '{ d }' }), newContext({ requestId: 'request-0002' }));
  const tokens = seen.slice(-2).map(({ headers }) => headers['x-finflow-viewer']);
  expect(new Set(tokens).size).toBe(1);
});

it('takes no more calls than have a place, and the next one when a place is free again', async () => {
  const narrow = overHttp(`http://127.0.0.1:${server.port}`, { maxConnections: 1, maxWaiting: 0 });
  const source = newSource({ transports: { books: narrow } });
  const ask = (query: string) => source(newCall({ query }), newContext());
  const both = await Promise.allSettled([ask('{ c }'), ask('{ d }')]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect((await ask('{ e }')).data).toEqual({ a: 1 });
  expect((await ask('{ f }')).data).toEqual({ a: 1 });
  await narrow.close?.();
});
