import { Supergraph } from '@apollo/federation-internals';
import {
  execute,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { Thing } from './data.ts';
import type { ComposedModel } from './generate-model.ts';
import type { Model } from './model.ts';
import { resolveInWorld, type Run } from './resolve.ts';

export type Operation = {
  readonly document: DocumentNode;
  /** Which of the document's operations; null when it has one without a name. */
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type Monolith = {
  /** What clients see: the same as the gateway's. */
  readonly schema: GraphQLSchema;
  /** The truth: graphql-js over the whole world, with no subgraph, no plan and no merging. */
  readonly execute: ExecuteInWorld;
};

export type ExecuteInWorld = (operation: Operation, run: Run) => Promise<ExecutionResult>;

export function createMonolith({ model, supergraphSdl }: ComposedModel): Monolith {
  const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  return { schema, execute: executorOf(model, schema) };
}

/** A field of that name gives the object that it stands on. The schemas of worlds have none. */
export const itself = '_itself';

export function executorOf(model: Model, schema: GraphQLSchema): ExecuteInWorld {
  const fieldResolver: GraphQLFieldResolver<Thing | undefined, Run> = (source, args, run, info) => {
    const thing = source ?? { __typename: info.parentType.name, number: 0 };
    if (info.fieldName === itself) return thing;
    const code = run.refuses(thing, info.fieldName);
    if (code !== null) throw new GraphQLError('refused', { extensions: { code } });
    return resolveInWorld(model, { thing, fieldName: info.fieldName, args, run });
  };
  return async ({ document, operationName, variables }, run) =>
    execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: run,
      fieldResolver,
      typeResolver: (thing: Thing) => thing.__typename,
    });
}
