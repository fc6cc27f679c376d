import { buildSchema, Supergraph, type Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { InTurn } from './in-turn.ts';

/**
 * Makes what Apollo's gateway would make of its supergraph when it loads, a piece a turn. Apollo makes it in one go, in which nobody is
 * answered; so it finds the pieces made, and what is left to the load is the planner. Also in production the supergraph is validated.
 * @returns the API that clients see
 * @throws Error when the text is no supergraph, names a subgraph to which there is no way, or Apollo's gateway isn't what it was
 */
export async function makeAhead(
  gateway: ApolloGateway,
  supergraphSdl: string,
  inTurn: InTurn,
): Promise<Schema> {
  const schema = await inTurn(() => buildSchema(supergraphSdl, { validate: false }));
  const supergraph = await inTurn(() => new Supergraph(schema)); // Which validates.
  await inTurn(() => handOver(gateway, supergraph));
  await inTurn(() => supergraph.subgraphs()); // Kept by Apollo, as is the API's schema.
  const apiSchema = await inTurn(() => supergraph.apiSchema());
  for (const each of [schema, apiSchema]) await inTurn(() => keepExecutable(each));
  return apiSchema;
}

/** Apollo's gateway begins its load with a method that reads the text; from now on it gives what was read. */
function handOver(gateway: ApolloGateway, supergraph: Supergraph): void {
  const methods = ['createServices', 'createSchemaFromSupergraphSdl'] as const;
  const [createServices] = methods.map((name) => {
    const method: unknown = Reflect.get(gateway, name);
    if (typeof method !== 'function') throw new Error(`@apollo/gateway no longer has its ${name}`);
    return method;
  });
  createServices?.call(gateway, supergraph.subgraphsMetadata());
  Reflect.set(gateway, 'createSchemaFromSupergraphSdl', (supergraphSdl: string) => ({
    supergraph,
    supergraphSdl,
  }));
}

/** Apollo makes the schema of graphql-js anew whenever it is asked for it. */
function keepExecutable(schema: Schema): void {
  const made = schema.toGraphQLJSSchema();
  schema.toGraphQLJSSchema = () => made;
}
