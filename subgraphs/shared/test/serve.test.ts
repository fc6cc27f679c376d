import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { jsonResponse } from '../src/http/route.ts';
import { serve, type HttpServer } from '../src/http/serve.ts';
import { log } from '../src/log.ts';
import { eventually } from '../src/testing/eventually.ts';

const wrongHeader = { status: 200, headers: { 'x-name': 'caf\u2603' }, body: '' };

let server: HttpServer;
beforeAll(async () => {
  const echo = async ({ body }: { body: Buffer }) => jsonResponse(200, { bytes: body.length });
  server = await serve({
    routes: [
      { method: 'POST', path: '/echo', handle: echo },
      { method: 'GET', path: '/wrong', handle: async () => wrongHeader },
    ],
    port: 0,
    host: '127.0.0.1',
    maxBodyBytes: 1000,
  });
});
afterAll(() => server.close());

const post = (bytes: number) =>
  fetch(`http://127.0.0.1:${server.port}/echo`, { method: 'POST', body: 'x'.repeat(bytes) });

it('answers a body that is too large by 413, however large it is', async () => {
  expect((await post(1000)).status).toBe(200);
  for (const bytes of [1001, 5_000_000]) {
    const response = await post(bytes);
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: { code: 'BODY_TOO_LARGE' } });
  }
});

it('tells the length of an answer, in bytes', async () => {
  const { headers } = await post(10);
  expect(headers.get('content-length')).toBe(String(JSON.stringify({ bytes: 10 }).length));
  expect(headers.get('transfer-encoding')).toBeNull();
});

it('takes no notice of a client that goes away while it sends', async () => {
  const errors = jest.spyOn(log, 'error');
  const debugs = jest.spyOn(log, 'debug');
  const socket = connect(server.port, '127.0.0.1', () => {
    socket.write('POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nx', () =>
      setTimeout(() => socket.destroy(), 20),
    );
  });
  await eventually(() => {
    expect(debugs.mock.calls.map(([message]) => message as unknown)).toContain('sender gone');
  });
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
  debugs.mockRestore();
});

it('answers 500 where an answer can’t be sent, and logs the address without what may sign it', async () => {
  const errors = jest.spyOn(log, 'error');
  const response = await fetch(`http://127.0.0.1:${server.port}/wrong?signature=secret`);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: { code: 'INTERNAL_ERROR' } });
  expect(errors.mock.calls).toMatchObject([['request failed', { path: '/wrong' }]]);
  errors.mockRestore();
});
