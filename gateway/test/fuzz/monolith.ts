import { Supergraph } from '@apollo/federation-internals';
import {
  execute,
  GraphQLError,
  GraphQLSchema,
  isObjectType,
  subscribe,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFieldResolver,
} from 'graphql';
import type { Thing } from './data.ts';
import type { ComposedModel } from './generate-model.ts';
import type { Rights } from './generate-rights.ts';
import type { Model } from './model.ts';
import { newRun, resolveInWorld, type Run } from './resolve.ts';

export type Operation = {
  readonly document: DocumentNode;
  /** Which of the document's operations; null when it has one without a name. */
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type Monolith = {
  /** What clients see: the same as the gateway's. */
  readonly schema: GraphQLSchema;
  /** The one that is executed. */
  readonly executed: GraphQLSchema;
  /** The truth: graphql-js over the whole world, with no subgraph, no plan and no merging. */
  readonly execute: ExecuteInWorld;
  /** The same for a subscription: the answers to events, each of which is about one thing. */
  readonly tell: (operation: Operation, things: readonly Thing[]) => Promise<ExecutionResult[]>;
};

export type ExecuteInWorld = (operation: Operation, run: Run) => Promise<ExecutionResult>;

export function createMonolith(
  { model, supergraphSdl }: ComposedModel,
  rights: Rights | null = null,
): Monolith {
  const schema = clientSchemaOf(supergraphSdl);
  const executed = rights ? refusing(clientSchemaOf(supergraphSdl), rights) : schema;
  return {
    schema,
    executed,
    execute: executorOf(model, executed),
    tell: async (operation, things) => {
      const told = await subscribe({
        ...argumentsOf(model, executed, operation),
        contextValue: newRun(),
        subscribeFieldResolver: async function* events() {
          yield* things;
        },
      });
      if (!(Symbol.asyncIterator in told)) return things.map(() => told);
      const answers: ExecutionResult[] = [];
      for await (const answer of told) answers.push(answer);
      return answers;
    },
  };
}

const clientSchemaOf = (supergraphSdl: string): GraphQLSchema =>
  Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();

/**
 * graphql-js coerces a field's arguments before any resolver can refuse it. Here rights come first, in gateway and subgraphs alike, so
 * a refused field takes no arguments that could be wrong. The specification says nothing of rights; either way the field is null with
 * an error.
 */
function refusing(schema: GraphQLSchema, { refuses }: Rights): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (refuses({ __typename: type.name, number: 0 }, field.name) !== null) field.args = [];
    }
  }
  // Interfaces go on promising these arguments.
  return new GraphQLSchema({ ...schema.toConfig(), assumeValid: true });
}

/** A field of that name gives the object that it stands on. The schemas of worlds have none. */
export const itself = '_itself';

export const executorOf =
  (model: Model, schema: GraphQLSchema): ExecuteInWorld =>
  async (operation, run) =>
    execute({ ...argumentsOf(model, schema, operation), contextValue: run });

const argumentsOf = (
  model: Model,
  schema: GraphQLSchema,
  { document, operationName, variables }: Operation,
): ExecutionArgs => ({
  schema,
  document,
  operationName,
  variableValues: variables,
  fieldResolver: resolverOf(model),
  typeResolver: (thing: Thing) => thing.__typename,
});

const resolverOf =
  (model: Model): GraphQLFieldResolver<Thing | undefined, Run> =>
  (source, args, run, info) => {
    const thing = source ?? { __typename: info.parentType.name, number: 0 };
    if (info.fieldName === itself || info.parentType.name === 'Subscription') return thing;
    const code = run.refuses(thing, info.fieldName);
    if (code !== null) throw new GraphQLError('refused', { extensions: { code } });
    return resolveInWorld(model, { thing, fieldName: info.fieldName, args, run });
  };
