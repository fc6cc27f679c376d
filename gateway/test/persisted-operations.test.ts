import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, specifiedRules, validate } from 'graphql';
import { until } from '@finflow/shared/testing/until';
import { documentLimits } from '../src/limits/document-limits.ts';
import { defaultLimits } from '../src/limits/limits.ts';
import { loadSupergraph } from './world/load-supergraph.ts';
import { idOf, readManifests } from '../src/persisted/manifest.ts';
import type { PersistedMode } from '../src/persisted/operation-texts.ts';
import { issueApiKey } from './world/api-keys.ts';
import { paymentUpdated } from './world/events.ts';
import { openRaw } from './world/socket.ts';
import { startWorld, type World } from './world/world.ts';

const hello = 'query Hello {\n  hello\n}';
const refresh = 'mutation Refresh {\n  refresh\n}';
const watch = 'subscription Watch {\n  paymentChanged {\n    id\n  }\n}';
const own = 'query Own {\n  greeting: hello\n}';

const operation = (type: string, name: string, body: string) => ({
  id: idOf(body),
  name,
  type,
  body,
});
const manifest = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    operation('query', 'Hello', hello),
    operation('mutation', 'Refresh', refresh),
    operation('subscription', 'Watch', watch),
  ],
};
const byId = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: idOf(text) } });

let folder: string;
const written = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const world = (mode: PersistedMode): Promise<World> =>
  startWorld({
    persisted: { mode, operations: readManifests([written('manifest.json', manifest)]) },
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'finflow-persisted-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function post({ origin }: World, body: unknown, authorization = '') {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(body),
  });
  return read(response);
}

async function get({ origin }: World, parameters: Record<string, string>) {
  const response = await fetch(`${origin}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  return read(response);
}

async function read(response: Response) {
  const body = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  return { status: response.status, data: body.data, code: body.errors?.[0]?.extensions.code };
}

const answered = (data: unknown) => ({ status: 200, data, code: undefined });

describe('a manifest beside free texts', () => {
  let on: World;
  beforeAll(async () => {
    on = await world('on');
  });
  afterAll(() => on.close());

  it('lets an id stand for its text, by POST and by GET', async () => {
    expect(await post(on, { extensions: byId(hello) })).toEqual(answered({ hello: 'hello' }));
    const extensions = JSON.stringify({ ...byId(hello), other: 1 });
    expect(await get(on, { extensions })).toEqual(answered({ hello: 'hello' }));
    expect(await post(on, { query: own, variables: {} })).toEqual(answered({ greeting: 'hello' }));
  });

  it('never lets a mutation be sent by GET, not by its id either', async () => {
    const answer = await get(on, { extensions: JSON.stringify(byId(refresh)) });
    expect(answer).toMatchObject({ status: 405, code: 'BAD_REQUEST' });
  });

  it('remembers a known caller’s text under its id, and no stranger’s', async () => {
    const unknown = { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' };
    const both = { query: own, extensions: byId(own) };
    expect(await post(on, { extensions: byId(own) })).toMatchObject(unknown);
    expect(await post(on, both)).toEqual(answered({ greeting: 'hello' }));
    expect(await post(on, { extensions: byId(own) })).toMatchObject(unknown);
    await post(on, both, await on.bearer({ role: 'VIEWER' }));
    expect(await post(on, { extensions: byId(own) })).toEqual(answered({ greeting: 'hello' }));
  });

  it('refuses a text under another text’s id', async () => {
    const swapped = { query: refresh, extensions: byId(own) };
    expect(await post(on, swapped)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it.each([
    ['another version', { persistedQuery: { version: 2, sha256Hash: idOf(hello) } }],
    ['no hash', { persistedQuery: { version: 1 } }],
    ['no object', { persistedQuery: 'hello' }],
  ])('refuses %s', async (_name, extensions) => {
    expect(await post(on, { extensions })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('leaves what names no operation to be refused as ever', async () => {
    for (const body of [{}, { query: '' }, { query: 7 }]) {
      expect(await post(on, body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    }
    const twice = await fetch(`${on.origin}/graphql?query={hello}&query={hello}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(twice.status).toBe(400);
  });

  it('counts and times an operation of the manifest by its name, and what others write without', async () => {
    await post(on, { query: hello });
    await post(on, { query: 'query Mine { hello }' });
    const metrics = await (await fetch(`${on.origin}/metrics`)).text();
    const counted = 'finflow_gateway_operations_total{type="query",operation="Hello",outcome="ok"}';
    expect(metrics).toContain(counted);
    expect(metrics).toContain(
      'finflow_gateway_operation_seconds_count{type="query",operation="Hello"}',
    );
    expect(metrics).not.toContain('Mine');
  });

  it('counts how operations were named', async () => {
    const metrics = await (await fetch(`${on.origin}/metrics`)).text();
    for (const outcome of ['listed', 'remembered', 'text', 'unknown', 'refused']) {
      expect(metrics).toMatch(
        new RegExp(`finflow_gateway_persisted_operations_total{outcome="${outcome}"} [1-9]`),
      );
    }
  });
});

