import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { startReceiver } from './stripe-sandbox/arrange.ts';

const main = fileURLToPath(new URL('../src/stripe-sandbox/main.ts', import.meta.url));

it('runs as a process of its own, set by its environment, until it is told to stop', async () => {
  const receiver = await startReceiver();
  const sandbox = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      STRIPE_SANDBOX_WEBHOOK_URL: receiver.url,
      STRIPE_SANDBOX_WEBHOOK_SECRET: receiver.secret,
      STRIPE_SANDBOX_SECRET_KEY: 'sk_test_chosen',
      STRIPE_SANDBOX_PUBLISHABLE_KEY: 'pk_test_chosen',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(sandbox, 'exit');
  try {
    const [line]: unknown[] = await once(createInterface(sandbox.stdout), 'line');
    const told: unknown = JSON.parse(String(line));
    expect(told).toEqual({
      origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      secretKey: 'sk_test_chosen',
      publishableKey: 'pk_test_chosen',
    });
    const { hostname: host, port } = new URL(String(Object(told).origin));
    const stripe = new Stripe('sk_test_chosen', { host, port, protocol: 'http' });
    const made = await stripe.customers.create({ name: 'Ada' });
    await expect(arrival(() => receiver.events[0]?.data.object)).resolves.toMatchObject({
      id: made.id,
    });
  } finally {
    sandbox.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
  await receiver.close();
});

async function arrival<T>(look: () => T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not arrive.');
}
