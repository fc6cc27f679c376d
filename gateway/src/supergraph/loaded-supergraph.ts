import { Schema, type Supergraph } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import { GraphQLSchema } from 'graphql';
import { withDefer } from './defer-directive.ts';
import { plannerConfig } from './planner-config.ts';
import { StockGateway } from './stock-gateway.ts';

/** What planning and executing takes: one supergraph in the forms that Apollo's packages give it. */
export type LoadedSupergraph = {
  readonly sdl: string;
  /** What clients see. */
  readonly clientSchema: GraphQLSchema;
  /** The same for the planner. */
  readonly apiSchema: Schema;
  /** With what clients can't see, and with the directives such as @requiresScopes. */
  readonly supergraphSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
};

/**
 * What Apollo's gateway has loaded. This file alone knows what it holds but does not publish: plain properties at run time, and the
 * packages are pinned exactly; another version that names them otherwise fails here, at start, and not in an answer.
 * @throws Error when a field isn't there or isn't what it was
 */
export function readLoadedSupergraph(gateway: ApolloGateway): LoadedSupergraph {
  return {
    sdl: field(gateway, 'supergraphSdl', (value) => typeof value === 'string'),
    clientSchema: withDefer(field(gateway, 'schema', (value) => value instanceof GraphQLSchema)),
    apiSchema: field(gateway, 'apiSchema', (value) => value instanceof Schema),
    supergraphSchema: field(gateway, 'supergraphSchema', (value) => value instanceof GraphQLSchema),
    planner: plannerOf(gateway),
  };
}

/** The executor of @apollo/gateway keeps the planner as it made it: it can't follow what ours is configured to plan. */
function plannerOf(gateway: ApolloGateway): QueryPlanner {
  const planner = field(gateway, 'queryPlanner', (value) => value instanceof QueryPlanner);
  return gateway instanceof StockGateway ? planner : configured(planner);
}

/**
 * The planner as this house configures it.
 * @throws Error when it doesn't hold its settings as it did
 */
function configured(planner: QueryPlanner): QueryPlanner {
  const config: unknown = Reflect.get(planner, 'config');
  if (typeof config !== 'object' || config === null || !('typeConditionedFetching' in config)) {
    throw new Error('@apollo/query-planner no longer holds its settings as it did');
  }
  config.typeConditionedFetching = plannerConfig.typeConditionedFetching;
  return planner;
}

function field<T>(gateway: ApolloGateway, name: string, is: (value: unknown) => value is T): T {
  const value: unknown = Reflect.get(gateway, name);
  if (!is(value)) throw new Error(`@apollo/gateway no longer holds its ${name} as it did`);
  return value;
}

/**
 * Apollo's gateway begins its load with a method that reads the text; from now on it gives what was read.
 * @throws Error when a subgraph has no way to it, or the gateway no longer loads as it did
 */
export function loadFrom(gateway: ApolloGateway, supergraph: Supergraph): void {
  const createServices = field(gateway, 'createServices', isFunction);
  field(gateway, 'createSchemaFromSupergraphSdl', isFunction);
  createServices.call(gateway, supergraph.subgraphsMetadata());
  Reflect.set(gateway, 'createSchemaFromSupergraphSdl', (supergraphSdl: string) => ({
    supergraph,
    supergraphSdl,
  }));
}

const isFunction = (value: unknown) => typeof value === 'function';
