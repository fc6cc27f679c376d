import { printSchema, Supergraph, type Schema } from '@apollo/federation-internals';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { executableSupergraph } from '../supergraph/executable-supergraph.ts';
import { contractOf } from './contract.ts';
import { readTags } from './schema-tags.ts';

/**
 * The API that programs with an API key get: what the subgraphs tag `partner`, less what they tag `internal`.
 * @returns null when the supergraph offers them nothing
 * @throws ContractError when the tags don't make a schema
 */
export function partnerSchemaOf(supergraphSdl: string): GraphQLSchema | null {
  const apiSchema = Supergraph.build(executableSupergraph(supergraphSdl)).apiSchema();
  return partnerSchemaWithin({ sdl: supergraphSdl, apiSchema });
}

/** The same where the API of the supergraph is at hand. */
export const partnerSchemaWithin = ({
  sdl,
  apiSchema,
}: {
  readonly sdl: string;
  readonly apiSchema: Schema;
}): GraphQLSchema | null => partnerContract(parse(sdl), parse(printSchema(apiSchema)));

/** The same where both are at hand as documents. */
export const partnerContract = (
  supergraph: DocumentNode,
  api: DocumentNode,
): GraphQLSchema | null =>
  contractOf(api, { tags: readTags(supergraph), include: 'partner', exclude: 'internal' });
