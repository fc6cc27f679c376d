import { createGatewayAdmission } from './admission/gateway-admission.ts';
import { limitedCallers } from './admission/limited-callers.ts';
import { callerByHeader } from './http/caller-of.ts';
import { defaultLimits } from './limits/limits.ts';
import { createOperationTexts } from './persisted/operation-texts.ts';
import { createGatesOf } from './rights/field-gates.ts';
import { createStreamTickets } from './streams/stream-tickets.ts';
import { createConnections } from './subscriptions/connections.ts';
import { createFeedIds } from './subscriptions/feed-ids.ts';
import { createCallSharing, createSubgraphSource } from './transports/create-subgraph-source.ts';
import { createDataSource } from './transports/data-source.ts';
import type { SubgraphTransport } from './transports/subgraph-transport.ts';
import { traced } from './transports/traced-source.ts';
import { createApiKeys } from './viewer/api-keys.ts';
import { createEndedRights } from './viewer/ended-rights.ts';
import { createViewerSigner } from './viewer/viewer-signer.ts';
import type { GatewayOptions } from './gateway-options.ts';

export type GatewayParts = ReturnType<typeof gatewayParts>;

/** What lasts as long as the gateway, whatever supergraph it serves. */
export function gatewayParts(options: GatewayOptions) {
  const { transports, signingKey, verifyAccessToken, paymentLinkSecret } = options;
  const nowMs = Date.now;
  const keys = { own: signingKey, others: options.otherSigningKeys ?? [] };
  const limits = { ...defaultLimits, ...options.limits };
  const signer = createViewerSigner(signingKey, nowMs);
  const callSharing = createCallSharing(nowMs);
  const source = traced(createSubgraphSource({ transports, signer, nowMs, shared: callSharing }));
  const dataSources = Object.fromEntries(
    Object.keys(transports).map((name) => [name, createDataSource(name, source)]),
  );
  const persisted = options.persisted ?? { mode: 'on', operations: new Map() };
  const { slowOperationMs } = options;
  const slow = { ...(slowOperationMs !== undefined && { slowOperationMs }) };
  const apiKeys = createApiKeys({ auth: authOf(transports), signer, nowMs });
  const endedRights = createEndedRights();
  const viewers = { verifyAccessToken, paymentLinkSecret, apiKeys, endedRights };
  const admitting = createGatewayAdmission(limits, options.admission ?? {}, nowMs);
  return {
    ...admitting,
    limits,
    signer,
    callSharing,
    dataSources,
    compiling: {
      source,
      gatesOf: createGatesOf(options.policies),
      ...slow,
    },
    executor: options.executor ?? 'compiled',
    nowMs,
    persisted,
    textOf: createOperationTexts(persisted),
    apiKeys,
    endedRights,
    viewers,
    callerOf: limitedCallers(callerByHeader(viewers), admitting.rates, nowMs),
    tickets: createStreamTickets(keys, nowMs, endedRights),
    ids: createFeedIds(keys, nowMs),
    origins: [new URL(options.publicUrl).origin, ...(options.cors?.origins ?? [])],
    connections: createConnections(limits.maxSocketsPerViewer, nowMs),
    trustProxy: options.trustProxy ?? false,
  };
}

function authOf({ auth }: GatewayOptions['transports']): SubgraphTransport {
  if (!auth) throw new Error('API keys are verified by auth, to which there is no way.');
  return auth;
}
