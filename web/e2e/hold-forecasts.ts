import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Nobody can read a forecast until it is released: analytics waits in its database, as it would for a slow one. */
export async function holdForecasts(): Promise<{ release(): Promise<void> }> {
  const database = new Client({ connectionString: analyticsDatabase() });
  await database.connect();
  await database.query('begin; lock table forecast in access exclusive mode');
  return {
    release: async () => {
      await database.query('commit');
      await database.end();
    },
  };
}

/** As the superuser of the house's own Postgres. */
function analyticsDatabase(): string {
  const folder = process.env['FINFLOW_HOUSE_FOLDER'];
  if (!folder) throw new Error('Run the journeys by npm run test:e2e: it starts the house.');
  const { postgresPassword }: { postgresPassword: string } = JSON.parse(
    readFileSync(join(folder, 'secrets.json'), 'utf8'),
  );
  // A Postgres that runs says its port in the fourth line of its pid file.
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]?.trim();
  return `postgres://postgres:${postgresPassword}@127.0.0.1:${port}/finflow_analytics`;
}
