import {
  buildOperationContext,
  executeQueryPlan,
  type GraphQLDataSource,
  type ServiceMap,
} from '@apollo/gateway';
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { log } from '@finflow/shared/log';
import type { ExecutionResult } from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import type { FeedSchema } from '../supergraph/feed-schema.ts';
import { feedsSubgraph } from '../supergraph/supergraph.ts';
import type { Signal } from './feeds.ts';
import type { ReadFeed, Variables } from './feed-reader.ts';
import { primaryAnswer, type PrimaryAnswer } from './primary-answer.ts';

export type Execution = {
  readonly feed: ReadFeed;
  readonly signal: Signal;
  readonly variables: Variables;
  readonly context: GatewayContext;
};

export type FeedExecutor = {
  /** Plans ahead, so that the first event doesn't wait for it. */
  readonly plan: (feed: ReadFeed) => void;
  /** Makes the answer to one signal: the entity's key from the signal, all else from the subgraphs that own it. */
  readonly execute: (execution: Execution) => Promise<ExecutionResult>;
};

/**
 * Executes subscriptions on the stock packages. The planner gives a first step (ask the feed) and a rest (fetch what else was
 * selected); the first is answered from the signal, the rest runs as it would for a query. Each text is planned once.
 */
export function createFeedExecutor(
  schema: FeedSchema,
  dataSources: Readonly<Record<string, GraphQLDataSource>>,
): FeedExecutor {
  const plans = new WeakMap<ReadFeed, Plan>();
  const planOf = (feed: ReadFeed): Plan => {
    const known = plans.get(feed) ?? planFeed(schema, feed);
    plans.set(feed, known);
    return known;
  };
  const execute: FeedExecutor['execute'] = async ({ feed, signal, variables, context }) => {
    const { queryPlan, answerPrimary } = planOf(feed);
    const services: ServiceMap = {
      ...dataSources,
      [feedsSubgraph]: { process: async () => answerPrimary(signal) },
    };
    const { data, errors } = await executeQueryPlan(
      queryPlan,
      services,
      requestContextOf(feed, variables, context),
      buildOperationContext({
        schema: schema.clientSchema,
        operationDocument: feed.document,
        ...(feed.operationName && { operationName: feed.operationName }),
      }),
      schema.supergraphSchema,
      schema.apiSchema,
    );
    return { ...(data !== undefined && { data }), ...(errors && { errors }) };
  };
  return { plan: planOf, execute };
}

type Plan = { readonly queryPlan: QueryPlan; readonly answerPrimary: PrimaryAnswer };

function planFeed({ apiSchema, planner }: FeedSchema, feed: ReadFeed): Plan {
  const operation = operationFromDocument(apiSchema, feed.document, {
    ...(feed.operationName && { operationName: feed.operationName }),
  });
  const { node } = planner.buildQueryPlan(operation);
  if (node?.kind !== 'Subscription') throw new Error('The plan of a subscription is one');
  const { primary, rest }: SubscriptionNode = node;
  return {
    queryPlan: {
      kind: 'QueryPlan',
      node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary,
    },
    answerPrimary: primaryAnswer(primary.operation),
  };
}

type RequestContext = Parameters<typeof executeQueryPlan>[2];

/** The executor reads the operation, the variables and our own context; the rest of Apollo's request context is not there. */
function requestContextOf(
  { document, operation, operationName, source }: ReadFeed,
  variables: Variables,
  context: GatewayContext,
): RequestContext {
  const requestContext: Partial<RequestContext> = {
    logger: log,
    context,
    metrics: {},
    document,
    operation,
    operationName: operationName ?? null,
    source,
    request: { query: source, variables: { ...variables } },
  };
  return requestContext as RequestContext;
}
