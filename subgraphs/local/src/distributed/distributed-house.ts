import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '@finflow/shared/clock';
import { freePort } from '@finflow/shared/testing/free-port';
import { newLocalSecrets } from '../data-folder.ts';
import { startStripe } from '../local-stripe.ts';
import { type LocalDatabases, provisionLocal } from '../provision-local.ts';
import { roomEnvironment } from '../room-environment.ts';
import type { StripeSandbox } from '../stripe-sandbox/sandbox.ts';
import { createRoomProcess, type RoomProcess } from './room-process.ts';

const subgraphs = ['auth', 'payments', 'accounting', 'analytics'] as const;
const distributedRooms = [...subgraphs, 'gateway'] as const;
export type DistributedRoom = (typeof distributedRooms)[number];

export type DistributedHouseOptions = {
  /** A Postgres server of this house alone: its databases are called finflow_auth and so on. */
  readonly superuserUrl: string;
  /** Kafka's addresses, host:port. */
  readonly brokers: readonly string[];
  /** Names the folder of its logs, node_modules/.cache/house-logs/<name>, emptied at each start. */
  readonly name: string;
};

/** Gateway and four subgraphs as five processes over Kafka; the Stripe sandbox runs in this one. */
export type DistributedHouse = {
  /** Where people reach it. */
  readonly url: string;
  readonly sandbox: StripeSandbox;
  readonly webhookSecret: string;
  readonly databases: LocalDatabases;
  readonly logFolder: string;
  /** Ends one room and waits until it is gone. */
  kill(room: DistributedRoom, signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts a room that was ended, on the same port, and waits until it is ready. */
  start(room: DistributedRoom): Promise<void>;
  /** Ends everything, door first. */
  stop(): Promise<void>;
};

const root = resolve(import.meta.dirname, '../../../..');

/**
 * Provisions databases and starts the house as it runs in production: each room by its own main.ts, HTTP between them.
 * @throws Error with the end of a room's log when it does not become ready; what was started by then is ended again
 */
export async function startDistributedHouse(
  options: DistributedHouseOptions,
): Promise<DistributedHouse> {
  const secrets = newLocalSecrets();
  const ports = await freePorts();
  const url = urlOf(ports.gateway);
  const databases = await provisionLocal(options.superuserUrl, secrets.postgresPassword);
  const webhook = { url: `${url}/webhooks/stripe`, secret: secrets.stripeWebhookSecret };
  const stripe = await startStripe({ clock: systemClock, sandboxFile: null, webhook });
  if (!stripe.sandbox) throw new Error('Without a key Stripe is the sandbox');
  const env = {
    ...roomEnvironment(databases, secrets, url),
    ...definedOnly(stripe.env),
    ...addresses(ports),
    EVENT_BUS: 'kafka',
    KAFKA_BROKERS: options.brokers.join(','),
    GATEWAY_SIGNING_KEY: secrets.signingKey,
    APOLLO_TELEMETRY_DISABLED: 'true',
  };
  const logFolder = emptyLogFolder(options.name);
  const rooms = createRooms(ports, env, logFolder);
  const stop = async () => {
    await rooms.gateway.kill('SIGTERM');
    await Promise.all(subgraphs.map((room) => rooms[room].kill('SIGTERM')));
    await stripe.close();
  };
  try {
    await Promise.all(subgraphs.map((room) => rooms[room].start()));
    await rooms.gateway.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    sandbox: stripe.sandbox,
    webhookSecret: webhook.secret,
    databases,
    logFolder,
    kill: (room, signal) => rooms[room].kill(signal),
    start: (room) => rooms[room].start(),
    stop,
  };
}

type Ports = Readonly<Record<DistributedRoom, number>>;

async function freePorts(): Promise<Ports> {
  return {
    auth: await freePort(),
    payments: await freePort(),
    accounting: await freePort(),
    analytics: await freePort(),
    gateway: await freePort(),
  };
}

const urlOf = (port: number) => `http://127.0.0.1:${port}`;

/** Each room's own port, and for the gateway where the others are. */
const addresses = (ports: Ports) => ({
  PORT: String(ports.gateway),
  ...Object.fromEntries(
    subgraphs.flatMap((room) => [
      [`${room.toUpperCase()}_PORT`, String(ports[room])],
      [`${room.toUpperCase()}_URL`, urlOf(ports[room])],
    ]),
  ),
});

function createRooms(ports: Ports, env: Record<string, string>, logFolder: string) {
  const create = (name: DistributedRoom, folder: string): RoomProcess =>
    createRoomProcess({
      name,
      main: join(root, folder, 'src/main.ts'),
      url: urlOf(ports[name]),
      env,
      logFile: join(logFolder, `${name}.log`),
    });
  return {
    auth: create('auth', 'subgraphs/auth'),
    payments: create('payments', 'subgraphs/payments'),
    accounting: create('accounting', 'subgraphs/accounting'),
    analytics: create('analytics', 'subgraphs/analytics'),
    gateway: create('gateway', 'gateway'),
  };
}

function emptyLogFolder(name: string): string {
  const folder = join(root, 'node_modules/.cache/house-logs', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

const definedOnly = (env: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
