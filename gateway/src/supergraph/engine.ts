import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import type { Viewer } from '@finflow/shared/viewer';
import { parse, specifiedRules, validate } from 'graphql';
import type { Admission } from '../admission/admission.ts';
import { createGraphqlServer } from '../graphql-server.ts';
import type { Limits } from '../limits/limits.ts';
import { idOf, type PersistedOperation } from '../persisted/manifest.ts';
import type { GatewayContext } from '../request-context.ts';
import { createFeedExecutor } from '../subscriptions/feed-executor.ts';
import { createFeedReader, isProblems } from '../subscriptions/feed-reader.ts';
import type { FeedEngine } from '../subscriptions/feed-sharing.ts';
import { FinFlowGateway, type FinFlowGatewayOptions } from './finflow-gateway.ts';
import { readLoadedSupergraph } from './loaded-supergraph.ts';
import { createSupergraphGateway, type ExecutorKind } from './supergraph.ts';

/** What all engines of a gateway share. */
export type EngineParts = {
  readonly limits: Limits;
  readonly dataSources: Readonly<Record<string, GraphQLDataSource>>;
  readonly executor: ExecutorKind;
  readonly compiling: FinFlowGatewayOptions;
  readonly admission: Admission;
  readonly pluginsOf: (planning: ApolloGateway) => readonly ApolloServerPlugin<GatewayContext>[];
};

/** Everything that is made from one supergraph. It is built whole; a change of the supergraph is another engine. */
export type Engine = {
  /** SHA-256 of the supergraph, 64 hex digits: by this it is known in logs and metrics. */
  readonly hash: string;
  /** Queries and mutations. Started. */
  readonly graphql: ApolloServer<GatewayContext>;
  readonly feeds: FeedEngine;
  /**
   * Makes the plan of an operation, so that the first request doesn't wait for it.
   * @throws Error when the supergraph doesn't know what it asks for, or it can't be planned
   */
  readonly prepare: (operation: PersistedOperation, viewer?: Viewer) => void;
  /** When nothing runs in it any more. */
  stop(): Promise<void>;
};

/** @throws Error when the text is no supergraph, or names a subgraph to which there is no way */
export async function createEngine(supergraphSdl: string, parts: EngineParts): Promise<Engine> {
  const { limits, compiling, admission, pluginsOf, ...rest } = parts;
  const planning = createSupergraphGateway({ supergraphSdl, ...rest, ...compiling });
  const graphql = createGraphqlServer(planning, limits, pluginsOf(planning));
  await graphql.start();
  const supergraph = readLoadedSupergraph(planning);
  const feeds: FeedEngine = {
    read: createFeedReader(supergraph, limits),
    executor: createFeedExecutor({ supergraph, ...compiling }),
    admission,
    ...(compiling.gatesOf && { gates: compiling.gatesOf(supergraph.sdl) }),
  };
  const prepareFeed = ({ body, name }: PersistedOperation) => {
    const feed = feeds.read(body, name);
    if (isProblems(feed)) throw feed[0] ?? new Error('The subscription can’t be read');
    feeds.executor.plan(feed, {});
  };
  return {
    hash: idOf(supergraphSdl),
    graphql,
    feeds,
    prepare: (operation, viewer) => {
      if (operation.type === 'subscription') return prepareFeed(operation);
      const document = parse(operation.body);
      const [problem] = validate(supergraph.clientSchema, document, specifiedRules);
      if (problem) throw problem;
      if (!(planning instanceof FinFlowGateway)) return; // The stock executor plans when it executes.
      const { id: queryHash, name: operationName } = operation;
      const text = { document, queryHash, operationName, variables: {} };
      for (const defers of [false, true]) planning.compile(text, viewer, defers);
    },
    stop: () => graphql.stop(),
  };
}
