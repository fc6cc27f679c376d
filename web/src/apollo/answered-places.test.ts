import { ApolloClient, ApolloLink, execute, InMemoryCache } from '@apollo/client';
import { afterEach, expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { Subject } from 'rxjs';
import { createAnsweredPlaces } from './answered-places.ts';

/** The links of one client, before servers that a test plays. */
function start() {
  let nowMs = 0;
  const places = createAnsweredPlaces(() => nowMs);
  const client = new ApolloClient({ link: ApolloLink.empty(), cache: new InMemoryCache() });
  const begun: unknown[] = [];
  const socket = new ApolloLink(({ extensions }) => {
    begun.push(extensions['lastEventId'] ?? null);
    return new Subject<ApolloLink.Result>();
  });
  return {
    begun,
    later: (ms: number) => {
      nowMs += ms;
    },
    ask: (text: string) => {
      const answers = new Subject<ApolloLink.Result>();
      const sent: unknown[] = [];
      const http = new ApolloLink((operation) => {
        sent.push(operation.getContext()['headers']);
        return answers;
      });
      const asking = execute(places.queries.concat(http), { query: parse(text) }, { client });
      const subscription = asking.subscribe({ error: () => undefined });
      return {
        headers: sent[0],
        answer: (eventId: string) => answers.next({ data: {}, extensions: { eventId } }),
        fail: () => answers.error(new Error('Lost.')),
        giveUp: () => subscription.unsubscribe(),
      };
    },
    listen: () =>
      execute(
        places.subscriptions.concat(socket),
        { query: parse('subscription { tick }') },
        { client },
      ).subscribe(),
  };
}

afterEach(() => {
  jest.useRealTimers();
});

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 20));

it('begins a subscription where the first query of the screen was answered', async () => {
  const { ask, listen, begun } = start();
  const [first, second] = [ask('{ a }'), ask('{ b }')];
  expect(first.headers).toEqual({ 'x-finflow-event-id': '1' });
  second.answer('2');
  first.answer('1');
  listen();
  await aWhile();
  expect(begun).toEqual(['1']);
});

it('waits for a query that is under way, also one that is sent in the same moment', async () => {
  const { ask, listen, begun } = start();
  listen();
  const screen = ask('{ a }');
  await aWhile();
  expect(begun).toEqual([]);
  screen.answer('1');
  await aWhile();
  expect(begun).toEqual(['1']);
});

it.each(['fail', 'giveUp'] as const)('does not wait for a query any more: %s', async (end) => {
  const { ask, listen, begun } = start();
  const [lost, other] = [ask('{ a }'), ask('{ b }')];
  listen();
  lost[end]();
  other.answer('2');
  await aWhile();
  expect(begun).toEqual(['2']);
});

it('begins from now when nothing was answered of late, and minds no mutation', async () => {
  const { ask, listen, later, begun } = start();
  ask('{ a }').answer('1');
  later(60_000);
  const upload = ask('mutation { upload }');
  expect(upload.headers).toBeUndefined();
  listen();
  await aWhile();
  expect(begun).toEqual([null]);
});

it('waits for queries that hang no longer than for one', async () => {
  jest.useFakeTimers();
  const { ask, listen, begun } = start();
  [ask('{ a }'), ask('{ b }'), ask('{ c }')].at(-1)?.answer('3');
  listen();
  await jest.advanceTimersByTimeAsync(9_000);
  expect(begun).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(begun).toEqual(['3']);
});

it('never begins for who has left meanwhile', async () => {
  const { ask, listen, begun } = start();
  const screen = ask('{ a }');
  listen().unsubscribe();
  screen.answer('1');
  await aWhile();
  expect(begun).toEqual([]);
});
