import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type AccountingApp, startAccountingApp } from '@finflow/accounting/app';
import { readAccountingConfig } from '@finflow/accounting/config';
import { type AnalyticsApp, startAnalyticsApp } from '@finflow/analytics/app';
import { readAnalyticsConfig } from '@finflow/analytics/config';
import { type AuthApp, startAuthApp } from '@finflow/auth/app';
import { readAuthConfig } from '@finflow/auth/config';
import { createGateway } from '@finflow/gateway/gateway';
import { readManifests } from '@finflow/gateway/persisted/manifest';
import { inProcess } from '@finflow/gateway/transports/in-process';
import { createAccessTokenVerifier } from '@finflow/gateway/viewer/access-token-keys';
import { type PaymentsApp, startPaymentsApp } from '@finflow/payments/app';
import { readPaymentsConfig } from '@finflow/payments/config';
import type { Bus } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import type { Clock } from '@finflow/shared/clock';
import { readSigningKey } from '@finflow/shared/signed-viewer';
import type { LocalSecrets } from './data-folder.ts';
import { type LocalDatabases, provisionLocal } from './provision-local.ts';
import { roomEnvironment } from './room-environment.ts';
import { startStripe, type LocalStripe } from './local-stripe.ts';

export type HouseOptions = {
  readonly superuserUrl: string;
  readonly secrets: LocalSecrets;
  /** Where the one door listens. */
  readonly port: number;
  readonly clock: Clock;
  /** The built web app; null serves the endpoint alone. */
  readonly webRoot: string | null;
  /** Journal of the Stripe sandbox; null forgets at the end. */
  readonly sandboxFile: string | null;
  /** STRIPE_SECRET_KEY and its siblings choose Stripe itself over the sandbox. */
  readonly env?: Record<string, string | undefined>;
  /** Told of each long step. */
  readonly onProgress?: (line: string) => void;
};

/** The whole house, running in this process. */
export type House = {
  readonly url: string;
  readonly bus: Bus;
  readonly auth: AuthApp;
  readonly payments: PaymentsApp;
  readonly accounting: AccountingApp;
  readonly analytics: AnalyticsApp;
  readonly stripe: LocalStripe;
  readonly databases: LocalDatabases;
  /** Drains what is in flight, door first. */
  close(): Promise<void>;
};

const root = resolve(import.meta.dirname, '../../..');

/**
 * Starts gateway and subgraphs in one process: the gateway calls them as functions, the event log is in Postgres, Stripe is the sandbox.
 * @throws Error when the database or the port can't be had; what was started by then is stopped again
 */
export async function startHouse(options: HouseOptions): Promise<House> {
  const started = new Stack();
  try {
    return await startRooms(options, started);
  } catch (error) {
    await started.close();
    throw error;
  }
}

async function startRooms(options: HouseOptions, started: Stack): Promise<House> {
  const { secrets, port, clock, onProgress = () => undefined } = options;
  const url = `http://localhost:${port}`;
  const databases = await provisionLocal(options.superuserUrl, secrets.postgresPassword);
  const bus = started.add(await openBus({ kind: 'pg-log', url: databases.events.ownerUrl }));
  const stripe = started.add(
    await startStripe({
      ...options,
      webhook: {
        url: `http://127.0.0.1:${port}/webhooks/stripe`,
        secret: secrets.stripeWebhookSecret,
      },
    }),
  );
  onProgress('Starting auth, payments, accounting and analytics ...');
  const env = { ...roomEnvironment(databases, secrets, url), ...stripe.env };
  const room = { bus, clock };
  const [auth, payments, accounting, analytics] = await Promise.all([
    startAuthApp(readAuthConfig(env), room).then((app) => started.add(app)),
    startPaymentsApp(readPaymentsConfig(env), room).then((app) => started.add(app)),
    startAccountingApp(readAccountingConfig(env), room).then((app) => started.add(app)),
    startAnalyticsApp(readAnalyticsConfig(env), room).then((app) => started.add(app)),
  ]);
  const transports = {
    auth: inProcess(auth.subgraph),
    payments: inProcess(payments.subgraph),
    accounting: inProcess(accounting.subgraph),
    analytics: inProcess(analytics.subgraph),
  };
  const gateway = await createGateway({
    supergraphSdl: await readFile(join(root, 'gateway/supergraph.graphql'), 'utf8'),
    transports,
    bus,
    verifyAccessToken: createAccessTokenVerifier(transports.auth),
    signingKey: readSigningKey(secrets.signingKey),
    paymentLinkSecret: secrets.paymentLinkSecret,
    publicUrl: url,
    webRoot: options.webRoot,
    elementsOrigin: stripe.elementsOrigin,
    admission: { countsCalls: options.env?.['GATEWAY_RATE_LIMITS'] !== 'off' },
    persisted: {
      mode: 'on',
      operations: readManifests([join(root, 'gateway/persisted-operations.json')]),
    },
  });
  started.add(gateway);
  await gateway.listen({ port });
  return {
    url,
    bus,
    auth,
    payments,
    accounting,
    analytics,
    stripe,
    databases,
    close: () => started.close(),
  };
}

/** What was started, to be stopped in the opposite order. */
class Stack {
  readonly #parts: { close(): Promise<void> }[] = [];

  add<T extends { close(): Promise<void> }>(part: T): T {
    this.#parts.push(part);
    return part;
  }

  async close(): Promise<void> {
    for (const part of this.#parts.splice(0).reverse()) await part.close();
  }
}
