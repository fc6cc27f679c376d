import { ApolloServer, HeaderMap } from '@apollo/server';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError } from 'graphql';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { executedAnswers } from '../src/executed-answers.ts';
import type { OperationRequest, SingleAnswer } from '../src/executor/incremental.ts';
import { presentError } from '../src/present-error.ts';
import { rulesInTurn } from '../src/rules-in-turn.ts';
import type { GatewayContext } from '../src/request-context.ts';
import { newContext } from './world/call.ts';

const schema = buildSchema('type Query { hello(to: Int): String } type Mutation { save: Boolean }');

type Execute = (request: OperationRequest) => Promise<SingleAnswer>;

const started: ApolloServer<GatewayContext>[] = [];
afterEach(() => Promise.all(started.splice(0).map((server) => server.stop())));

/** A server over a gateway whose own executor says `usual`. */
async function start(execute: Execute) {
  const usual: string[] = [];
  const server = new ApolloServer<GatewayContext>({
    gateway: {
      load: async () => ({
        executor: async ({ source }) => {
          usual.push(source);
          return { data: { hello: 'usual' } };
        },
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    formatError: presentError,
    plugins: [rulesInTurn([executedAnswers({ execute })])],
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  await server.start();
  started.push(server);
  return { server, usual };
}

async function ask(
  server: ApolloServer<GatewayContext>,
  body: object = { query: '{ hello }' },
  context = newContext(),
) {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  const httpGraphQLRequest = { method: 'POST', headers, search: '', body };
  const response = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: async () => context,
  });
  const text = response.body.kind === 'complete' ? response.body.string : '';
  return { status: response.status ?? 200, result: JSON.parse(text) as unknown };
}

describe('an answer by our executor', () => {
  it('is the answer, and the usual execution is not asked', async () => {
    const asked: OperationRequest[] = [];
    const { server, usual } = await start(async (request) => {
      asked.push(request);
      return { data: { hello: 'ours' } };
    });
    const context = newContext({ requestId: 'mine' });
    const query = 'query Q { hello } query R($v: Int) { hello(to: $v) }';
    const { result } = await ask(
      server,
      { query, operationName: 'R', variables: { v: 1 } },
      context,
    );
    expect(result).toEqual({ data: { hello: 'ours' } });
    expect(asked).toMatchObject([
      { operationName: 'R', variables: { v: 1 }, context: { requestId: 'mine' } },
    ]);
    expect(asked[0]?.queryHash).toMatch(/^[0-9a-f]{64}$/);
    expect(usual).toEqual([]);
  });

  it('tells what callers may read of its errors, and masks the rest', async () => {
    const { server } = await start(async () => ({
      data: { hello: null },
      errors: [
        new GraphQLError('select 1 from vault', { path: ['hello'] }),
        new GraphQLError('No.', { path: ['hello'], extensions: { code: 'FORBIDDEN' } }),
      ],
    }));
    const { status, result } = await ask(server);
    expect(status).toBe(200);
    expect(result).toMatchObject({
      data: { hello: null },
      errors: [{ extensions: { code: 'INTERNAL_ERROR' } }, { message: 'No.', path: ['hello'] }],
    });
    expect(JSON.stringify(result)).not.toContain('vault');
  });

  it('leaves to the usual execution what was not executed', async () => {
    const { server, usual } = await start(async () => ({ errors: [new GraphQLError('No plan.')] }));
    expect(await ask(server)).toMatchObject({ result: { data: { hello: 'usual' } } });
    expect(usual).toEqual(['{ hello }']);
  });

  it('is a masked fault when the executor throws, and a mutation is not executed again', async () => {
    const { server, usual } = await start(() => Promise.reject(new GraphQLError('half done')));
    const { status, result } = await ask(server, { query: 'mutation { save }' });
    expect(status).toBe(500);
    expect(result).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_ERROR' } }] });
    expect(JSON.stringify(result)).not.toContain('half done');
    expect(usual).toEqual([]);
  });
});

describe('the memory of a request that was answered', () => {
  let collectYoung: () => void;
  beforeAll(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
    collectYoung = () => collect({ type: 'minor' });
  });

  const oldBytes = (): number =>
    getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')
      ?.space_used_size ?? NaN;

  it('is free with the next collection of young objects', async () => {
    const { server } = await start(async () => ({ data: { hello: 'ours' } }));
    const askMany = async (count: number) => {
      for (let left = count; left > 0; left -= 1) {
        const ballast = Array.from({ length: 4_000 }, () => left / 3).join();
        await ask(server, undefined, Object.assign(newContext(), { ballast }));
      }
      for (let times = 0; times < 3; times += 1) collectYoung();
    };
    await askMany(100); // Compiles.
    const before = oldBytes();
    await askMany(200);
    // By the gateway's way through Apollo Server it would be 11 MB, nearly all of them.
    expect(oldBytes() - before).toBeLessThan(2_000_000);
  });
});
