/**
 * Ours as it serves FinFlow: createGateway with its HTTP server, its limits, rights and metrics. Off: the rate limits and the cost limit
 * (a load test is what they are there to stop) and the log line of each request, of which the others have none.
 *
 *   node bench/gateway/peers/finflow.ts SUPERGRAPH PORT '{"accounts": 4001, ...}'
 */
import { readFileSync } from 'node:fs';
import { newViewerKeys, readSigningKey } from '@finflow/shared/signed-viewer';
import { createBus } from '@finflow/shared/bus/bus';
import { createGateway } from '@finflow/gateway/gateway';
import { overHttp } from '@finflow/gateway/transports/over-http';

const [supergraphFile = '', port = '', ports = ''] = process.argv.slice(2);

/** Nothing happens in this shop. */
const nobody = {
  pause: () => undefined,
  resume: () => undefined,
  close: async () => undefined,
};
const silentBus = createBus({
  append: async () => undefined,
  subscribe: async () => nobody,
  follow: async () => ({ ...nobody, start: {} }),
  between: async () => [],
  read: async () => [],
  lag: async () => [],
  rewind: async () => undefined,
  ping: async () => undefined,
  close: async () => undefined,
});

const transports = Object.fromEntries(
  Object.entries(JSON.parse(ports) as Record<string, number>).map(([name, own]) => [
    name,
    overHttp(`http://127.0.0.1:${own}`),
  ]),
);

const gateway = await createGateway({
  supergraphSdl: readFileSync(supergraphFile, 'utf8'),
  // API keys are verified by a room named auth. Nobody has one here.
  transports: { ...transports, auth: overHttp('http://127.0.0.1:9') },
  // Every connection is a caller of its own, so that none joins another's calls.
  verifyAccessToken: async (token) => ({
    viewer: {
      kind: 'user',
      userId: token,
      sessionId: token,
      organizationId: null,
      role: null,
      scopes: [],
    },
    expiresAt: new Date(Date.now() + 86_400_000),
  }),
  signingKey: readSigningKey(newViewerKeys().signingKey),
  paymentLinkSecret: 'a secret of the bench, long enough for anything',
  publicUrl: `http://127.0.0.1:${port}`,
  bus: silentBus,
  admission: { costMode: 'measure', countsCalls: false },
});
await gateway.listen({ port: Number(port), host: '127.0.0.1' });

process.once('SIGTERM', () => void gateway.close().then(() => process.exit()));
