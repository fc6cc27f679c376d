import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { Thing } from './data.ts';
import type { ComposedModel } from './generate-model.ts';
import { numberOf } from './keys.ts';
import { memberOf, objectNamed, type Model } from './model.ts';
import { hashOf } from './random.ts';
import { resolveInSubgraph, type Run } from './resolve.ts';

export type SubgraphCall = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Answers as a subgraph over the network would: data of its own each time, and after a while that differs from call to call. */
export type AskSubgraph = (name: string, call: SubgraphCall, run: Run) => Promise<ExecutionResult>;

export function createSubgraphs({ model, subgraphSdl }: ComposedModel): AskSubgraph {
  const subgraphs = new Map(
    Object.entries(subgraphSdl).map(([name, sdl]) => [name, createSubgraph(model, name, sdl)]),
  );
  return async (name, call, run) => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`There is no subgraph ${name}`);
    const variables = copied(call.variables);
    await turns(hashOf(name + call.query + JSON.stringify(variables)) % 5);
    const asked = `${name}: ${call.query}\n  ${JSON.stringify(variables)}`;
    const breakage = run.breaks(asked);
    if (breakage) {
      run.calls.push(`${asked}\n  breaks`);
      return breakage();
    }
    const answer = copied(await subgraph({ ...call, variables }, run));
    run.calls.push(`${asked}\n  ${JSON.stringify(answer)}`);
    return answer;
  };
}

function createSubgraph(model: Model, name: string, sdl: string) {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(sdl), resolvers: referenceResolvers(model, name) },
  ]);
  const fieldResolver: GraphQLFieldResolver<Thing | undefined, Run> = (thing, args, run, info) =>
    resolveInSubgraph(model, name, {
      thing: thing ?? { __typename: info.parentType.name, number: 0 },
      fieldName: info.fieldName,
      args,
      run,
    });
  const documents = new Map<string, DocumentNode>();
  return async ({ query, operationName, variables }: SubgraphCall, run: Run) => {
    const document = documents.get(query) ?? validDocument(schema, name, query);
    documents.set(query, document);
    return execute({
      schema,
      document,
      ...(operationName !== undefined && { operationName }),
      variableValues: variables,
      contextValue: run,
      fieldResolver,
    });
  };
}

/** @throws Error when the plan sends what the subgraph's schema does not allow */
function validDocument(schema: GraphQLSchema, name: string, query: string): DocumentNode {
  const document = parse(query, { noLocation: true });
  const [problem] = validate(schema, document);
  if (problem) throw new Error(`${name} can't be asked ${query}: ${problem.message}`);
  return document;
}

/** Every entity by its representation; an interface with a key also by that key alone. */
function referenceResolvers(model: Model, subgraph: string) {
  const entities = [...model.objects.values()].filter(
    ({ kind, presences }) => kind === 'entity' && presences.has(subgraph),
  );
  const named = [...entities, ...model.interfaces.values()].map(({ name }) => name);
  return Object.fromEntries(
    named.map((name) => [
      name,
      {
        __resolveReference: async (representation: Readonly<Record<string, unknown>>) =>
          referenced(model, subgraph, name, representation),
      },
    ]),
  );
}

function referenced(
  model: Model,
  subgraph: string,
  name: string,
  representation: Readonly<Record<string, unknown>>,
): Thing {
  const number = numberOf(representation);
  const type = model.interfaces.get(name);
  const typeName = type?.entity?.home === subgraph ? memberOf(type.members, number) : name;
  const known = type ? true : objectNamed(model, name).numbers.includes(number);
  if (!known) throw new Error(`There is no ${name} ${number}`);
  return { __typename: typeName, number, given: representation };
}

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Lets other promises go first, so that what runs in parallel ends in any order. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count * 4; turn += 1) await Promise.resolve();
}
