import type { Clock } from '@finflow/shared/clock';
import { exponentOf } from '@finflow/shared/currencies';
import Stripe from 'stripe';
import {
  ProviderRefusedError,
  type IntentSnapshot,
  type NewIntent,
  type NewRefund,
  type PaymentProvider,
} from './provider.ts';
import { toStripeAmount } from './stripe-amount.ts';
import { callStripe } from './stripe-errors.ts';
import { readStripeNotice } from './stripe-notice.ts';
import {
  intentExpansions,
  toDisputeSnapshot,
  toIntentSnapshot,
  toRefundSnapshot,
} from './stripe-snapshot.ts';

export type StripeSettings = {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** https://api.stripe.com, or where the sandbox listens. */
  readonly apiBase: string;
  /** By which the age of a webhook's signature is told. */
  readonly clock: Clock;
};

/** How many of one payment's refunds or disputes are read: Stripe's largest page. */
const pageSize = 100;

/** Stripe by its official SDK. Idempotency keys come from our own rows, so that a repeated call moves money once. */
export function stripeProvider({
  secretKey,
  webhookSecret,
  apiBase,
  clock,
}: StripeSettings): PaymentProvider {
  const stripe = connect(secretKey, apiBase);
  return {
    name: 'STRIPE',
    canMove: ({ minor, currency }) => toStripeAmount(minor, currency) !== null,
    createIntent: (intent) => createIntent(stripe, intent),
    retrieveIntent: (intentId) => callStripe(() => retrieve(stripe, intentId)),
    cancelIntent: (intentId) => cancelIntent(stripe, intentId),
    refund: (refund) => createRefund(stripe, refund),
    listRefunds: async (intentId) => {
      const list = await callStripe(() =>
        stripe.refunds.list({ payment_intent: intentId, limit: pageSize }),
      );
      return list.data.map(toRefundSnapshot);
    },
    listDisputes: async (intentId) => {
      const list = await callStripe(() =>
        stripe.disputes.list({ payment_intent: intentId, limit: pageSize }),
      );
      return list.data.map(toDisputeSnapshot);
    },
    readNotice: (rawBody, signature) =>
      readStripeNotice(stripe, { rawBody, signature, secret: webhookSecret, now: clock.now() }),
  };
}

function connect(secretKey: string, apiBase: string): Stripe {
  const { protocol, hostname, port } = new URL(apiBase);
  return new Stripe(secretKey, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port),
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
  });
}

async function createIntent(stripe: Stripe, intent: NewIntent): Promise<IntentSnapshot> {
  const { organizationId, paymentId, invoiceId, description } = intent;
  const params: Stripe.PaymentIntentCreateParams = {
    amount: stripeAmount(intent.amount.minor, intent.amount.currency),
    currency: intent.amount.currency.toLowerCase(),
    automatic_payment_methods: { enabled: true },
    capture_method: 'automatic', // Not automatic_async, which tells the fee only later.
    metadata: { organizationId, paymentId, invoiceId },
    description,
    expand: intentExpansions,
  };
  const idempotencyKey = `payment:${paymentId}`;
  return toIntentSnapshot(
    await callStripe(() => stripe.paymentIntents.create(params, { idempotencyKey })),
  );
}

const retrieve = async (stripe: Stripe, intentId: string): Promise<IntentSnapshot> =>
  toIntentSnapshot(await stripe.paymentIntents.retrieve(intentId, { expand: intentExpansions }));

/** Needs no key of ours: cancelling twice is cancelling once. An intent that succeeded or was cancelled meanwhile can't be cancelled: then its state is the answer. */
async function cancelIntent(stripe: Stripe, intentId: string): Promise<IntentSnapshot> {
  try {
    return await callStripe(async () =>
      toIntentSnapshot(await stripe.paymentIntents.cancel(intentId, { expand: intentExpansions })),
    );
  } catch (error) {
    if (!(error instanceof ProviderRefusedError)) throw error;
    return callStripe(() => retrieve(stripe, intentId));
  }
}

async function createRefund(stripe: Stripe, { refundId, intentId, amount }: NewRefund) {
  const params: Stripe.RefundCreateParams = {
    payment_intent: intentId,
    amount: stripeAmount(amount.minor, amount.currency),
    metadata: { refundId },
  };
  const idempotencyKey = `refund:${refundId}`;
  return toRefundSnapshot(
    await callStripe(() => stripe.refunds.create(params, { idempotencyKey })),
  );
}

function stripeAmount(minor: bigint, currency: string): number {
  const amount = toStripeAmount(minor, currency);
  if (amount !== null) return amount;
  const why =
    exponentOf(currency) === 3
      ? 'Cards take three decimals only where the last one is 0.'
      : 'Stripe can not take this amount.';
  throw new ProviderRefusedError('amount_not_supported', why);
}
