import type { KeyObject } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer } from '@finflow/shared/http/serve';
import { collectProcessMetrics } from '@finflow/shared/http/operations-routes';
import { createGraphqlAnswer } from './http/graphql-answer.ts';
import { createGraphqlServer } from './graphql-server.ts';
import { createForwardsAnswer, finflowForwards, type Forward } from './http/forwards.ts';
import { createHttpServer } from './http/http-server.ts';
import { createOperationsAnswer } from './http/operations-answer.ts';
import { securityHeaders } from './http/security-headers.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import { createApolloGateway } from './supergraph/supergraph.ts';
import { createDataSource } from './transports/data-source.ts';
import type { SubgraphTransport } from './transports/subgraph-transport.ts';
import type { AccessTokenVerifier } from './viewer/access-token-keys.ts';
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
  readonly limits?: Partial<Limits>;
};

export type Gateway = {
  /** @throws Error EADDRINUSE or EACCES when the port can't be had */
  listen(address: { readonly port: number; readonly host?: string }): Promise<{ port: number }>;
  /** Takes nothing new, lets what runs come to its end, then closes. */
  close(): Promise<void>;
};

/** Builds the one public door from its parts. It does nothing until it listens. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { transports, verifyAccessToken, paymentLinkSecret } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const graphql = createGraphqlServer(planningGateway(options), limits);
  await graphql.start();
  collectProcessMetrics();
  const viewers = { verifyAccessToken, paymentLinkSecret };
  const server = createHttpServer({
    answers: [
      createGraphqlAnswer({ server: graphql, viewers, limits }),
      createOperationsAnswer(() => allReady(transports)),
      createForwardsAnswer(options.forwards ?? finflowForwards, transports),
    ],
    headers: securityHeaders({
      publicUrl: options.publicUrl,
      elementsOrigin: options.elementsOrigin ?? null,
    }),
    trustProxy: options.trustProxy ?? false,
  });
  return {
    listen: ({ port, host = '0.0.0.0' }) => listen(server, port, host),
    close: async () => {
      await closeServer(server);
      await graphql.stop();
    },
  };
}

function planningGateway({ supergraphSdl, transports, signingKey }: GatewayOptions) {
  const signer = createViewerSigner(signingKey, Date.now);
  const dataSources = Object.entries(transports).map(([name, transport]) => [
    name,
    createDataSource({ name, transport, signer }),
  ]);
  return createApolloGateway(supergraphSdl, Object.fromEntries(dataSources));
}

async function allReady(transports: GatewayOptions['transports']): Promise<void> {
  await Promise.all(Object.values(transports).map((transport) => transport.ready()));
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
