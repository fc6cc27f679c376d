import type { QueryPlan } from '@apollo/query-planner';
import type { Viewer } from '@finflow/shared/viewer';
import { inSpan } from '@finflow/shared/tracing/span';
import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createCompiledExecutor, type ExecutorOptions } from '../executor/compiled-executor.ts';
import type { OperationText } from '../executor/incremental.ts';
import type { GatewayContext } from '../request-context.ts';
import { feedsSubgraph } from '../supergraph/supergraph.ts';
import type {
  SubgraphCall,
  SubgraphResult,
  SubgraphSource,
} from '../transports/subgraph-source.ts';
import type { Signal } from './feeds.ts';
import type { ReadFeed, Variables } from './feed-reader.ts';
import { primaryAnswer, type PrimaryAnswer } from './primary-answer.ts';

export type Execution = {
  readonly feed: ReadFeed;
  /** What the first step is answered by: a signal of the bus, or what the subgraph of the feed has told. */
  readonly signal: Signal | Told;
  readonly variables: Variables;
  readonly context: GatewayContext;
};

/** An answer to the first step, from a subgraph that serves the feed itself. */
export type Told = Pick<Signal, 'atMs' | 'traceparent' | 'requestId'> & {
  readonly result: SubgraphResult;
};

/** The plan's first step: what the feed is asked. */
export type FirstStep = Pick<SubgraphCall, 'subgraph' | 'query' | 'operationName' | 'variables'>;

export type FeedExecutor = {
  /**
   * Plans ahead, for a caller with these rights or with all of them. Null when he may see nothing of what he selected.
   * @throws GraphQLError when it can't be planned
   */
  readonly plan: (feed: ReadFeed, variables: Variables, viewer?: Viewer) => FirstStep | null;
  /** Makes the answer to one event: the entity from the first step, all else from the subgraphs that own it. */
  readonly execute: (execution: Execution) => Promise<ExecutionResult>;
};

const rememberedPrimaries = 1_000;

/**
 * Executes subscriptions as queries are executed. The planner gives a first step (ask the feed) and a rest (fetch what else was
 * selected); the first is answered from the signal, the rest goes to the subgraphs.
 */
export function createFeedExecutor(options: ExecutorOptions): FeedExecutor {
  const executor = createCompiledExecutor(options);
  const primaries = new LRUCache<string, PrimaryAnswer>({ max: rememberedPrimaries });
  const answerPrimary = (operation: string, signal: Signal) => {
    const known = primaries.get(operation) ?? primaryAnswer(operation);
    primaries.set(operation, known);
    return known(signal);
  };
  const sourceFor = (signal: Signal | Told): SubgraphSource => {
    if ('entityId' in signal) {
      return async (call, context) =>
        call.subgraph === feedsSubgraph
          ? answerPrimary(call.query, signal)
          : options.source(call, context);
    }
    let isFirst = true; // A plan begins with its first step, alone.
    return async (call, context) => {
      if (!isFirst) return options.source(call, context);
      isFirst = false;
      return signal.result;
    };
  };
  return {
    plan: (feed, variables, viewer) =>
      firstStepOf(executor.compile(textOf(feed, variables), viewer).plan, variables),
    execute: ({ feed, signal, variables, context }) =>
      inSpan(`feed ${feed.field}`, { kind: 'CONSUMER', parent: signal.traceparent }, () =>
        executor.execute({ ...textOf(feed, variables), context }, sourceFor(signal)),
      ),
  };
}

function firstStepOf({ node }: QueryPlan, variables: Variables): FirstStep | null {
  if (node?.kind !== 'Subscription') return null;
  const { serviceName, operation, operationName, variableUsages = [] } = node.primary;
  const used = variableUsages.filter((name) => variables[name] !== undefined);
  return {
    subgraph: serviceName,
    query: operation,
    operationName,
    variables: Object.fromEntries(used.map((name) => [name, variables[name]])),
  };
}

const textOf = (
  { document, source, operationName }: ReadFeed,
  variables: Variables,
): OperationText => ({ document, queryHash: source, operationName, variables });
