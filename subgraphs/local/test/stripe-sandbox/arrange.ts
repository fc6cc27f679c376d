import { createServer } from 'node:http';
import { jest } from '@jest/globals';
import { systemClock } from '@finflow/shared/clock';
import Stripe from 'stripe';
import {
  type StripeSandbox,
  type StripeSandboxOptions,
  startStripeSandbox,
} from '../../src/stripe-sandbox/sandbox.ts';

// A busy machine may need longer than the usual five seconds for a whole round.
jest.setTimeout(30_000);

const WEBHOOK_SECRET = 'whsec_for_tests_only';

export interface Receiver {
  readonly url: string;
  readonly secret: string;
  /** Events whose signature the official SDK accepted, in the order of their arrival. */
  readonly events: readonly Stripe.Event[];
  /** The next so many deliveries are answered with 500. */
  refuse(times: number): void;
  close(): Promise<void>;
}

/** A webhook endpoint as payments has one: checks each signature on the raw body. */
export async function startReceiver(secret = WEBHOOK_SECRET): Promise<Receiver> {
  const events: Stripe.Event[] = [];
  let refusals = 0;
  const verifier = new Stripe('sk_test_only_for_signatures');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      refusals -= 1;
      if (refusals >= 0) {
        response.writeHead(500).end();
        return;
      }
      const signature = request.headers['stripe-signature'] ?? '';
      try {
        events.push(verifier.webhooks.constructEvent(Buffer.concat(chunks), signature, secret));
        response.writeHead(200).end();
      } catch {
        response.writeHead(400).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    url: `http://127.0.0.1:${address.port}/webhooks/stripe`,
    secret,
    events,
    refuse: (times) => {
      refusals = times;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export interface Arranged {
  readonly sandbox: StripeSandbox;
  readonly stripe: Stripe;
  readonly receiver: Receiver;
  /** Waits for all webhooks, then tells their types in the order of arrival. */
  eventTypes(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The official SDK, talking to the sandbox as it would to Stripe. */
export function officialSdk(sandbox: StripeSandbox, config: Stripe.StripeConfig = {}): Stripe {
  const { hostname, port } = new URL(sandbox.origin);
  return new Stripe(sandbox.secretKey, { host: hostname, port, protocol: 'http', ...config });
}

/** A sandbox whose slow things wait for `control.advance`, with a webhook endpoint. */
export async function arrange(options: Partial<StripeSandboxOptions> = {}): Promise<Arranged> {
  const receiver = await startReceiver();
  const sandbox = await startStripeSandbox({
    clock: systemClock,
    webhooks: [{ url: receiver.url, secret: receiver.secret }],
    ...options,
    knobs: {
      processingDelayMs: 3_600_000,
      disputeDelayMs: 60_000,
      balanceDelayMs: 1_000,
      webhookRetryMs: 5,
      webhookMaxAttempts: 8,
      ...options.knobs,
    },
  });
  return {
    sandbox,
    stripe: officialSdk(sandbox, { maxNetworkRetries: 0 }),
    receiver,
    eventTypes: async () => {
      await sandbox.delivered();
      return receiver.events.map((event) => event.type);
    },
    close: async () => {
      await sandbox.close();
      await receiver.close();
    },
  };
}

/** What a refused call threw. Throws itself when the call was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('Expected Stripe to refuse.');
}
