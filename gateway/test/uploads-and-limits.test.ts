import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, codesOf, startWorld, type World } from './world/world.ts';

const maxFileBytes = 64 * 1024;
let world: World;
beforeAll(async () => {
  world = await startWorld({ limits: { maxFileBytes, maxBodyBytes: 20_000 }, transport: 'http' });
});
afterAll(() => world.close());

type Parts = { operations?: unknown; map?: unknown; content?: Buffer; fileField?: string };
const attach = 'mutation ($file: Upload!) { attach(file: $file) }';
const goodOperation = { query: attach, variables: { file: null } };

async function upload(
  {
    operations = goodOperation,
    map = { '0': ['variables.file'] },
    content = Buffer.from('a,b\n'),
    fileField = '0',
  }: Parts,
  headers: Record<string, string> = { 'apollo-require-preflight': 'true' },
  authorization?: string,
) {
  const form = new FormData();
  form.set('operations', JSON.stringify(operations));
  form.set('map', JSON.stringify(map));
  form.set(
    fileField,
    new Blob([new Uint8Array(content)], { type: 'text/csv' }),
    'rechnungen ü.csv',
  );
  const response = await fetch(`${world.origin}/graphql`, {
    method: 'POST',
    body: form,
    headers: { authorization: authorization ?? (await world.bearer()), ...headers },
  });
  const body = (await response.json()) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return { status: response.status, data: body.data, code: body.errors?.[0]?.extensions.code };
}

