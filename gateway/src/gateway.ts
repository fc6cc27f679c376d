import type { KeyObject } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bus } from '@finflow/shared/bus/bus';
import { closeServer } from '@finflow/shared/http/serve';
import { collectProcessMetrics } from '@finflow/shared/http/operations-routes';
import { partnerGuard } from './contract/partner-guard.ts';
import { admissionPlugin } from './admission/admission-plugin.ts';
import { createGatewayAdmission, type AdmissionSettings } from './admission/gateway-admission.ts';
import { limitedCallers } from './admission/limited-callers.ts';
import { createExplorerAnswer } from './explorer/explorer-answer.ts';
import { callerByHeader } from './http/caller-of.ts';
import { createGraphqlAnswer } from './http/graphql-answer.ts';
import { createForwardsAnswer, finflowForwards, type Forward } from './http/forwards.ts';
import { createCors, type CorsOptions } from './http/cors.ts';
import { createHttpServer } from './http/http-server.ts';
import { createOperationsAnswer } from './http/operations-answer.ts';
import { createStaticAnswer } from './http/static-answer.ts';
import { securityHeaders } from './http/security-headers.ts';
import { introspectionGuard, type IntrospectionMode } from './introspection/introspection.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import { operationMetrics } from './operation-metrics.ts';
import { operationResolution } from './operation-resolution.ts';
import { createOperationTexts, type PersistedOptions } from './persisted/operation-texts.ts';
import { operationSpan } from './operation-span.ts';
import { createFieldGates } from './rights/field-gates.ts';
import type { Policies } from './rights/requirement.ts';
import { deferredAnswers } from './streams/deferred-answers.ts';
import { callerByTicketOr } from './streams/event-source.ts';
import { createHttpFeeds } from './streams/http-feeds.ts';
import { createStreamTickets } from './streams/stream-tickets.ts';
import { createTicketAnswer } from './streams/ticket-answer.ts';
import { createConnections } from './subscriptions/connections.ts';
import { createFeedSources } from './subscriptions/create-feed-sources.ts';
import { createFeeds } from './subscriptions/create-feeds.ts';
import { createFeedHub } from './subscriptions/feed-hub.ts';
import { attachSocketServer } from './subscriptions/socket-server.ts';
import { FinFlowGateway } from './supergraph/finflow-gateway.ts';
import { allReady } from './ready.ts';
import { createEngine } from './supergraph/engine.ts';
import { createEngines } from './supergraph/engines.ts';
import { createReload, type Reload } from './supergraph/reload.ts';
import type { ExecutorKind } from './supergraph/supergraph.ts';
import { warmUpBehind } from './supergraph/warm-up.ts';
import { createCallSharing, createSubgraphSource } from './transports/create-subgraph-source.ts';
import { createDataSource } from './transports/data-source.ts';
import type { SubgraphTransport } from './transports/subgraph-transport.ts';
import { traced } from './transports/traced-source.ts';
import type { AccessTokenVerifier } from './viewer/access-token-keys.ts';
import { createApiKeys } from './viewer/api-keys.ts';
import { createViewerSigner } from './viewer/viewer-signer.ts';

export type GatewayOptions = {
  /** The text of gateway/supergraph.graphql. */
  readonly supergraphSdl: string;
  /** How to reach each subgraph, by its name in the supergraph. */
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly verifyAccessToken: AccessTokenVerifier;
  /** The private key that signs callers for the subgraphs. */
  readonly signingKey: KeyObject;
  readonly paymentLinkSecret: string;
  /** The address that the world knows: scheme and host of links, cookies, sockets. */
  readonly publicUrl: string;
  /** Addresses of subgraphs that the world may call. Left out: FinFlow's. */
  readonly forwards?: readonly Forward[];
  /** Where the payment provider's card form is served from, if not by Stripe. */
  readonly elementsOrigin?: string | null;
  /** True behind a proxy of ours that appends to X-Forwarded-For. */
  readonly trustProxy?: boolean;
  /** The folder of the built web app; null or left out: none is served. */
  readonly webRoot?: string | null;
  readonly limits?: Partial<Limits>;
  /** What `@policy` may name. Left out: nothing, so that every policy denies. */
  readonly policies?: Policies;
  /** What an operation may cost, and a caller in a minute. Left out: the defaults. */
  readonly admission?: AdmissionSettings;
  /** Who executes what was planned. Left out: `compiled`. */
  readonly executor?: ExecutorKind;
  /** Operations that are known by an id. Left out: none; any text is taken. */
  readonly persisted?: PersistedOptions;
  /** Who may ask for the schema. Left out: everybody. */
  readonly introspection?: IntrospectionMode;
  /** An operation that takes longer is logged with its plan. Default 1000. */
  readonly slowOperationMs?: number;
  /** Over how long those who are subscribed come back after a reload. */
  readonly drainOnReloadMs?: number;
  /** Where the feeds hear what happened. */
  readonly bus: Bus;
  /** Pages of which other origins may use the endpoint, sockets included. Left out: none but `publicUrl`'s and what we serve. */
  readonly cors?: Partial<CorsOptions>;
};

/** Over how long those who are subscribed are told of a reload, so that they don't all come back in one moment. */
const drainOnReloadMs = 10_000;

