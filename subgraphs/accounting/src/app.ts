import { readFile } from 'node:fs/promises';
import type { Bus } from '@finflow/shared/bus/bus';
import { startConsumers } from '@finflow/shared/bus/consumer';
import type { Clock } from '@finflow/shared/clock';
import { migrate } from '@finflow/shared/database/migrate';
import { createSubgraph, type Subgraph } from '@finflow/shared/graphql/subgraph';
import { startRelay } from '@finflow/shared/outbox/relay';
import type { AccountingConfig } from './config.ts';
import { createHandlers } from './consumers/handlers.ts';
import { createContext } from './context.ts';
import { openDatabase, type Database } from './database.ts';
import { createImportJobs, type ImportJobs } from './imports/import-jobs.ts';
import { failInterruptedImports } from './imports/fail-interrupted-imports.ts';
import { createFileLinks } from './invoices/file-links.ts';
import { invoicePdfRoute } from './invoices/pdf/invoice-pdf-route.ts';
import { resolvers } from './resolvers.ts';
import { openDesk, type Desk } from './desk.ts';

export type AccountingApp = {
  readonly subgraph: Subgraph;
  /** Imports a file and comes back when it is done. */
  readonly importReceivables: ImportJobs['run'];
  /** The use cases without GraphQL, for one organization: the sample company is made with them. */
  readonly desk: (organizationId: string, clock?: Clock) => Desk;
  /** Stops listening, importing and publishing, then closes the database. */
  close(): Promise<void>;
};

export type AccountingPorts = { readonly bus: Bus; readonly clock: Clock };

/**
 * Migrates the database, starts to listen and to publish, and builds the subgraph (without a port).
 * @throws Error when the database can't be reached or migrated
 */
export async function startAccountingApp(
  config: AccountingConfig,
  { bus, clock }: AccountingPorts,
): Promise<AccountingApp> {
  const ownerUrl = config.databaseOwnerUrl;
  await migrate(await openDatabase(ownerUrl));
  const [database, owner] = await Promise.all([
    openDatabase(config.databaseUrl),
    openDatabase(ownerUrl),
  ]);
  await failInterruptedImports(owner, clock);
  const imports = createImportJobs({ database, clock });
  const relay = startRelay({ ownerUrl, bus });
  const consumers = await startConsumers({
    name: 'accounting',
    bus,
    orm: database,
    ownerUrl,
    handlers: createHandlers(clock),
    clock,
  });
  const close = async () => {
    await Promise.all([consumers.close(), imports.close()]);
    await relay.close();
    await Promise.all([database.close(true), owner.close(true)]);
  };
  const subgraph = await buildSubgraph(config, { database, clock, imports, close });
  return {
    subgraph,
    importReceivables: (request) => imports.run(request),
    desk: (organizationId, deskClock = clock) =>
      openDesk({ database, organizationId, clock: deskClock }),
    close: () => subgraph.close(),
  };
}

type Parts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly imports: ImportJobs;
  readonly close: () => Promise<void>;
};

async function buildSubgraph(config: AccountingConfig, parts: Parts): Promise<Subgraph> {
  const { database, clock, imports, close } = parts;
  const links = createFileLinks({ ...config, secret: config.fileLinkSecret, clock });
  return createSubgraph({
    name: 'accounting',
    typeDefs: await readFile(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
    resolvers,
    context: (base) => createContext(base, { database, clock, imports, fileLinks: links }),
    verifyKeys: config.gatewayVerifyKeys,
    routes: [invoicePdfRoute({ database, links, clock })],
    ready: async () => void (await database.em.fork().execute('select 1')),
    close,
  });
}
