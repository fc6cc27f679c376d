import { readFileSync } from 'node:fs';
import { busFromConfig } from '@finflow/shared/bus/bus-from-config';
import { runProcess } from '@finflow/shared/process';
import { readGatewayConfig } from './config.ts';
import { createGateway } from './gateway.ts';
import { readManifests } from './persisted/manifest.ts';
import { overHttp } from './transports/over-http.ts';
import { watchFile } from './supergraph/watch-file.ts';
import { createAccessTokenVerifier } from './viewer/access-token-keys.ts';

/** A ConfigMap takes up to a minute to arrive; a look costs next to nothing. */
const supergraphPollMs = 2_000;
const ownFiles = `${import.meta.dirname}/..`;

await runProcess('gateway', async () => {
  const config = readGatewayConfig(process.env);
  const supergraphFile = config.GATEWAY_SUPERGRAPH_FILE || `${ownFiles}/supergraph.graphql`;
  const manifests =
    config.PERSISTED_OPERATIONS_FILES.length > 0
      ? config.PERSISTED_OPERATIONS_FILES
      : [`${ownFiles}/persisted-operations.json`];
  const bus = await busFromConfig(process.env);
  const auth = overHttp(config.AUTH_URL);
  const gateway = await createGateway({
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    transports: {
      auth,
      payments: overHttp(config.PAYMENTS_URL),
      accounting: overHttp(config.ACCOUNTING_URL),
      analytics: overHttp(config.ANALYTICS_URL),
    },
    verifyAccessToken: createAccessTokenVerifier(auth),
    signingKey: config.GATEWAY_SIGNING_KEY,
    otherSigningKeys: config.GATEWAY_OTHER_SIGNING_KEYS,
    paymentLinkSecret: config.PAYMENT_LINK_SECRET,
    bus,
    slowOperationMs: config.GATEWAY_SLOW_OPERATION_MS,
    executor: config.GATEWAY_EXECUTOR,
    webRoot: config.WEB_ROOT || null,
    cors: { origins: config.ALLOWED_ORIGINS, credentials: config.CORS_CREDENTIALS === 'true' },
    publicUrl: config.PUBLIC_URL,
    elementsOrigin: config.STRIPE_ELEMENTS_URL ? new URL(config.STRIPE_ELEMENTS_URL).origin : null,
    trustProxy: config.TRUST_PROXY === 'true',
    admission: {
      costMode: config.GATEWAY_COST_MODE,
      maxCost: config.GATEWAY_MAX_COST,
      countsCalls: config.GATEWAY_RATE_LIMITS === 'on',
      rateDatabaseUrl: config.GATEWAY_RATE_DATABASE_URL || null,
    },
    introspection: config.INTROSPECTION,
    persisted: {
      mode: config.PERSISTED_OPERATIONS,
      operations: readManifests(manifests),
    },
  });
  await gateway.listen({ port: config.PORT });
  const watch = watchFile(supergraphFile, { onChange: gateway.reload, pollMs: supergraphPollMs });
  const checkNow = () => void watch.check();
  process.on('SIGHUP', checkNow);
  return {
    close: async () => {
      watch.stop();
      process.off('SIGHUP', checkNow);
      await gateway.close();
      await bus.close();
    },
  };
});
