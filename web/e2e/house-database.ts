import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** A subgraph's own database, as the superuser of the house's own Postgres. To be ended by the caller. */
export async function openHouseDatabase(subgraph: 'auth' | 'analytics'): Promise<Client> {
  const folder = process.env['FINFLOW_HOUSE_FOLDER'];
  if (!folder) throw new Error('Run the journeys by npm run test:e2e: it starts the house.');
  const { postgresPassword }: { postgresPassword: string } = JSON.parse(
    readFileSync(join(folder, 'secrets.json'), 'utf8'),
  );
  // A Postgres that runs says its port in the fourth line of its pid file.
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]?.trim();
  const connectionString = `postgres://postgres:${postgresPassword}@127.0.0.1:${port}/finflow_${subgraph}`;
  const database = new Client({ connectionString });
  await database.connect();
  return database;
}
