import { randomBytes } from 'node:crypto';
import { type PaymentsApp, startPaymentsApp } from '@finflow/payments/app';
import { readPaymentsConfig } from '@finflow/payments/config';
import { type Bus } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import { systemClock } from '@finflow/shared/clock';
import { withClient } from '@finflow/shared/database/provision';
import { type FinflowEvent, newEvent } from '@finflow/shared/events/envelope';
import { serveSubgraph } from '@finflow/shared/graphql/serve-subgraph';
import { newId } from '@finflow/shared/ids';
import type { Money } from '@finflow/shared/money';
import { newViewerKeys } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { until } from '@finflow/shared/testing/until';
import { newUser, payerOf } from '@finflow/shared/testing/viewers';
import Stripe from 'stripe';
import { startStripeSandbox } from '../../src/stripe-sandbox/sandbox.ts';

export type PaymentsHouse = Awaited<ReturnType<typeof openPaymentsHouse>>;

/** Payments as it runs: its own database, the event log, the official SDK talking to the Stripe sandbox, webhooks over HTTP. */
export async function openPaymentsHouse() {
  const [database, events] = await Promise.all([
    createTestDatabase('sandbox_payments'),
    createTestDatabase('sandbox_events'),
  ]);
  const keys = newViewerKeys();
  const webhookSecret = 'whsec_for_tests_only';
  const sandbox = await startStripeSandbox({ clock: systemClock });
  const bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
  const config = readPaymentsConfig({
    PAYMENTS_DATABASE_URL: database.appUrl,
    PAYMENTS_DATABASE_OWNER_URL: database.ownerUrl,
    PAYMENTS_FIELD_KEY: `test:${randomBytes(32).toString('base64')}`,
    GATEWAY_VERIFY_KEY: keys.verifyKey,
    PAYMENT_LINK_SECRET: 'a-payment-link-secret-for-tests-only',
    STRIPE_SECRET_KEY: sandbox.secretKey,
    STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: sandbox.origin,
    STRIPE_ELEMENTS_URL: `${sandbox.origin}/elements/card`,
  });
  const app = await startPaymentsApp(config, { bus, clock: systemClock });
  const server = await serveSubgraph(app.subgraph, 0);
  sandbox.setWebhook(`http://127.0.0.1:${server.port}/webhooks/stripe`, webhookSecret);
  sandbox.knobs.set({ webhookRetryMs: 50 });
  const { hostname, port } = new URL(sandbox.origin);
  const stripe = new Stripe(sandbox.secretKey, { host: hostname, port, protocol: 'http' });
  const seen = await watch(bus);
  const ask = askFor(app, keys.signingKey);
  return {
    ...database,
    app,
    bus,
    keys,
    sandbox,
    stripe,
    ask,
    webhookUrl: `http://127.0.0.1:${server.port}/webhooks/stripe`,
    /** Types of the events on the bus about one payment, in order. */
    published: (paymentId: string) =>
      seen.filter(({ subject }) => subject === paymentId).map(({ type }) => type.split('.')[1]),
    /** What the events of one type said about one payment, in order. */
    events: (paymentId: string, type: string) =>
      seen
        .filter((event) => event.subject === paymentId && event.type.split('.')[1] === type)
        .map(({ data }) => data),
    /** An invoice that payments has heard of by the bus, and its payment, begun. */
    begin: (total: Money = tenEuros) => beginPayment(bus, ask, total),
    /** What startPayment answers for an invoice of this total. */
    attempt: async (total: Money) => (await tellInvoice(bus, ask, total)).answer,
    sql: <T extends object>(text: string, values: unknown[] = []) =>
      withClient(database.ownerUrl, async (client) => (await client.query<T>(text, values)).rows),
    close: async () => {
      await sandbox.close();
      await server.close(0);
      await app.close();
      await bus.close();
      await Promise.all([database.close(), events.close()]);
    },
  };
}

async function watch(bus: Bus): Promise<FinflowEvent[]> {
  const seen: FinflowEvent[] = [];
  await bus.follow({
    topics: [
      'payment_created',
      'payment_updated',
      'payment_completed',
      'payment_failed',
      'payment_refunded',
      'payment_disputed',
    ],
    handle: async (batch) => {
      for (const delivery of batch) if (delivery.kind === 'event') seen.push(delivery.event);
    },
  });
  return seen;
}

type Ask = ReturnType<typeof askFor>;

function askFor(app: PaymentsApp, signingKey: string) {
  const ask = askingOf(app.subgraph, signingKey);
  return async (...question: Parameters<typeof ask>) => {
    const { data, errors } = await ask(...question);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };
}

const start = `mutation ($key: String!) { startPayment(input: { idempotencyKey: $key }) {
  ... on PaymentStarted { payment { id } surface { clientSecret elementsUrl } }
  ... on Refusal { code message } } }`;

const tenEuros: Money = { minor: 1000n, currency: 'EUR' };

async function tellInvoice(bus: Bus, ask: Ask, total: Money) {
  const [organizationId, invoiceId] = [newId(), newId()];
  await bus.publish([invoiceCreated(organizationId, invoiceId, total)]);
  const payer = payerOf(organizationId, invoiceId);
  const answer = await until(async () => {
    const { startPayment } = await ask(payer, start, { key: newId() });
    return startPayment.code !== 'INVOICE_NOT_FOUND' && startPayment;
  });
  return { organizationId, payer, answer };
}

async function beginPayment(bus: Bus, ask: Ask, total: Money) {
  const { organizationId, answer } = await tellInvoice(bus, ask, total);
  const owner = newUser({ organizationId });
  const paymentId: string = answer.payment.id;
  const intentId: string = answer.surface.clientSecret.split('_secret_')[0];
  return { owner, paymentId, intentId };
}

const invoiceCreated = (organizationId: string, invoiceId: string, total: Money) =>
  newEvent(
    'invoice_created',
    {
      source: '/accounting',
      subject: invoiceId,
      organizationId,
      data: {
        invoiceId,
        number: 'INV-00001',
        customerId: newId(),
        currency: total.currency,
        subtotalMinor: String(total.minor),
        taxMinor: '0',
        totalMinor: String(total.minor),
        issueDate: '2026-02-01',
        dueDate: '2026-03-01',
      },
    },
    systemClock,
  );
