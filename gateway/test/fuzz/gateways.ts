import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { once } from '@finflow/shared/once';
import { prettyFormatQueryPlan, QueryPlanner } from '@apollo/query-planner';
import { print, type ExecutionResult } from 'graphql';
import type { IncrementalAnswer, OperationRequest } from '../../src/executor/incremental.ts';
import type { GatewayContext } from '../../src/request-context.ts';
import { openGates, type FieldGates } from '../../src/rights/field-gates.ts';
import { defaultLimits } from '../../src/limits/limits.ts';
import { createFeedExecutor } from '../../src/subscriptions/feed-executor.ts';
import { createFeedReader, isProblems } from '../../src/subscriptions/feed-reader.ts';
import type { Signal } from '../../src/subscriptions/feeds.ts';
import { FinFlowGateway } from '../../src/supergraph/finflow-gateway.ts';
import {
  readLoadedSupergraph,
  type LoadedSupergraph,
} from '../../src/supergraph/loaded-supergraph.ts';
import { plannableSupergraph } from '../../src/supergraph/plannable-supergraph.ts';
import { plannerConfig } from '../../src/supergraph/planner-config.ts';
import { createSupergraphGateway, type ExecutorKind } from '../../src/supergraph/supergraph.ts';
import type { SubgraphSource } from '../../src/transports/subgraph-source.ts';
import type { Thing } from './data.ts';
import type { ComposedModel } from './generate-model.ts';
import { keyValue } from './keys.ts';
import type { Operation } from './monolith.ts';
import type { Run } from './resolve.ts';
import { createSubgraphs, type AskSubgraph } from './subgraphs.ts';

/** A gateway over a world's subgraphs, without HTTP. */
export type GatewayUnderTest = {
  readonly execute: (operation: Operation, run: Run) => Promise<ExecutionResult>;
  /** For a client that takes deferred fragments later. The stock executor can't. */
  readonly executeInParts: (operation: Operation, run: Run) => Promise<IncrementalAnswer>;
  /** The answer to an event about one thing, to who subscribed. The stock executor can't. */
  readonly tell: (subscription: Operation, thing: Thing, run: Run) => Promise<ExecutionResult>;
  readonly stop: () => Promise<void>;
};

export type StartGateway = (
  composed: ComposedModel,
  gates?: FieldGates,
) => Promise<GatewayUnderTest>;

/** Our own executor over Apollo's planner. */
export const startCompiled: StartGateway = (composed, gates) => start(composed, 'compiled', gates);

/** @apollo/gateway as it comes. */
export const startStock: StartGateway = (composed) => start(composed, 'stock');

function start(composed: ComposedModel, executor: ExecutorKind, gates: FieldGates = openGates) {
  const ask = createSubgraphs(composed);
  const sources = composed.model.subgraphs.map((name) => [name, dataSource(name, ask)]);
  const { supergraphSdl } = composed;
  const source = subgraphSource(ask);
  return started(
    createSupergraphGateway({
      supergraphSdl,
      executor,
      dataSources: Object.fromEntries(sources),
      source,
      gatesOf: () => gates,
    }),
    source,
  );
}

const dataSource = (name: string, ask: AskSubgraph): GraphQLDataSource => ({
  process: async ({ request: { query = '', variables = {}, operationName }, context }) =>
    (await ask(name, { query, variables, operationName }, (context as Carrier).run)) as Awaited<
      ReturnType<GraphQLDataSource['process']>
    >,
});

const subgraphSource =
  (ask: AskSubgraph): SubgraphSource =>
  async ({ subgraph, query, operationName, variables, representations = [] }, context) => {
    const lists = representations.map(({ variable, json }) => [variable, JSON.parse(json())]);
    const call = {
      query,
      operationName,
      variables: { ...variables, ...Object.fromEntries(lists) },
    };
    return (await ask(subgraph, call, (context as Carrier).run)) as Awaited<
      ReturnType<SubgraphSource>
    >;
  };

/** The run travels to the subgraphs as the caller's context does. */
type Carrier = GatewayContext & { readonly run: Run };

type RequestContext = Parameters<ApolloGateway['executor']>[0];

async function started(gateway: ApolloGateway, source: SubgraphSource): Promise<GatewayUnderTest> {
  const { executor } = await gateway.load();
  const tell = once(() => tellerOf(readLoadedSupergraph(gateway), source));
  return {
    execute: async (operation, run) =>
      copied((await executor(requestContextOf(operation, run))) as ExecutionResult),
    executeInParts: async (operation, run) => {
      if (!(gateway instanceof FinFlowGateway)) throw new Error('Ours alone answers in parts');
      return gateway.executeIncrementally(operationRequestOf(operation, run));
    },
    tell: (subscription, thing, run) => tell()(subscription, thing, run),
    stop: () => gateway.stop(),
  };
}

function tellerOf(supergraph: LoadedSupergraph, source: SubgraphSource): GatewayUnderTest['tell'] {
  const read = createFeedReader(supergraph, {
    limits: defaultLimits,
    partners: { outside: () => [] },
  });
  const executor = createFeedExecutor({ supergraph, source });
  return async ({ document, operationName, variables }, thing, run) => {
    const feed = read(print(document), operationName);
    if (isProblems(feed)) return { errors: feed };
    const signal = signalOf(feed.field, thing);
    return copied(await executor.execute({ feed, signal, variables, context: carrierOf(run) }));
  };
}

/** As the bus would tell that something happened to the thing. */
const signalOf = (field: string, { __typename, number }: Thing): Signal =>
  ({
    field,
    typename: __typename,
    entityId: String(keyValue('id', number)),
    organizationId: '',
    paymentId: null,
    invoiceId: null,
    atMs: 0,
    traceparent: `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`,
    requestId: null,
  }) as Signal; // Worlds have feeds and types of their own.

/** What an executor reads of Apollo Server's context of a request. */
function requestContextOf({ document, operationName, variables }: Operation, run: Run) {
  const source = print(document);
  const context: Partial<RequestContext> = {
    document,
    source,
    queryHash: `${operationName} ${source}`,
    operationName,
    request: { query: source, variables, ...(operationName !== null && { operationName }) },
    context: carrierOf(run),
    metrics: {},
  };
  return context as RequestContext;
}

const operationRequestOf = (
  { document, operationName, variables }: Operation,
  run: Run,
): OperationRequest => ({
  document,
  queryHash: `${operationName} ${print(document)}`,
  operationName: operationName ?? undefined,
  variables,
  context: carrierOf(run),
});

const carrierOf = (run: Run): Carrier => ({
  viewer: { kind: 'anonymous' },
  deadlineAtMs: Number.POSITIVE_INFINITY,
  requestId: 'fuzz',
  traceId: '0'.repeat(32),
  address: '127.0.0.1',
  userAgent: '',
  refreshToken: undefined,
  setCookies: [],
  run,
});

/** As a client reads it. */
const copied = (result: ExecutionResult): ExecutionResult => JSON.parse(JSON.stringify(result));

/** For the report of a failure: the operation as our planner plans it, but for the names of aliases. */
export function planOf({ supergraphSdl }: ComposedModel, operation: Operation): string {
  const supergraph = Supergraph.build(plannableSupergraph(supergraphSdl));
  const planned = operationFromDocument(supergraph.apiSchema(), operation.document, {
    ...(operation.operationName !== null && { operationName: operation.operationName }),
  });
  return prettyFormatQueryPlan(new QueryPlanner(supergraph, plannerConfig).buildQueryPlan(planned));
}
