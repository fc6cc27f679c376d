import { ConfigError, readConfig, secret, url } from '@finflow/shared/config';
import { provisionDatabase } from '@finflow/shared/database/provision';
import { log } from '@finflow/shared/log';

/** The subgraphs' databases; each belongs to one subgraph and nobody else reads it. */
const subgraphDatabases = [
  'finflow_auth',
  'finflow_payments',
  'finflow_accounting',
  'finflow_analytics',
] as const;

export const provisionSettings = {
  POSTGRES_SUPERUSER_URL: url(['postgres:', 'postgresql:']),
  DATABASE_OWNER_PASSWORD: secret(16),
  DATABASE_APP_PASSWORD: secret(16),
};

/** Makes the four databases with their owner and application roles; may be repeated. */
async function provision(env: Record<string, string | undefined>): Promise<void> {
  const config = readConfig(env, provisionSettings);
  for (const database of subgraphDatabases) {
    await provisionDatabase({
      superuserUrl: config.POSTGRES_SUPERUSER_URL,
      database,
      ownerPassword: config.DATABASE_OWNER_PASSWORD,
      appPassword: config.DATABASE_APP_PASSWORD,
    });
    log.info('database is there', { database });
  }
}

if (import.meta.main) {
  await provision(process.env).catch((error: unknown) => {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`provision: ${error.message}\n`);
    process.exitCode = 1;
  });
}
