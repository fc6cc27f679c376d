import { readFile } from 'node:fs/promises';
import type { Bus } from '@finflow/shared/bus/bus';
import { startConsumers } from '@finflow/shared/bus/consumer';
import type { Clock } from '@finflow/shared/clock';
import { migrate } from '@finflow/shared/database/migrate';
import { createSubgraph, type Subgraph } from '@finflow/shared/graphql/subgraph';
import { startRelay } from '@finflow/shared/outbox/relay';
import type { AnalyticsConfig } from './config.ts';
import { startScreener } from './anomaly/screener.ts';
import { consumerName, handlers } from './consumers/handlers.ts';
import { startTrainer } from './categories/model/trainer.ts';
import { startSuggester } from './categories/suggester.ts';
import { createContext } from './context.ts';
import { type Database, openDatabase } from './database.ts';
import { startForecaster } from './forecast/forecaster.ts';
import { type ForecastThreads, openForecastThreads } from './forecast/worker/forecast-threads.ts';
import { rebuildIfWanted } from './rebuild/rebuild.ts';
import { resolvers } from './resolvers.ts';

export type AnalyticsApp = {
  readonly subgraph: Subgraph;
  /** Stops listening, forecasting and publishing, then closes the database. */
  close(): Promise<void>;
};

/** What the app is given from outside. */
export type AnalyticsRoom = { readonly bus: Bus; readonly clock: Clock };

/**
 * Migrates the database, starts to listen and to forecast, and builds the subgraph (without a port).
 * @throws Error when the database can't be reached or migrated
 */
export async function startAnalyticsApp(
  config: AnalyticsConfig,
  { bus, clock }: AnalyticsRoom,
): Promise<AnalyticsApp> {
  await migrate(await openDatabase(config.databaseOwnerUrl));
  const [database, owner] = await Promise.all([
    openDatabase(config.databaseUrl),
    openDatabase(config.databaseOwnerUrl),
  ]);
  const ownerUrl = config.databaseOwnerUrl;
  await rebuildIfWanted({ ownerUrl, database, bus, clock });
  const relay = startRelay({ ownerUrl, bus });
  const consumers = await startConsumers({
    name: consumerName,
    bus,
    orm: database,
    ownerUrl,
    handlers,
    clock,
  });
  const threads = openForecastThreads();
  const forecaster = startForecaster({ owner, database, clock, threads });
  const suggester = startSuggester(owner, database, clock);
  const trainer = startTrainer(owner, database, clock);
  const screener = startScreener(owner, database, clock);
  const subgraph = await buildSubgraph({ config, database, clock, threads }, async () => {
    await Promise.all([
      consumers.close(),
      forecaster.close(),
      suggester.close(),
      trainer.close(),
      screener.close(),
    ]);
    await threads.close();
    await relay.close();
    await Promise.all([database.close(), owner.close()]);
  });
  return { subgraph, close: () => subgraph.close() };
}

type SubgraphRoom = {
  readonly config: AnalyticsConfig;
  readonly database: Database;
  readonly clock: Clock;
  readonly threads: ForecastThreads;
};

async function buildSubgraph(
  { config, database, clock, threads }: SubgraphRoom,
  close: () => Promise<void>,
): Promise<Subgraph> {
  return createSubgraph({
    name: 'analytics',
    typeDefs: await readFile(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
    resolvers,
    context: (base) => createContext(base, database.em.fork(), clock, threads),
    verifyKeys: config.gatewayVerifyKeys,
    ready: async () => {
      await database.em.fork().execute('select 1');
    },
    close,
  });
}
