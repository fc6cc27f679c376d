import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServer } from '@apollo/server';
import type { Viewer } from '@finflow/shared/viewer';
import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { outsideContractOf } from '../contract/outside-contract.ts';
import type { PartnerContract } from '../contract/partner-guard.ts';
import { partnerSchemaWithin } from '../contract/partner-schema.ts';
import type { Admission } from '../admission/admission.ts';
import { createGraphqlServer } from '../graphql-server.ts';
import type { Limits } from '../limits/limits.ts';
import { idOf, type PersistedOperation } from '../persisted/manifest.ts';
import type { GatewayContext } from '../request-context.ts';
import type { OperationRule } from '../rules-in-turn.ts';
import { createFeedExecutor } from '../subscriptions/feed-executor.ts';
import { createFeedReader, isProblems } from '../subscriptions/feed-reader.ts';
import type { FeedEngine } from '../subscriptions/feed-sharing.ts';
import { withDefer } from './defer-directive.ts';
import { FinFlowGateway, type FinFlowGatewayOptions } from './finflow-gateway.ts';
import type { InTurn } from './in-turn.ts';
import { readLoadedSupergraph } from './loaded-supergraph.ts';
import { createReadyGateway, type ExecutorKind, type ReadyGateway } from './supergraph.ts';

/** What all engines of a gateway share. */
export type EngineParts = {
  readonly limits: Limits;
  readonly dataSources: Readonly<Record<string, GraphQLDataSource>>;
  readonly executor: ExecutorKind;
  readonly compiling: FinFlowGatewayOptions;
  readonly admission: Admission;
  readonly rulesOf: (
    planning: ApolloGateway,
    partners: PartnerContract,
  ) => readonly OperationRule[];
};

/** Everything that is made from one supergraph. It is built whole; a change of the supergraph is another engine. */
export type Engine = {
  /** SHA-256 of the supergraph, 64 hex digits: by this it is known in logs and metrics. */
  readonly hash: string;
  /** Queries and mutations. Started. */
  readonly graphql: ApolloServer<GatewayContext>;
  readonly feeds: FeedEngine;
  /**
   * Reads an operation, and returns what makes its plan for a caller, so that the first request doesn't wait for it.
   * @throws Error when the supergraph doesn't know what it asks for, or it can't be planned
   */
  readonly prepare: (operation: PersistedOperation) => (viewer?: Viewer) => void;
  /** When nothing runs in it any more. */
  stop(): Promise<void>;
};

/** @throws Error when the text is no supergraph, or names a subgraph to which there is no way */
export async function createEngine(
  supergraphSdl: string,
  parts: EngineParts,
  inTurn: InTurn,
): Promise<Engine> {
  const { limits, compiling, admission, rulesOf, ...rest } = parts;
  const ready = await createReadyGateway({ supergraphSdl, ...rest, ...compiling }, inTurn);
  const { planning } = ready;
  const gates = await inTurn(() => compiling.gatesOf?.(ready.sdl)); // Kept for all who ask.
  const partners = await inTurn(() => partnerContractOf(ready));
  const graphql = createGraphqlServer(planning, limits, rulesOf(planning, partners));
  await inTurn(() => graphql.start());
  const supergraph = readLoadedSupergraph(planning);
  const feeds: FeedEngine = {
    read: createFeedReader(supergraph, { limits, partners }),
    executor: createFeedExecutor({ supergraph, ...compiling }),
    admission,
    ...(gates && { gates }),
  };
  return {
    hash: idOf(supergraphSdl),
    graphql,
    feeds,
    prepare: (operation) =>
      operation.type === 'subscription'
        ? prepareFeed(feeds, operation)
        : prepareOperation(planning, supergraph.clientSchema, operation),
    stop: () => graphql.stop(),
  };
}

function partnerContractOf(ready: ReadyGateway): PartnerContract {
  const offered = partnerSchemaWithin(ready);
  const schema = offered && withDefer(offered);
  return { schema, outside: outsideContractOf(schema) };
}

function prepareFeed({ read, executor }: FeedEngine, { body, name }: PersistedOperation) {
  const feed = read(body, name);
  if (isProblems(feed)) throw feed[0] ?? new Error('The subscription can’t be read');
  return (viewer?: Viewer) => void executor.plan(feed, {}, viewer);
}

function prepareOperation(
  planning: ApolloGateway,
  clientSchema: GraphQLSchema,
  { id: queryHash, name: operationName, body }: PersistedOperation,
) {
  const document = parse(body);
  const [problem] = validate(clientSchema, document, specifiedRules);
  if (problem) throw problem;
  return (viewer?: Viewer) => {
    if (!(planning instanceof FinFlowGateway)) return; // The stock executor plans when it executes.
    const text = { document, queryHash, operationName, variables: {} };
    for (const defers of [false, true]) planning.compile(text, viewer, defers);
  };
}
