import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import { startSilentPayments, type SilentPayments } from './world/silent-payments.ts';

let silent: SilentPayments;
let payments: SilentPayments['payments'];
let world: SilentPayments['world'];
beforeEach(async () => {
  silent = await startSilentPayments();
  ({ payments, world } = silent);
});
afterEach(() => silent.close());

/** A client that asks and may hang up. */
async function ask(query: string): Promise<Socket> {
  const body = JSON.stringify({ query });
  const head = [
    'POST /graphql HTTP/1.1',
    'host: x',
    'content-type: application/json',
    `authorization: ${await world.bearer()}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  const before = payments.asked.length;
  const socket = connect(world.port, '127.0.0.1', () => {
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
  await until(() => payments.asked.length > before);
  return socket;
}

it('a client that hangs up takes back what was asked for it', async () => {
  const client = await ask('{ hello }');
  client.destroy();
  await until(() => payments.abandoned.length === 1);
  expect(payments.asked).toHaveLength(1);
});

it('a client that ends the connection takes it back as well', async () => {
  const client = await ask('{ hello }');
  client.end();
  await until(() => payments.abandoned.length === 1);
  expect(payments.asked).toHaveLength(1);
});

it('what another client waits for goes on', async () => {
  const leaving = await ask('{ hello }');
  const staying = await ask('{ boom }');
  leaving.destroy();
  await until(() => payments.abandoned.length === 1);
  expect(payments.abandoned[0]).toContain('hello');
  staying.destroy();
  await until(() => payments.abandoned.length === 2);
});

it('a mutation that was sent goes on to its end', async () => {
  const changing = await ask('mutation { attach(file: "f") }');
  const reading = await ask('{ hello }');
  changing.destroy();
  reading.destroy();
  await until(() => payments.abandoned.length > 0);
  expect(payments.abandoned).toEqual([expect.stringContaining('hello')]);
});
