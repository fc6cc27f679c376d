import { expect, it } from '@jest/globals';
import { newViewerKeys } from '@finflow/shared/signed-viewer';
import { readGatewayConfig } from '../src/config.ts';

const complete = {
  AUTH_URL: 'http://auth:4001',
  PAYMENTS_URL: 'http://payments:4002',
  ACCOUNTING_URL: 'http://accounting:4003',
  ANALYTICS_URL: 'http://analytics:4004',
  GATEWAY_SIGNING_KEY: newViewerKeys().signingKey,
  PAYMENT_LINK_SECRET: 'a secret that is long enough to be one',
};

it('reads what a process of its own needs, with modest defaults for the rest', () => {
  expect(readGatewayConfig(complete)).toMatchObject({
    PORT: 4000,
    PUBLIC_URL: 'http://localhost:4000',
    WEB_ROOT: '',
    TRUST_PROXY: 'false',
  });
});

it.each(Object.keys(complete))(
  'does not start without %s, and says so without any value',
  (name) => {
    const read = () => readGatewayConfig({ ...complete, [name]: undefined });
    expect(read).toThrow(new RegExp(`^${name} is missing`));
  },
);

it('refuses a secret that is short, and does not repeat it', () => {
  const read = () => readGatewayConfig({ ...complete, PAYMENT_LINK_SECRET: 'hunter2' });
  expect(read).toThrow('PAYMENT_LINK_SECRET is malformed');
  expect(read).not.toThrow('hunter2');
});

it('reads keys that are still taken, and refuses what is none without repeating it', () => {
  const keys = [newViewerKeys().signingKey, newViewerKeys().signingKey];
  const read = (GATEWAY_OTHER_SIGNING_KEYS: string) =>
    readGatewayConfig({ ...complete, GATEWAY_OTHER_SIGNING_KEYS }).GATEWAY_OTHER_SIGNING_KEYS;
  expect(read(keys.join(', '))).toHaveLength(2);
  expect(read('')).toEqual([]);
  expect(() => read(`${keys[0]},hunter2`)).toThrow(/^GATEWAY_OTHER_SIGNING_KEYS is malformed/);
  expect(() => read('hunter2')).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
  );
  expect(() => read(newViewerKeys().verifyKey)).toThrow('malformed');
});
