import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { StreamedBody } from '../src/http/route.ts';
import { sendInParts } from '../src/http/send-in-parts.ts';
import { send } from '../src/http/serve.ts';
import { eventually } from '../src/testing/eventually.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A body that a test feeds by hand, and that says whether its reader left. */
function handFed() {
  const waiting: ((result: IteratorResult<string>) => void)[] = [];
  const fed = { asked: 0, left: 0, give: (_part: string) => {}, finish: () => {}, fail: () => {} };
  let rejectLast = (_error: Error) => {};
  const end = () => waiting.splice(0).forEach((take) => take({ done: true, value: undefined }));
  const body: StreamedBody = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        fed.asked += 1;
        return new Promise((resolve, reject) => {
          waiting.push(resolve);
          rejectLast = reject;
        });
      },
      return: async () => {
        fed.left += 1;
        end();
        return { done: true, value: undefined };
      },
    }),
  };
  fed.give = (value) => waiting.shift()?.({ done: false, value });
  fed.finish = end;
  fed.fail = () => rejectLast(new Error('the source broke'));
  return { body, fed };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serveBody = (body: StreamedBody) =>
  listen(
    createServer((_, outgoing) =>
      send(outgoing, { status: 200, headers: { 'content-type': 'text/plain' }, body }),
    ),
  );

/** Asks by a bare socket, which takes nothing until it is told to. */
async function askAndTakeNothing(origin: string): Promise<Socket> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  closing.push(() => socket.destroy());
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: test\r\n\r\n');
  return socket;
}

describe('an answer in parts', () => {
  it('sends the head before there is a part, and each part before the next is made', async () => {
    const { body, fed } = handFed();
    const response = await fetch(await serveBody(body));
    expect(response.headers.get('content-type')).toBe('text/plain');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (const part of ['one', 'two']) {
      await eventually(() => expect(fed.asked).toBeGreaterThan(0));
      fed.asked = 0;
      fed.give(part);
      expect((await reader?.read())?.value).toBe(part);
    }
    fed.finish();
    expect((await reader?.read())?.done).toBe(true);
  });

  it('asks for no more while the reader takes nothing, and loses nothing', async () => {
    const megabyte = '#'.repeat(1024 * 1024);
    const parts = 32;
    let made = 0;
    const origin = await serveBody(
      (async function* () {
        for (; made < parts; made += 1) yield megabyte;
      })(),
    );
    const socket = await askAndTakeNothing(origin);
    await eventually(() => expect(made).toBeGreaterThan(0));
    await eventuallyStill(() => made);
    expect(made).toBeLessThan(parts);
    let taken = 0;
    let last = '';
    socket.on('data', (chunk: Buffer) => {
      taken += chunk.length;
      last = chunk.toString().slice(-5);
    });
    socket.resume();
    await eventually(() => expect(last).toBe('0\r\n\r\n'));
    expect(taken).toBeGreaterThan(parts * megabyte.length);
  });

  it('ends the iteration when the reader leaves while nothing comes', async () => {
    const { body, fed } = handFed();
    const leaving = new AbortController();
    await fetch(await serveBody(body), { signal: leaving.signal });
    await eventually(() => expect(fed.asked).toBe(1));
    leaving.abort();
    await eventually(() => expect(fed.left).toBe(1));
  });

  it('cuts off a reader that takes nothing for too long', async () => {
    let left = 0;
    const origin = await listen(
      createServer((_, outgoing) => {
        void sendInParts(outgoing, endless(), 50);
      }),
    );
    async function* endless() {
      try {
        for (;;) yield 'x'.repeat(1024 * 1024);
      } finally {
        left += 1;
      }
    }
    const socket = await askAndTakeNothing(origin);
    await eventually(() => expect(left).toBe(1));
    socket.resume();
    await eventually(() => expect(socket.destroyed).toBe(true));
  });

  it('cuts off when the source breaks: a half answer must not look whole', async () => {
    const { body, fed } = handFed();
    const response = await fetch(await serveBody(body));
    fed.give('half');
    await eventually(() => expect(fed.asked).toBe(2));
    fed.fail();
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('answers HEAD with the head alone, and leaves', async () => {
    const { body, fed } = handFed();
    const response = await fetch(await serveBody(body), { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect([fed.asked, fed.left]).toEqual([0, 1]);
  });
});

/** Resolves when the figure has stood still for a while. */
async function eventuallyStill(figure: () => number): Promise<void> {
  let last = -1;
  while (last !== figure()) {
    last = figure();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
