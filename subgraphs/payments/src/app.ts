import { readFileSync } from 'node:fs';
import type { Clock } from '@finflow/shared/clock';
import type { Bus } from '@finflow/shared/bus/bus';
import { startConsumers } from '@finflow/shared/bus/consumer';
import { migrate } from '@finflow/shared/database/migrate';
import { createSubgraph, type Subgraph } from '@finflow/shared/graphql/subgraph';
import { startRelay } from '@finflow/shared/outbox/relay';
import type { PaymentsConfig } from './config.ts';
import { handlers } from './consumers/handlers.ts';
import { createContext, publicSettings, type PaymentsContext } from './context.ts';
import { openDatabase } from './database.ts';
import { reconcile } from './janitor/reconcile.ts';
import type { PaymentProvider } from './providers/provider.ts';
import { stripeProvider } from './providers/stripe-provider.ts';
import { resolvers } from './resolvers.ts';
import type { Room } from './room.ts';
import { fieldCipher } from './security/field-cipher.ts';
import { resealFields } from './security/reseal-fields.ts';
import { processWebhooks } from './webhook/process-webhooks.ts';
import { pruneNotices } from './webhook/prune-notices.ts';
import { webhookRoute } from './webhook/webhook-route.ts';
import { startWorkLoop } from '@finflow/shared/work-loop';

export type PaymentsApp = {
  readonly subgraph: Subgraph;
  /** Asks the provider about every payment from which nothing was heard in time; how many. */
  readonly reconcile: () => Promise<number>;
  close(): Promise<void>;
};

export type PaymentsSurroundings = {
  readonly bus: Bus;
  readonly clock: Clock;
  /** Stripe by the configuration, unless another is given. */
  readonly provider?: PaymentProvider;
};

/** Migrates, opens the database, and starts everything that payments does: GraphQL, webhooks, events in and out, the janitor. */
export async function startPaymentsApp(
  config: PaymentsConfig,
  { bus, clock, provider = stripeProvider({ ...config.stripe, clock }) }: PaymentsSurroundings,
): Promise<PaymentsApp> {
  await migrate(await openDatabase(config.databaseOwnerUrl));
  const room: Room = {
    database: await openDatabase(config.databaseUrl),
    ownerDatabase: await openDatabase(config.databaseOwnerUrl),
    provider,
    clock,
    cipher: fieldCipher(config.fieldKeys),
    random: Math.random,
  };
  const background = await startBackground(room, config, bus);
  const subgraph = await createPaymentsSubgraph(room, config, {
    wakeWebhooks: background.wakeWebhooks,
    close: async () => {
      await background.close();
      await room.database.close(true);
      await room.ownerDatabase.close(true);
    },
  });
  return { subgraph, reconcile: () => reconcile(room), close: () => subgraph.close() };
}

export type SubgraphSettings = Pick<
  PaymentsConfig,
  'publicUrl' | 'paymentLinkSecret' | 'stripe' | 'verifyKeys'
>;

export type SubgraphHooks = {
  readonly wakeWebhooks: () => void;
  readonly close: () => Promise<void>;
};

/** The subgraph alone, over a room that somebody else keeps. */
export const createPaymentsSubgraph = (
  room: Room,
  settings: SubgraphSettings,
  { wakeWebhooks, close }: SubgraphHooks,
): Promise<Subgraph> =>
  createSubgraph<PaymentsContext>({
    name: 'payments',
    typeDefs: readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
    resolvers,
    context: createContext(room, publicSettings(settings)),
    verifyKeys: settings.verifyKeys,
    routes: [webhookRoute(room, wakeWebhooks)],
    ready: async () => {
      await room.database.em.fork().execute('select 1');
    },
    close,
  });

async function startBackground(room: Room, config: PaymentsConfig, bus: Bus) {
  const { databaseOwnerUrl: ownerUrl, noticesKeptDays } = config;
  const relay = startRelay({ ownerUrl, bus });
  const consumers = await startConsumers({
    name: 'payments',
    bus,
    orm: room.database,
    ownerUrl,
    handlers: handlers(room),
    clock: room.clock,
  });
  const webhooks = startWorkLoop({
    name: 'webhooks',
    pollMs: 500,
    round: () => processWebhooks(room),
  });
  const resealing = startWorkLoop({
    name: 'resealing',
    pollMs: 3_600_000,
    round: () => resealFields(room),
  });
  const pruning = startWorkLoop({
    name: 'old notices',
    pollMs: 3_600_000,
    round: () => pruneNotices(room, noticesKeptDays),
  });
  const janitor = startWorkLoop({ name: 'janitor', pollMs: 1_000, round: () => reconcile(room) });
  return {
    wakeWebhooks: () => webhooks.wake(),
    close: async () => {
      const working = [consumers, webhooks, janitor, resealing, pruning];
      await Promise.all(working.map((work) => work.close()));
      await relay.close();
    },
  };
}
