import { printSchema, type Schema } from '@apollo/federation-internals';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { contractOf } from './contract.ts';
import { readTags } from './schema-tags.ts';

/**
 * The API that programs with an API key get: what the subgraphs tag `partner`, less what they tag `internal`.
 * @returns null when the supergraph offers them nothing
 * @throws ContractError when the tags don't make a schema
 */
export const partnerSchemaWithin = ({
  sdl,
  apiSchema,
}: {
  readonly sdl: string;
  /** Of that supergraph. */
  readonly apiSchema: Schema;
}): GraphQLSchema | null => partnerContract(parse(sdl), parse(printSchema(apiSchema)));

/** The same where both are at hand as documents. */
export const partnerContract = (
  supergraph: DocumentNode,
  api: DocumentNode,
): GraphQLSchema | null =>
  contractOf(api, { tags: readTags(supergraph), include: 'partner', exclude: 'internal' });
