import type { KeyObject } from 'node:crypto';
import { ApolloServer, type GraphQLResponse } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { errors as joseErrors } from 'jose';
import { GraphQLError, parse, type GraphQLSchema } from 'graphql';
import { inOrganization } from '../database/tenancy.ts';
import { newId } from '../ids.ts';
import { log, withLogContext } from '../log.ts';
import { verifyViewer, viewerHeader } from '../signed-viewer.ts';
import { organizationOf, type Viewer } from '../viewer.ts';
import type { Route } from '../http/route.ts';
import { enforceAuthorization } from './authorization.ts';
import { maskError } from './mask-error.ts';

/** What every resolver gets; each subgraph adds its services. */
export type BaseContext = {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** W3C trace context, to be handed on in events. */
  readonly traceparent: string | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Adds a Set-Cookie header to the answer; the gateway relays it to the browser. */
  readonly setCookie: (cookie: string) => void;
};

export type SubgraphRequest = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
};

export type SubgraphResponse = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly unknown[];
  readonly extensions?: Record<string, unknown>;
  readonly setCookies: readonly string[];
};

/** A running subgraph, without a port: callable in process, or served by `serveSubgraph`. */
export type Subgraph = {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly routes: readonly Route[];
  /** Resolves when it can serve; rejects with the reason when it can't. */
  readonly ready: () => Promise<void>;
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  close(): Promise<void>;
};

export type SubgraphOptions<C extends BaseContext> = {
  readonly name: string;
  /** The text of schema.graphql. */
  readonly typeDefs: string;
  /** As codegen types them; Apollo's own type has no place for `__resolveReference` beside a type's fields. */
  readonly resolvers: Readonly<Record<string, object>>;
  /** Called once per operation: fork the EntityManager, build services and loaders here. */
  readonly context: (base: BaseContext) => C;
  /** The gateway's public key: a request that it did not sign is refused. */
  readonly verifyKey: KeyObject;
  readonly routes?: readonly Route[];
  readonly ready?: () => Promise<void>;
  /** Stops consumers, relay, database. */
  readonly close?: () => Promise<void>;
};

/** Builds a subgraph whose fields are guarded by the schema's own directives and whose faults are masked. */
export async function createSubgraph<C extends BaseContext>(
  options: SubgraphOptions<C>,
): Promise<Subgraph> {
  const { name, typeDefs, resolvers } = options;
  const schema = enforceAuthorization(
    buildSubgraphSchema([
      { typeDefs: parse(typeDefs), resolvers: resolvers as GraphQLResolverMap<unknown> },
    ]),
  );
  const server = new ApolloServer<C>({
    schema,
    formatError: maskError,
    plugins: [ApolloServerPluginInlineTraceDisabled()], // Nobody reads Apollo's own traces here.
    includeStacktraceInErrorResponses: false,
    introspection: true, // Reachable only with the gateway's signature.
    logger: log,
    stopOnTerminationSignals: false,
  });
  await server.start();
  return {
    name,
    schema,
    routes: options.routes ?? [],
    ready: options.ready ?? (() => Promise.resolve()),
    execute: (request) => execute(server, options, request),
    close: async () => {
      await server.stop();
      await options.close?.();
    },
  };
}

async function execute<C extends BaseContext>(
  server: ApolloServer<C>,
  options: SubgraphOptions<C>,
  request: SubgraphRequest,
): Promise<SubgraphResponse> {
  const viewer = await readViewer(request.headers, options.verifyKey);
  if (!viewer) return refusedCaller;
  const setCookies: string[] = [];
  const base: BaseContext = {
    viewer,
    requestId: request.headers['x-request-id'] || newId(),
    traceparent: request.headers['traceparent'],
    headers: request.headers,
    setCookie: (cookie) => setCookies.push(cookie),
  };
  const { query, variables, operationName } = request;
  const run = async () => {
    const startedMs = performance.now();
    const response = await server.executeOperation(
      { query, ...(variables && { variables }), ...(operationName && { operationName }) },
      { contextValue: options.context(base) },
    );
    const durationMs = Math.round(performance.now() - startedMs);
    log.info('subgraph answered', { subgraph: options.name, operation: operationName, durationMs });
    return response;
  };
  const organizationId = organizationOf(viewer);
  const response = await withLogContext(logContextOf(base, organizationId), () =>
    inOrganization(organizationId, run),
  );
  return { ...singleResult(response), setCookies };
}

const logContextOf = ({ requestId, traceparent }: BaseContext, organizationId: string | null) => ({
  requestId,
  ...(traceparent && { traceId: traceparent.split('-')[1] ?? '' }),
  ...(organizationId && { organizationId }),
});

function singleResult(response: GraphQLResponse<Record<string, unknown>>) {
  if (response.body.kind !== 'single')
    throw new Error('A subgraph answers at once, never in parts');
  const { data, errors, extensions } = response.body.singleResult;
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors }),
    ...(extensions && { extensions }),
  };
}

/** Null for a caller that the gateway did not sign: forged, expired or absent. */
async function readViewer(
  headers: SubgraphRequest['headers'],
  key: KeyObject,
): Promise<Viewer | null> {
  const token = headers[viewerHeader];
  if (!token) return null;
  try {
    return await verifyViewer(token, key);
  } catch (error) {
    if (error instanceof joseErrors.JOSEError) return null;
    throw error;
  }
}

const refusedCaller: SubgraphResponse = {
  data: null,
  errors: [
    new GraphQLError('This address answers only to the gateway.', {
      extensions: { code: 'UNAUTHENTICATED' },
    }).toJSON(),
  ],
  setCookies: [],
};
