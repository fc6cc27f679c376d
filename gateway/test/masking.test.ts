import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { clientCodes } from '../src/present-error.ts';
import { ask, startWorld, type World } from './world/world.ts';

type Answer = { message: string; path?: string[]; locations?: object[]; extensions?: object };

/** What accounting says to whatever it is asked. */
let answer: Answer;
let world: World;
beforeAll(async () => {
  const first = await startWorld();
  const accounting = first.transports['accounting'];
  await first.close();
  if (!accounting) throw new Error('the small world has accounting');
  const execute = async () => ({ data: null, errors: [answer], setCookies: [] });
  world = await startWorld({ replaced: { accounting: { ...accounting, execute } } });
});
afterAll(() => world.close());

async function told(said: Answer) {
  answer = said;
  const { body } = await ask(world, '{ hello invoice(id: "1") { total } }', {
    authorization: await world.bearer(),
  });
  expect(body.data).toEqual({ hello: 'hello', invoice: null });
  expect(body.errors).toHaveLength(1);
  return body.errors?.[0];
}

const fault = {
  message: expect.stringMatching(/^Something went wrong on our side\. .*Error id [0-9a-f-]{36}\.$/),
  extensions: { code: 'INTERNAL_ERROR', errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
};

it.each([
  ['a fault', { message: 'ECONNREFUSED 10.1.2.3:5432 in /srv/accounting/src/database.ts' }],
  ['a code that nobody listed', { message: 'x', extensions: { code: 'SQL_ERROR' } }],
  [
    'a request that the gateway got wrong',
    {
      message: 'Cannot query field "secret" on type "Invoice". Did you mean "ledgerSecret"?',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ],
  [
    'a request that the gateway got wrong, of a field',
    { message: 'no', path: ['invoice'], extensions: { code: 'BAD_REQUEST' } },
  ],
])('%s of a subgraph is an id for the client, and nothing else', async (_name, said) => {
  expect(await told(said)).toMatchObject(fault);
});

it('a refusal of a subgraph keeps its code and sentence, and none of its surroundings', async () => {
  const said = {
    message: 'Your role does not allow this.',
    path: ['invoice', 'total'],
    locations: [{ line: 3, column: 7 }],
    extensions: { code: 'FORBIDDEN', stacktrace: ['at file.ts'], sql: 'select', serviceName: 'x' },
  };
  expect(await told(said)).toEqual({
    message: 'Your role does not allow this.',
    path: ['invoice', 'total'],
    extensions: { code: 'FORBIDDEN' },
  });
});

it('a fault keeps the id that the subgraph logged it under', async () => {
  const errorId = '01890000-0000-7000-8000-000000000001';
  const said = {
    message: `Something went wrong. Error id ${errorId}.`,
    extensions: { code: 'INTERNAL_ERROR', errorId },
  };
  expect(await told(said)).toMatchObject({ extensions: { code: 'INTERNAL_ERROR', errorId } });
});

it('every code that a client can get stands in the README', () => {
  const readme = readFileSync(`${import.meta.dirname}/../README.md`, 'utf8');
  expect([...clientCodes].filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
});
