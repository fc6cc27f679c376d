import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { newViewerKeys } from '@finflow/shared/signed-viewer';
import { freePort } from '@finflow/shared/testing/free-port';
import { answering } from './answering.ts';
import type { LoopStops } from './loop-stops.ts';

const here = import.meta.dirname;

export type Reloadable = {
  readonly url: string;
  /** Tells it that its supergraph file is another one. */
  readonly reload: () => void;
  /** Since it was asked last. */
  readonly loopStops: () => Promise<LoopStops>;
  readonly stop: () => Promise<void>;
};

export type ReloadableOptions = {
  readonly supergraphFile: string;
  /** Of an empty database, for the event log. */
  readonly databaseUrl: string;
};

/** FinFlow's gateway as operators start it, with the web app's operations to warm up; no subgraph is there, and no limit. */
export async function startOurs(options: ReloadableOptions): Promise<Reloadable> {
  const port = await freePort();
  const nowhere = 'http://127.0.0.1:9';
  return started(
    `http://127.0.0.1:${port}/graphql`,
    [resolve(here, '../../../gateway/src/main.ts')],
    {
      PORT: String(port),
      LOG_LEVEL: 'silent',
      AUTH_URL: nowhere,
      PAYMENTS_URL: nowhere,
      ACCOUNTING_URL: nowhere,
      ANALYTICS_URL: nowhere,
      GATEWAY_SIGNING_KEY: newViewerKeys().signingKey,
      PAYMENT_LINK_SECRET: 'a secret of the bench, long enough for anything',
      EVENTS_DATABASE_URL: options.databaseUrl,
      GATEWAY_SUPERGRAPH_FILE: options.supergraphFile,
      GATEWAY_RATE_LIMITS: 'off',
      INTROSPECTION: 'everybody',
    },
  );
}

/** Stock `@apollo/gateway`, which keeps no list of operations and warms up nothing. */
export async function startStock({ supergraphFile }: ReloadableOptions): Promise<Reloadable> {
  const port = await freePort();
  return started(
    `http://127.0.0.1:${port}/`,
    [resolve(here, 'stock.ts'), supergraphFile, String(port)],
    {},
  );
}

async function started(
  url: string,
  command: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Reloadable> {
  const preload = resolve(here, 'loop-stops.ts');
  const child = spawn(process.execPath, ['--import', preload, ...command], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await answering(url, child);
  return {
    url,
    reload: () => child.kill('SIGHUP'),
    loopStops: async () => {
      child.send('how long?');
      const [stops] = (await once(child, 'message')) as [LoopStops];
      return stops;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