export type Gateway = {
  /** @throws Error EADDRINUSE or EACCES when the port can't be had */
  listen(address: { readonly port: number; readonly host?: string }): Promise<{ port: number }>;
  /**
   * Takes up another supergraph, or refuses it and goes on with the one before. No request is lost; who is subscribed is told to come
   * again, and goes on after the last event id.
   */
  readonly reload: Reload;
  /**
   * Tells who is subscribed to come again, spread over a while: they go on after their last event id, here or at another gateway.
   * After a change of the supergraph, or before a restart that should not bring all back in one moment.
   */
  drain(overMs: number): Promise<void>;
  /** Takes nothing new, lets what runs come to its end, then closes. */
  close(): Promise<void>;
};

/** Builds the one public door from its parts. It listens to the bus at once, to the world only when it is told to. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { introspection = 'everybody' } = options;
  const parts = partsOf(options);
  const streams = createHttpFeeds((request) => feeds.open(request));
  const build = (supergraphSdl: string) => {
    const admission = parts.admissionOf(supergraphSdl);
    return createEngine(supergraphSdl, {
      ...parts,
      admission,
      pluginsOf: (planning) => [
        operationMetrics(parts.persisted.operations),
        operationSpan,
        operationResolution,
        introspectionGuard(introspection),
        partnerGuard(),
        admissionPlugin(admission),
        streams.plugin,
        ...(planning instanceof FinFlowGateway ? [deferredAnswers(planning)] : []),
      ],
    });
  };
  const engines = createEngines(await build(options.supergraphSdl));
  const hub = await createFeedHub({
    bus: options.bus,
    maxReplayed: parts.limits.maxReplayedEvents,
    // What an event makes its subscribers ask must not be answered by a call that began before it.
    onEvent: () => parts.callSharing.forget(),
  });
  const sources = createFeedSources({ ...parts, hub, transports: options.transports });
  const feeds = createFeeds({ ...parts, hub, sources, engine: engines.current().feeds });
  hub.onRightsChanged(parts.apiKeys.forget);
  hub.onRightsChanged(feeds.endFor);
  hub.onRightsChanged(parts.connections.closeFor);
  collectProcessMetrics();
  const server = createHttpServer({
    answers: [
      createExplorerAnswer(introspection),
      createTicketAnswer(parts.tickets, parts.callerOf),
      createGraphqlAnswer({
        ...parts,
        server: engines,
        feeds: streams,
        callerOf: callerByTicketOr(parts.callerOf, parts.tickets, parts.origins),
      }),
      createOperationsAnswer(() => allReady({ ...options.transports, bus: options.bus })),
      createForwardsAnswer(options.forwards ?? finflowForwards, options.transports),
      ...(options.webRoot ? [createStaticAnswer(options.webRoot)] : []),
    ],
    headers: securityHeaders({
      publicUrl: options.publicUrl,
      elementsOrigin: options.elementsOrigin ?? null,
    }),
    cors: createCors({ origins: [], credentials: false, ...options.cors }),
    trustProxy: parts.trustProxy,
  });
  const sockets = attachSocketServer(server, {
    ...parts,
    feeds,
  });
  const drain = async (overMs: number) => {
    await Promise.all([feeds.drain(overMs), sockets.drain(overMs)]);
  };
  let isClosing = false;
  const { operations } = parts.persisted;
  return {
    listen: async ({ port, host = '0.0.0.0' }) => {
      const listening = await listen(server, port, host);
      void warmUpBehind(engines.current(), operations, () => !isClosing);
      return listening;
    },
    reload: createReload({
      engines,
      build,
      operations,
      onReloaded: (engine) => {
        feeds.reload(engine.feeds);
        void drain(options.drainOnReloadMs ?? drainOnReloadMs);
      },
    }),
    drain,
    close: async () => {
      isClosing = true;
      const closing = Promise.all([closeServer(server), sockets.close()]);
      feeds.stop();
      await closing;
      await hub.close();
      await engines.stop();
      await parts.rates?.close();
      await Promise.all(
        Object.values(options.transports).map(async (transport) => transport.close?.()),
      );
    },
  };
}

/** What queries and subscriptions have in common. */
function partsOf(options: GatewayOptions) {
  const { transports, signingKey, verifyAccessToken, paymentLinkSecret } = options;
  const nowMs = Date.now;
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
  const viewers = { verifyAccessToken, paymentLinkSecret, apiKeys };
  const admitting = createGatewayAdmission(limits, options.admission ?? {}, nowMs);
  return {
    ...admitting,
    limits,
    signer,
    callSharing,
    dataSources,
    compiling: {
      source,
      gatesOf: (sdl: string) => createFieldGates(sdl, options.policies),
      ...slow,
    },
    executor: options.executor ?? 'compiled',
    nowMs,
    persisted,
    textOf: createOperationTexts(persisted),
    apiKeys,
    viewers,
    callerOf: limitedCallers(callerByHeader(viewers), admitting.rates, nowMs),
    tickets: createStreamTickets(signingKey, nowMs),
    origins: [new URL(options.publicUrl).origin, ...(options.cors?.origins ?? [])],
    connections: createConnections(limits.maxSocketsPerViewer, nowMs),
    trustProxy: options.trustProxy ?? false,
  };
}

function authOf({ auth }: GatewayOptions['transports']): SubgraphTransport {
  if (!auth) throw new Error('API keys are verified by auth, to which there is no way.');
  return auth;
}

async function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port };
}
