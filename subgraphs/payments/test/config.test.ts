import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { newViewerKeys } from '@finflow/shared/signed-viewer';
import { readPaymentsConfig } from '../src/config.ts';

const env = {
  PAYMENTS_DATABASE_URL: 'postgres://app@localhost/finflow_payments',
  PAYMENTS_DATABASE_OWNER_URL: 'postgres://owner@localhost/finflow_payments',
  PAYMENTS_FIELD_KEY: `k1:${randomBytes(32).toString('base64')}`,
  GATEWAY_VERIFY_KEY: newViewerKeys().verifyKey,
  PAYMENT_LINK_SECRET: 'x'.repeat(32),
  STRIPE_SECRET_KEY: 'sk_test_123',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_123',
  STRIPE_WEBHOOK_SECRET: 'whsec_123',
};

it('takes Stripe itself unless another address is given', () => {
  expect(readPaymentsConfig(env)).toMatchObject({
    port: 4002,
    publicUrl: 'http://localhost:4000',
    stripe: { apiBase: 'https://api.stripe.com', elementsUrl: null },
  });
  const sandbox = {
    STRIPE_API_BASE: 'http://127.0.0.1:1',
    STRIPE_ELEMENTS_URL: 'http://127.0.0.1:1/elements/card',
  };
  expect(readPaymentsConfig({ ...env, ...sandbox }).stripe).toMatchObject({
    apiBase: 'http://127.0.0.1:1',
    elementsUrl: 'http://127.0.0.1:1/elements/card',
  });
});

it.each(Object.keys(env))('does not start without %s', (name) => {
  expect(() => readPaymentsConfig({ ...env, [name]: '' })).toThrow(`${name} is missing`);
});

it.each(['PAYMENTS_FIELD_KEY', 'GATEWAY_VERIFY_KEY', 'PAYMENTS_DATABASE_URL'])(
  'does not start with a malformed %s, and does not tell its value',
  (name) => {
    const read = () => readPaymentsConfig({ ...env, [name]: 'nonsense' });
    expect(read).toThrow(`${name} is malformed`);
    expect(read).not.toThrow('nonsense');
  },
);

it('keeps notices for thirty days, or as it is told, but not for less than the provider sends them', () => {
  expect(readPaymentsConfig(env).noticesKeptDays).toBe(30);
  const keep = (days: string) => readPaymentsConfig({ ...env, PAYMENTS_NOTICES_KEPT_DAYS: days });
  expect(keep('7').noticesKeptDays).toBe(7);
  expect(() => keep('6')).toThrow('PAYMENTS_NOTICES_KEPT_DAYS is malformed');
});
