import type { KeyObject } from 'node:crypto';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { GraphQLError, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { inOrganization } from '../database/tenancy.ts';
import { withDeadline } from '../deadline.ts';
import { newId } from '../ids.ts';
import { log, withLogContext } from '../log.ts';
import { createViewerVerifier, viewerHeader, type ViewerVerifier } from '../signed-viewer.ts';
import { subgraphMetrics } from '../metrics/subgraph-metrics.ts';
import { inSpan, type SpanOptions } from '../tracing/span.ts';
import { traceIdIn } from '../tracing/traceparent.ts';
import { organizationOf, type Viewer } from '../viewer.ts';
import type { Route } from '../http/route.ts';
import { answerInTime } from './answer-in-time.ts';
import { enforceAuthorization } from './authorization.ts';
import { withRejectingReferences } from './reference-resolvers.ts';
import { maskError } from './mask-error.ts';
import { createOperationReader, type OperationReader } from './prepare-operation.ts';

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
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Until when an answer is of use, milliseconds since 1970. Left out: no end. */
  readonly deadlineAtMs?: number | null;
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
  /** What the resolvers of `schema` get for one operation, for whoever runs them by other means than `execute`. */
  readonly contextOf: (base: BaseContext) => BaseContext;
  readonly routes: readonly Route[];
  /** Resolves when it can serve; rejects with the reason when it can't. */
  readonly ready: () => Promise<void>;
  /** Answers whom the gateway has signed, by the header `x-finflow-viewer`. Never rejects because of what was asked. */
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  /** The same without a signature: for the gateway in the same process, which has verified the caller itself. */
  executeAs(viewer: Viewer, request: SubgraphRequest): Promise<SubgraphResponse>;
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
  /** The gateway's public keys: a request that it signed with none of them is refused. */
  readonly verifyKeys: readonly KeyObject[];
  readonly routes?: readonly Route[];
  readonly ready?: () => Promise<void>;
  /** Stops consumers, relay, database. */
  readonly close?: () => Promise<void>;
};

/** Builds a subgraph whose fields are guarded by the schema's own directives and whose faults are masked. */
export async function createSubgraph<C extends BaseContext>(
  options: SubgraphOptions<C>,
): Promise<Subgraph> {
  const { name, typeDefs, resolvers, routes = [], verifyKeys } = options;
  const schema = enforceAuthorization(
    buildSubgraphSchema([
      {
        typeDefs: parse(typeDefs),
        resolvers: withRejectingReferences(resolvers) as GraphQLResolverMap<unknown>,
      },
    ]),
  );
  const verify = createViewerVerifier(verifyKeys);
  const parts: Parts<C> = { name, context: options.context, read: createOperationReader(schema) };
  return {
    name,
    schema,
    contextOf: options.context,
    routes,
    ready: options.ready ?? (() => Promise.resolve()),
    execute: async (request) => {
      const viewer = await readViewer(request.headers, verify);
      return viewer ? executeAs(parts, viewer, request) : refusedCaller;
    },
    executeAs: (viewer, request) => executeAs(parts, viewer, request),
    close: async () => options.close?.(),
  };
}

type Parts<C extends BaseContext> = {
  readonly name: string;
  readonly context: (base: BaseContext) => C;
  readonly read: OperationReader;
};

async function executeAs<C extends BaseContext>(
  { name, context, read }: Parts<C>,
  viewer: Viewer,
  { query, variables = {}, operationName, headers, deadlineAtMs = null }: SubgraphRequest,
): Promise<SubgraphResponse> {
  const startedMs = performance.now();
  const { operations, operationSeconds } = subgraphMetrics();
  const setCookies: string[] = [];
  const base: BaseContext = {
    viewer,
    requestId: headers['x-request-id'] || newId(),
    traceparent: headers['traceparent'],
    headers,
    setCookie: (cookie) => setCookies.push(cookie),
  };
  const organizationId = organizationOf(viewer);
  const run = async () => {
    const operation = read(query, operationName);
    const result: ExecutionResult =
      typeof operation === 'function'
        ? await answerInTime(deadlineAtMs, () => operation(context(base), variables))
        : { errors: operation };
    const durationMs = Math.round(performance.now() - startedMs);
    operations.inc({ subgraph: name, outcome: result.errors?.length ? 'errors' : 'ok' });
    operationSeconds.observe({ subgraph: name }, (performance.now() - startedMs) / 1000);
    log.info('subgraph answered', { subgraph: name, operation: operationName, durationMs });
    return { ...masked(result), setCookies };
  };
  const span: SpanOptions = { kind: 'SERVER', parent: base.traceparent };
  return withLogContext(logContextOf(base, organizationId), () =>
    withDeadline(deadlineAtMs, () =>
      inOrganization(organizationId, () => inSpan(`subgraph ${name}`, span, run)),
    ),
  );
}

function logContextOf({ requestId, traceparent }: BaseContext, organizationId: string | null) {
  const traceId = traceIdIn(traceparent);
  return { requestId, ...(traceId && { traceId }), ...(organizationId && { organizationId }) };
}

const masked = ({ data, errors }: ExecutionResult): Omit<SubgraphResponse, 'setCookies'> => ({
  ...(data !== undefined && { data }),
  ...(errors && { errors: errors.map(maskError) }),
});

/** Null for a caller that the gateway did not sign: forged, expired or absent. */
async function readViewer(
  headers: SubgraphRequest['headers'],
  verify: ViewerVerifier,
): Promise<Viewer | null> {
  const token = headers[viewerHeader];
  return token ? verify(token) : null;
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