describe('a file', () => {
  it('reaches the subgraph whole, with its name and type', async () => {
    const content = Buffer.from(Array.from({ length: maxFileBytes }, (_, i) => i % 256));
    expect(await upload({ content })).toEqual({
      status: 200,
      data: { attach: 'rechnungen ü.csv' },
      code: undefined,
    });
    expect(world.books.uploads.at(-1)).toEqual({
      fileName: 'rechnungen ü.csv',
      mimeType: 'text/csv',
      contentBase64: content.toString('base64'),
    });
  });

  it('that is too large is refused, and the client sees why although it was still sending', async () => {
    expect(await upload({ content: Buffer.alloc(maxFileBytes + 1) })).toMatchObject({
      status: 413,
      code: 'FILE_TOO_LARGE',
    });
    expect(await upload({ content: Buffer.alloc(30 * 1024 * 1024) })).toMatchObject({
      status: 413,
      code: 'FILE_TOO_LARGE',
    });
  });

  it.each<[string, Parts]>([
    ['an unknown file in the map', { map: { '7': ['variables.file'] } }],
    ['a path outside the variables', { map: { '0': ['query'] } }],
    ['a path into the prototype', { map: { '0': ['variables.__proto__.file'] } }],
    ['a place that is taken', { operations: { query: attach, variables: { file: 'x' } } }],
    ['a batch of operations', { operations: [goodOperation] }],
    ['no operations', { operations: null }],
  ])('with %s is refused', async (_name, parts) => {
    expect(await upload(parts)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('from a form of a foreign page is refused, and from a stranger', async () => {
    expect(await upload({}, {})).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await upload({}, undefined, '')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('cannot be forged as plain JSON of another shape', async () => {
    const authorization = await world.bearer();
    const answer = await ask(world, attach, { authorization, variables: { file: '/etc/passwd' } });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('an operation', () => {
  const deep = `{ payments { ${'invoice { '.repeat(20)} id ${'}'.repeat(20)} } }`;
  const doubling = (type: string) =>
    Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on ${type} { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
  it.each([
    ['too deep', deep, 'deeper than 14 fields', 'OPERATION_TOO_DEEP'],
    [
      'too wide in aliases',
      `{ payments { ${Array.from({ length: 61 }, (_, i) => `a${i}: status`).join(' ')} } }`,
      'more than 60 aliases',
      'TOO_MANY_ALIASES',
    ],
    [
      'too wide at its root',
      `{ ${Array.from({ length: 31 }, () => 'hello').join(' ')} }`,
      'more than 30 fields at its root',
      'TOO_MANY_ROOT_FIELDS',
    ],
    [
      'too wide at its root through fragments',
      `{ ...A ...A ...A } fragment A on Query { ${'hello '.repeat(11)} }`,
      'more than 30 fields at its root',
      'TOO_MANY_ROOT_FIELDS',
    ],
    [
      'of too many selections',
      `{ payments { ${'invoice { id } '.repeat(250)} } }`,
      'more than 500 selections',
      'TOO_MANY_SELECTIONS',
    ],
    [
      'of too many fragments',
      `{ ...F0 } ${Array.from({ length: 51 }, (_, i) => `fragment F${i} on Query { hello }`).join(' ')}`,
      'more than 50 fragments',
      'TOO_MANY_FRAGMENTS',
    ],
    [
      'of too many directives',
      `{ ${'...A @include(if: true) '.repeat(30)} } fragment A on Query { ... @skip(if: true) { __typename @skip(if: true) } }`,
      'more than 50 directives',
      'TOO_MANY_DIRECTIVES',
    ],
    [
      'whose fragment spreads itself',
      '{ ...A } fragment A on Query { hello ...B } fragment B on Query { ...A }',
      'a fragment that spreads itself',
      'FRAGMENT_CYCLE',
    ],
    [
      'of too many tokens',
      `{ ${'a '.repeat(4_000)} }`,
      'Document contains more that 4000 tokens',
      'TOO_MANY_TOKENS',
    ],
    [
      'of fragments that double',
      `{ ...F0 } ${doubling('Query')} fragment F30 on Query { a: hello }`,
      'more than 60 aliases',
      'TOO_MANY_ALIASES',
    ],
    [
      'of fragments that double below its root',
      `{ payments { ...F0 } } ${doubling('Payment')} fragment F30 on Payment { id }`,
      'more than 2000 selections, its fragments spread out',
      'TOO_MANY_SELECTIONS',
    ],
    [
      'of fragments that double in its introspection',
      `{ __schema { types { ...F0 } } } ${doubling('__Type')} fragment F30 on __Type { name }`,
      'more than 2000 selections, its fragments spread out',
      'TOO_MANY_SELECTIONS',
    ],
    [
      'that subscribes over HTTP',
      'subscription { paymentChanged { id } }',
      'over the WebSocket',
      'BAD_REQUEST',
    ],
  ])('%s is refused', async (_name, query, sentence, code) => {
    const answer = await ask(world, query);
    expect(answer.status).toBe(code === 'GRAPHQL_VALIDATION_FAILED' ? 200 : 400);
    expect(answer.body.errors?.map(({ message }) => message).join(' ')).toContain(sentence);
    expect(codesOf(answer)).toContain(code);
  });

  it('that comes in a list of them is refused', async () => {
    const response = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      body: JSON.stringify([{ query: '{ hello }' }, { query: '{ hello }' }]),
      headers: { 'content-type': 'application/json' },
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BATCH_NOT_ALLOWED' } }] },
    ]);
  });

  it.each(['gzip', 'br'])(
    'in a body that is said to be compressed (%s) is refused',
    async (encoding) => {
      const headers = { 'content-encoding': encoding };
      const answer = await ask(world, '{ hello }', { headers });
      expect([answer.status, codesOf(answer)]).toEqual([415, ['BAD_REQUEST']]);
    },
  );

  it('that introspects the whole schema passes', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await ask(world, getIntrospectionQuery())).body.data).toHaveProperty('__schema');
  });

  it('with a body that is too large, or none, is refused in GraphQL’s shape', async () => {
    expect(await ask(world, `# ${'x'.repeat(30_000)}`)).toMatchObject({
      status: 413,
      body: { errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] },
    });
    const response = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      body: '{"query":',
      headers: { 'content-type': 'application/json' },
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  it('from a form of a foreign page is refused (CSRF)', async () => {
    const response = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: 'mutation { refresh }' }),
    });
    expect(response.status).toBe(400);
    expect((await fetch(`${world.origin}/graphql?query={hello}`)).status).toBe(400);
  });
});

describe('a credential', () => {
  it.each([
    'Bearer nonsense',
    'Bearer a.b.c',
    'Basic abc',
    'Bearer',
    'PayLink x.y',
    'PayLink',
    'Bearer a b',
  ])('such as %s is answered by 401', async (authorization) => {
    expect(await ask(world, '{ hello }', { authorization })).toMatchObject({
      status: 401,
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });

  it('that has expired, or was signed by a stranger, is answered by 401', async () => {
    const expired = await world.bearer({ lifetimeSeconds: -5 });
    expect((await ask(world, '{ hello }', { authorization: expired })).status).toBe(401);
    const stranger = await startWorld();
    const forged = await stranger.bearer();
    await stranger.close();
    expect((await ask(world, '{ hello }', { authorization: forged })).status).toBe(401);
  });
});