describe('a manifest as the only list', () => {
  let only: World;
  beforeAll(async () => {
    only = await world('only');
  });
  afterAll(() => only.close());

  const notInList = { status: 400, code: 'PERSISTED_QUERY_NOT_IN_LIST', data: undefined };

  it('takes the released operations, by id or by their very text, from anybody', async () => {
    for (const body of [{ extensions: byId(hello) }, { query: hello }]) {
      expect(await post(only, body)).toEqual(answered({ hello: 'hello' }));
    }
    expect(await get(only, { query: hello })).toEqual(answered({ hello: 'hello' }));
  });

  it('refuses everything else of strangers and of members, however it is sent', async () => {
    const member = await only.bearer({ role: 'ACCOUNTANT' });
    for (const caller of ['', member, only.payLink()]) {
      expect(await post(only, { query: own }, caller)).toEqual(notInList);
      expect(await post(only, { extensions: byId(own) }, caller)).toEqual(notInList);
      expect(await post(only, { query: own, extensions: byId(own) }, caller)).toEqual(notInList);
    }
    expect(await get(only, { query: own })).toEqual(notInList);
    expect(await get(only, { extensions: JSON.stringify(byId(own)) })).toEqual(notInList);
  });

  it('lets programs with an API key send what they like, and remembers it for them', async () => {
    const program = `Bearer ${issueApiKey(only.books)}`;
    const query = 'query Program {\n  payments {\n    id\n  }\n}';
    const payments = { payments: [...only.books.payments.keys()].map((id) => ({ id })) };
    const both = { query, extensions: byId(query) };
    expect(await post(only, both, program)).toEqual(answered(payments));
    expect(await post(only, { extensions: byId(query) }, program)).toEqual(answered(payments));
    expect(await post(only, { extensions: byId(query) })).toEqual(notInList);
  });

  it('lets an owner send what he likes, and what he had remembered stays his kind’s', async () => {
    const owner = await only.bearer({ role: 'OWNER' });
    const both = { query: own, extensions: byId(own) };
    expect(await post(only, both, owner)).toEqual(answered({ greeting: 'hello' }));
    expect(await post(only, { extensions: byId(own) }, owner)).toEqual(
      answered({ greeting: 'hello' }),
    );
    expect(await post(only, { extensions: byId(own) })).toEqual(notInList);
  });
});

it('says that ids are not known here when they are switched off', async () => {
  const off = await world('off');
  expect(await post(off, { extensions: byId(hello) })).toMatchObject({
    status: 200,
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  });
  expect(await post(off, { query: own, extensions: byId(own) })).toEqual(
    answered({ greeting: 'hello' }),
  );
  await off.close();
});

it('knows subscriptions by their id, too, and refuses others by the same list', async () => {
  const only = await world('only');
  const { books, bus } = only;
  const peer = await openRaw(only);
  const authorization = await only.bearer({ role: 'MEMBER' });
  peer.send({ type: 'connection_init', payload: { authorization } });
  await until(() => peer.messages.some(({ type }) => type === 'connection_ack'));
  const another = 'subscription { paymentChanged { status } }';
  peer.send({ type: 'subscribe', id: 'other', payload: { query: another } });
  peer.send({ type: 'subscribe', id: 'good', payload: { query: '', extensions: byId(watch) } });
  const firstOf = (id: string) => peer.messages.find((message) => message.id === id);
  await until(() => firstOf('other') !== undefined);
  await until(async () => {
    if (!firstOf('good')) await bus.publish([paymentUpdated(books)]);
    return firstOf('good') !== undefined;
  });
  expect(firstOf('other')).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST' } }],
  });
  expect(firstOf('good')).toMatchObject({
    type: 'next',
    payload: { data: { paymentChanged: { id: books.paymentId } } },
  });
  peer.socket.terminate();
  await only.close();
});

describe('a manifest that is not right', () => {
  it.each([
    ['another format', { ...manifest, format: 'other' }],
    ['another version', { ...manifest, version: 2 }],
    ['something else than operations', { ...manifest, operations: [{ id: 1 }] }],
    [
      'an id that is not its text’s hash',
      {
        ...manifest,
        operations: [{ ...operation('query', 'Hello', hello), body: `${hello} ` }],
      },
    ],
    ['no JSON', '{'],
  ])('stops the start: %s', (_name, content) => {
    const file = written('wrong.json', content);
    expect(() => readManifests([file])).toThrow(file);
  });

  it('is joined with those of earlier releases', () => {
    const older = { ...manifest, operations: [operation('query', 'Own', own)] };
    const files = [written('manifest.json', manifest), written('older.json', older)];
    expect([...readManifests(files).values()].map(({ name }) => name)).toEqual([
      'Hello',
      'Refresh',
      'Watch',
      'Own',
    ]);
  });
});

it('holds only operations that the committed supergraph knows, within the limits of one operation', () => {
  const file = (name: string) => join(import.meta.dirname, '..', name);
  const schema = loadSupergraph(readFileSync(file('supergraph.graphql'), 'utf8')).clientSchema;
  const rules = [...specifiedRules, documentLimits(defaultLimits)];
  for (const { name, body } of readManifests([file('persisted-operations.json')]).values()) {
    const document = parse(body, { maxTokens: defaultLimits.maxTokens });
    expect([name, validate(schema, document, rules)]).toEqual([name, []]);
  }
});
