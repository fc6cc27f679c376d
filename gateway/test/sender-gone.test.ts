import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { log } from '@finflow/shared/log';
import { until } from '@finflow/shared/testing/until';
import { startWorld, type World } from './world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ transport: 'http' });
});
afterAll(() => world.close());

/** Begins to send a body, and goes away. */
function leaveHalfway(path: string, contentType: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(world.port, '127.0.0.1', () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${contentType}\r\ncontent-length: 1000\r\n\r\n{"query":`,
        () => setTimeout(() => socket.destroy(), 20),
      );
    });
    socket.once('error', reject);
    socket.once('close', () => resolve());
  });
}

it('a client that goes away while it sends is no fault of ours', async () => {
  const errors = jest.spyOn(log, 'error');
  const debugs = jest.spyOn(log, 'debug');
  const gone = () =>
    debugs.mock.calls.filter(([message]) => (message as unknown) === 'sender gone');
  await leaveHalfway('/graphql', 'application/json');
  await leaveHalfway('/webhooks/stripe', 'application/json');
  await until(() => gone().length === 2);
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
  debugs.mockRestore();
});

it('a body that is too large is answered, and the connection goes on', async () => {
  const response = await fetch(`${world.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":"${' '.repeat(8 * 1024 * 1024)}"}`,
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }],
  });
});
