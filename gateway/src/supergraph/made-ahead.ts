import { buildSchema, Supergraph, type Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { InTurn } from './in-turn.ts';
import { loadFrom } from './loaded-supergraph.ts';

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
  await inTurn(() => loadFrom(gateway, supergraph));
  await inTurn(() => supergraph.subgraphs()); // Kept by Apollo, as is the API's schema.
  const apiSchema = await inTurn(() => supergraph.apiSchema());
  for (const each of [schema, apiSchema]) await inTurn(() => keepExecutable(each));
  return apiSchema;
}

/** Apollo makes the schema of graphql-js anew whenever it is asked for it. */
function keepExecutable(schema: Schema): void {
  const made = schema.toGraphQLJSSchema();
  schema.toGraphQLJSSchema = () => made;
}
