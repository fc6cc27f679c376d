import { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { RatePolicies } from './rate-policies.ts';
import { addTo, limitersBy, type RateStore } from './rate-store.ts';

const tableName = 'gateway_rate_limits';
/** A store that is slower than this is as good as down: nobody's payment waits for a counter. */
const timeoutMs = 500;
const maxConnections = 4;

/**
 * Keeps what is consumed in a table of a Postgres database, so that several gateways count together. Makes the table when it isn't
 * there, at the first use that finds the database.
 */
export function createPostgresStore(databaseUrl: string, policies: RatePolicies): RateStore {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    application_name: 'finflow gateway rates',
  });
  // An idle connection that breaks is replaced at the next use, which tells whether the database is there.
  pool.on('error', () => undefined);
  const add = addTo(
    limitersBy(
      policies,
      ({ points, windowSeconds }, keyPrefix) =>
        new RateLimiterPostgres({
          storeClient: pool,
          storeType: 'pool',
          points,
          duration: windowSeconds,
          keyPrefix,
          tableName,
          tableCreated: true,
        }),
    ),
  );
  let ready: Promise<unknown> | null = null;
  const prepare = async (): Promise<void> => {
    ready ??= createTable(pool);
    try {
      await ready;
    } catch (error) {
      ready = null;
      throw error;
    }
  };
  return {
    add: async (subject, points) => {
      await prepare();
      return add(subject, points);
    },
    close: () => pool.end(),
  };
}

/**
 * As rate-limiter-flexible expects it. Unlogged: counters of a minute need not survive a crash, and writing them costs less. Where it
 * is there already no right to make tables is needed; of gateways that start at once one makes it and the others wait.
 */
async function createTable(pool: Pool): Promise<void> {
  const found = await pool.query<{ there: boolean }>(
    `select to_regclass('${tableName}') is not null as there`,
  );
  if (found.rows[0]?.there) return;
  await pool.query(
    // Statements sent together are one transaction.
    `select pg_advisory_xact_lock(hashtext('${tableName}'));
     create unlogged table if not exists ${tableName} (
       key varchar(255) primary key,
       points integer not null default 0,
       expire bigint
     );`,
  );
}
