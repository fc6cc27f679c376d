import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ConfigError } from '@finflow/shared/config';

export type LocalPostgres = { readonly superuserUrl: string; stop(): Promise<void> };

/** What the keeper process reports: where its server listens, or why it could not start. */
export type KeeperReport = { readonly superuserUrl: string } | { readonly failure: string };

/**
 * Starts the embedded Postgres on `folder`/postgres in a keeper process of its own. Ctrl-C in a terminal reaches every process of the
 * foreground group at once; the keeper stands outside of it, so that the database outlives those who still write to it. When this process
 * dies without a word, the keeper sees its channel close and stops the server.
 * @throws ConfigError when the server can't be made or started
 */
export async function startLocalPostgres(folder: string, password: string): Promise<LocalPostgres> {
  // Under `node --watch` this variable makes every child report its imports over the channel that the keeper reports on.
  const { WATCH_REPORT_DEPENDENCIES: _watched, ...env } = process.env;
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'postgres-keeper.ts')], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...env, POSTGRES_FOLDER: folder, POSTGRES_PASSWORD: password },
  });
  const ended = once(keeper, 'exit');
  const report = await Promise.race([
    once(keeper, 'message').then(([message]) => message as KeeperReport),
    ended.then((): KeeperReport => ({ failure: 'its process ended' })),
  ]);
  if ('failure' in report)
    throw new ConfigError(`The embedded Postgres could not start: ${report.failure}.`);
  return {
    superuserUrl: report.superuserUrl,
    stop: async () => {
      if (keeper.connected) keeper.disconnect();
      await ended;
    },
  };
}
