import { ApolloClient, InMemoryCache } from '@apollo/client';
import { until } from '@finflow/shared/testing/until';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { socketLink } from './socket-link.ts';

/** The server's side of graphql-transport-ws, as a test plays it, behind the browser's WebSocket. */
type Heard = { readonly socket: PlayedSocket; readonly id: string; readonly extensions: unknown };
let heard: Heard[];
let acknowledged: string | null;

class PlayedSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState = PlayedSocket.CONNECTING;
  onopen: () => void = () => undefined;
  onmessage: (event: { readonly data: string }) => void = () => undefined;
  onclose: (event: { readonly code: number; readonly reason: string }) => void = () => undefined;

  constructor() {
    queueMicrotask(() => {
      this.readyState = PlayedSocket.OPEN;
      this.onopen();
    });
  }

  send(text: string): void {
    const { type, id, payload } = JSON.parse(text);
    if (type === 'connection_init') {
      const started = acknowledged === null ? {} : { payload: { eventId: acknowledged } };
      this.tell({ type: 'connection_ack', ...started });
    }
    if (type === 'subscribe') heard.push({ socket: this, id, extensions: payload.extensions });
  }

  tell(message: object): void {
    queueMicrotask(() => this.onmessage({ data: JSON.stringify(message) }));
  }

  close(code: number): void {
    if (this.readyState === PlayedSocket.CLOSED) return;
    this.readyState = PlayedSocket.CLOSED;
    this.onclose({ code, reason: '' });
  }
}

const browserSocket = globalThis.WebSocket;
beforeEach(() => {
  heard = [];
  acknowledged = 'start';
  Object.assign(globalThis, { WebSocket: PlayedSocket });
});
afterEach(() => {
  Object.assign(globalThis, { WebSocket: browserSocket });
});

function subscribe(extensions = {}) {
  const onMissed = jest.fn();
  const link = socketLink({
    url: 'ws://finflow.example/graphql',
    authorization: async () => 'Bearer token',
    onRefused: () => undefined,
    onMissed,
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const told: unknown[] = [];
  const subscription = client
    .subscribe({ query: parse('subscription Tick { tick }'), extensions })
    .subscribe(({ data, error }) => told.push(error ?? data));
  return { told, onMissed, stop: () => subscription.unsubscribe() };
}

/** The next subscribing that the server hears. */
async function subscribed() {
  await until(() => heard.length > 0);
  const first = heard.shift();
  if (!first) throw new Error('heard above');
  const { socket, id, extensions } = first;
  const tell = (payload: object) => socket.tell({ id, type: 'next', payload });
  const pong = (eventId: string, operations: readonly string[] = [id]) =>
    socket.tell({ type: 'pong', payload: { eventId, operations } });
  return { socket, extensions, tell, pong };
}

const tick = (value: number, eventId: string) => ({
  data: { tick: value },
  extensions: { eventId },
});

it('goes on after the last event it was told when the socket was lost', async () => {
  const { told, onMissed, stop } = subscribe();
  const first = await subscribed();
  expect(first.extensions).not.toHaveProperty('lastEventId');
  first.tell(tick(1, 'a'));
  first.tell(tick(2, 'b'));
  await until(() => told.length === 2);
  first.socket.close(1012);
  const second = await subscribed();
  expect(second.extensions).toMatchObject({ lastEventId: 'b' });
  second.tell(tick(3, 'c'));
  await until(() => told.length === 3);
  expect(told).toEqual([{ tick: 1 }, { tick: 2 }, { tick: 3 }]);
  expect(onMissed).not.toHaveBeenCalled();
  stop();
});

it('goes on after the acknowledgement when it was told nothing yet', async () => {
  const { stop } = subscribe();
  const first = await subscribed();
  acknowledged = 'later';
  first.socket.close(1006);
  expect((await subscribed()).extensions).toMatchObject({ lastEventId: 'start' });
  stop();
});

it('begins where it was told to, and goes on there when it was told nothing yet', async () => {
  const { stop } = subscribe({ lastEventId: 'answer' });
  const first = await subscribed();
  expect(first.extensions).toMatchObject({ lastEventId: 'answer' });
  first.socket.close(1006);
  expect((await subscribed()).extensions).toMatchObject({ lastEventId: 'answer' });
  stop();
});

it('moves on with the log while nothing happens, as far as the server says so', async () => {
  const { told, stop } = subscribe();
  const first = await subscribed();
  first.tell(tick(1, 'a'));
  await until(() => told.length === 1);
  first.pong('b', []);
  first.socket.close(1006);
  const second = await subscribed();
  expect(second.extensions).toMatchObject({ lastEventId: 'a' });
  second.pong('c');
  second.tell({ data: { tick: 2 } });
  await until(() => told.length === 2);
  second.socket.close(1006);
  expect((await subscribed()).extensions).toMatchObject({ lastEventId: 'c' });
  stop();
});

it('has what is shown read anew, once, when the server tells of a gap, and shows no error', async () => {
  const { told, onMissed, stop } = subscribe();
  const { tell } = await subscribed();
  const errors = [{ message: 'Fetch anew.', extensions: { code: 'RESUME_GAP' } }];
  tell({ data: null, errors, extensions: { eventId: 'a' } });
  tell({ data: null, errors, extensions: { eventId: 'a' } });
  tell(tick(1, 'b'));
  await until(() => told.length === 1 && onMissed.mock.calls.length > 0);
  expect(told).toEqual([{ tick: 1 }]);
  expect(onMissed).toHaveBeenCalledTimes(1);
  stop();
});

it('has what is shown read anew after a loss when the server tells no event ids', async () => {
  acknowledged = null;
  const { onMissed, stop } = subscribe();
  (await subscribed()).socket.close(1006);
  await subscribed();
  await until(() => onMissed.mock.calls.length > 0);
  expect(onMissed).toHaveBeenCalledTimes(1);
  stop();
});

it('has what is shown read anew after a fault of the server, which ends the subscription', async () => {
  const { told, onMissed, stop } = subscribe();
  (await subscribed()).socket.close(4500);
  const again = await subscribed();
  again.tell(tick(1, 'a'));
  await until(() => told.length === 1 && onMissed.mock.calls.length > 0);
  expect(told).toEqual([{ tick: 1 }]);
  stop();
});
