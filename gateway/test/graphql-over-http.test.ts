import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { startWorld, type World } from './world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Queries by plain GET, which a foreign page could send with a link: refused on purpose, as the specification allows. */
const refusedAgainstForgery = ['5A70', '6A70', 'D6D5'];

it('passes the audit of GraphQL over HTTP without an error and without a warning', async () => {
  const results = await auditServer({ url: `${world.origin}/graphql` });
  expect(results.length).toBeGreaterThanOrEqual(61);
  const failed = results.filter(({ status }) => status !== 'ok');
  expect(failed.filter(({ status }) => status !== 'notice')).toEqual([]);
  expect(failed.map(({ id }) => id).toSorted()).toEqual(refusedAgainstForgery);
});

const bad = {
  'a document that is none': '{',
  'an unknown field': '{ nothing }',
  'a variable that is missing': 'query ($on: Boolean!) { __typename @include(if: $on) }',
  'no operation of that name': 'query Other { hello }',
  'two operations and no name': 'query A { hello } query B { hello }',
};

describe.each(Object.entries(bad))('%s', (name, query) => {
  it.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
    ['application/graphql-response+json, application/json;q=0.9', 400],
    ['*/*', 200],
  ])('is answered to %s with %i', async (accept, status) => {
    const response = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query, ...(name.startsWith('no ') && { operationName: 'Named' }) }),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [expect.anything()] });
  });
});

it('keeps 4xx for requests that are none, and for limits', async () => {
  const post = (body: string) =>
    fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body,
    }).then(({ status }) => status);
  expect(await post('{')).toBe(400);
  expect(await post('{}')).toBe(400);
  expect(await post('[{ "query": "{ hello }" }]')).toBe(400);
  const tooMany = Array.from({ length: 80 }, (_, index) => `a${index}: hello`).join(' ');
  expect(await post(JSON.stringify({ query: `{ ${tooMany} }` }))).toBe(400);
});

it('names the methods that it takes', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const response = await fetch(`${world.origin}/graphql`, { method });
    expect([method, response.status, response.headers.get('allow')]).toEqual([
      method,
      405,
      'GET, POST',
    ]);
  }
});
