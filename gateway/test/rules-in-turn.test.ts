import { ApolloServer, HeaderMap } from '@apollo/server';
import { afterEach, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GatewayContext } from '../src/request-context.ts';
import { rulesInTurn, type OperationRule } from '../src/rules-in-turn.ts';
import { newContext } from './world/call.ts';

const started: ApolloServer<GatewayContext>[] = [];
afterEach(() => Promise.all(started.splice(0).map((server) => server.stop())));

async function ask(...rules: readonly OperationRule[]): Promise<unknown> {
  const server = new ApolloServer<GatewayContext>({
    typeDefs: 'type Query { hello: String }',
    resolvers: { Query: { hello: () => 'executed' } },
    plugins: [rulesInTurn(rules)],
    includeStacktraceInErrorResponses: false,
  });
  await server.start();
  started.push(server);
  const { body } = await server.executeOperation(
    { query: '{ hello }' },
    { contextValue: newContext() },
  );
  return body.kind === 'single' ? body.singleResult : null;
}

const answering = (hello: string): OperationRule => ({
  requestDidStart: () => ({
    responseForOperation: () => ({
      http: { headers: new HeaderMap() },
      body: { kind: 'single', singleResult: { data: { hello } } },
    }),
  }),
});

const nothingToSay: OperationRule = {
  requestDidStart: () => ({ responseForOperation: () => null }),
};
const notConcerned: OperationRule = { requestDidStart: () => undefined };

it('leaves the execution alone when no rule answers', async () => {
  expect(await ask(notConcerned, nothingToSay)).toMatchObject({ data: { hello: 'executed' } });
});

it('takes the answer of the first rule that has one', async () => {
  const answer = await ask(notConcerned, nothingToSay, answering('first'), answering('second'));
  expect(answer).toMatchObject({ data: { hello: 'first' } });
});

it('waits for a rule that waits, at each stage, before the next one has its turn', async () => {
  const order: string[] = [];
  const noting = (name: string): OperationRule => {
    const note = (stage: string) => async () => {
      await nextTurn();
      order.push(`${stage} ${name}`);
    };
    return {
      requestDidStart: async () => {
        await note('start')();
        return { didResolveOperation: note('resolved'), willSendResponse: note('sent') };
      },
    };
  };
  await ask(noting('a'), noting('b'));
  expect(order).toEqual(['start a', 'start b', 'resolved a', 'resolved b', 'sent a', 'sent b']);
});

it('tells later rules nothing of an operation that one refuses, but lets all see what is sent', async () => {
  const heard: string[] = [];
  const refusing: OperationRule = {
    requestDidStart: () => ({
      didResolveOperation: () => {
        throw new GraphQLError('No.');
      },
    }),
  };
  const later: OperationRule = {
    requestDidStart: () => ({
      didResolveOperation: () => void heard.push('resolved'),
      willSendResponse: ({ errors }) => void heard.push(`sent ${errors?.[0]?.message}`),
    }),
  };
  expect(await ask(refusing, later)).toMatchObject({ errors: [{ message: 'No.' }] });
  expect(heard).toEqual(['sent No.']);
});
