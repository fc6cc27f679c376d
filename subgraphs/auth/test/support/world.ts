import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { verifyAccessToken } from '@finflow/shared/access-token';
import { openBus } from '@finflow/shared/bus/open-bus';
import { fixedClock } from '@finflow/shared/clock';
import { migrate } from '@finflow/shared/database/migrate';
import { withClient } from '@finflow/shared/database/provision';
import {
  newViewerKeys,
  readVerifyKey,
  readSigningKey,
  signViewer,
} from '@finflow/shared/signed-viewer';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { anonymous, type Viewer } from '@finflow/shared/viewer';
import { startAuthApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';

const gateway = newViewerKeys();

export type From = {
  readonly viewer?: Viewer;
  readonly refreshToken?: string | undefined;
  readonly address?: string;
  readonly device?: string;
};

/** The whole room on databases and a clock of its own, called as the gateway calls it. */
export async function openWorld(publicUrl = 'http://localhost:4000') {
  const [database, events] = await Promise.all([
    createTestDatabase('auth', { migrate: async (url) => migrate(await openDatabase(url)) }),
    createTestDatabase('events'),
  ]);
  const clock = fixedClock('2026-03-01T09:00:00.000Z');
  const bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
  const config = {
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    gatewayVerifyKeys: [readVerifyKey(gateway.verifyKey)],
    publicUrl,
    keyEncryptionSecret: 'a secret of the tests, long enough',
  };
  const app = await startAuthApp(config, { bus, clock });

  async function ask(query: string, variables: Record<string, unknown> = {}, from: From = {}) {
    const { data, errors, setCookies } = await app.subgraph.execute({
      query,
      variables,
      headers: {
        'x-finflow-viewer': await signViewer(
          from.viewer ?? anonymous,
          readSigningKey(gateway.signingKey),
        ),
        'x-finflow-refresh-token': from.refreshToken,
        'x-forwarded-for': from.address ?? '192.0.2.1',
        'user-agent': from.device ?? 'Tests/1.0',
      },
    });
    return { ...JSON.parse(JSON.stringify({ data, errors })), cookies: setCookies };
  }

  async function publishedKeys(): Promise<JSONWebKeySet> {
    const [route] = app.subgraph.routes;
    if (!route) throw new Error('The key set has a route');
    const request = { method: 'GET', headers: {}, body: Buffer.of(), remoteAddress: '' };
    const response = await route.handle({ ...request, url: new URL(route.path, publicUrl) });
    return JSON.parse(String(response.body));
  }

  return {
    app,
    clock,
    config,
    bus,
    database,
    ask,
    publishedKeys,
    /** The gateway's signature of nobody. */
    signature: () => signViewer(anonymous, readSigningKey(gateway.signingKey)),
    /** Moves the clock on. */
    pass: (seconds: number) => clock.set(new Date(+clock.now() + seconds * 1000)),
    /** Verifies an access token as the gateway does, at the clock's time. */
    viewerOf: async (accessToken: string): Promise<Viewer> => {
      const set = createLocalJWKSet(await publishedKeys());
      return (await verifyAccessToken(accessToken, set, clock.now())).viewer;
    },
    /** Rows as a superuser sees them. */
    rows: (query: string, values: unknown[] = []) =>
      withClient(database.superuserUrl, async (client) => (await client.query(query, values)).rows),
    close: async () => {
      await app.close();
      await bus.close();
      await Promise.all([database.close(), events.close()]);
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
