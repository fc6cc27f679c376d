import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '@finflow/shared/config';
import { localSecrets } from './data-folder.ts';
import { startLocalPostgres } from './local-postgres.ts';
import { provisionLocal } from './provision-local.ts';
import { roomEnvironment } from './room-environment.ts';

type Environment = Record<string, string | undefined>;

/** The superuser's address of the Postgres that `npm start` runs on the folder; null when none runs. */
export function runningPostgres(folder: string): string | null {
  // A Postgres that runs says its process and its port in the first and fourth line of its pid file.
  const pidFile = join(folder, 'postgres/postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const [pid, , , port = ''] = readFileSync(pidFile, 'utf8').split('\n');
  if (!isAlive(Number(pid))) return null;
  return `postgres://postgres:${localSecrets(folder).postgresPassword}@127.0.0.1:${port.trim()}/postgres`;
}

/**
 * Runs a command with the environment of the rooms: the one that is set (ACCOUNTING_DATABASE_URL names it), or else that of the laptop's
 * FinFlow. A running one is joined; for one that stands still, its Postgres is started for the time of the command.
 * @throws ConfigError when the folder never had a FinFlow
 */
export async function inRooms<T>(
  env: Environment,
  work: (env: Environment) => Promise<T>,
): Promise<T> {
  if (env['ACCOUNTING_DATABASE_URL'] || env['ACCOUNTING_DATABASE_OWNER_URL']) return work(env);
  const folder = env['FINFLOW_DATA'] ?? '.finflow';
  if (!existsSync(join(folder, 'postgres'))) {
    throw new ConfigError(`There is no FinFlow in ${folder} yet: npm start makes it.`);
  }
  const secrets = localSecrets(folder);
  const running = runningPostgres(folder);
  const postgres =
    running === null ? await startLocalPostgres(folder, secrets.postgresPassword) : null;
  try {
    const superuserUrl = postgres?.superuserUrl ?? running ?? '';
    const databases = await provisionLocal(superuserUrl, secrets.postgresPassword);
    const rooms = roomEnvironment(databases, secrets, 'http://localhost:4000');
    return await work({
      ...env,
      ...rooms,
      EVENT_BUS: 'pg-log',
      EVENTS_DATABASE_URL: databases.events.ownerUrl,
    });
  } finally {
    await postgres?.stop();
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    // Another user's process is alive all the same; any other error says there is none.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
