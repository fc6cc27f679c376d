import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { composeServices } from '@apollo/composition';
import {
  printSchema as printFederationSchema,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
} from '@apollo/federation-internals';
import { GraphQLSchema, parse, printSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { partnerContract } from './contract/partner-schema.ts';
import { deferDirective } from './supergraph/defer-directive.ts';

/** What rover calls a supergraph configuration: each subgraph's address and its schema file. */
type SupergraphConfig = {
  readonly subgraphs: Record<
    string,
    { readonly routing_url: string; readonly schema: { readonly file: string } }
  >;
};

export type Composition = {
  readonly supergraphSdl: string;
  /** What people's clients see. */
  readonly apiSdl: string;
  /** What programs with an API key see; empty when nothing is offered to them. */
  readonly partnerSdl: string;
};

/**
 * Composes the subgraph schemas that `configFile` (rover's `supergraph.yaml` format) names, without rover.
 * @returns the supergraph for the gateway and the API schemas that clients see
 * @throws Error with every composition error, one a line
 * @throws ContractError when the tags don't make a schema for partners
 */
function compose(configFile: string): Composition {
  const config = parseYaml(readFileSync(configFile, 'utf8')) as SupergraphConfig;
  const services = Object.entries(config.subgraphs).map(([name, { routing_url: url, schema }]) => ({
    name,
    url,
    typeDefs: parse(readFileSync(resolve(dirname(configFile), schema.file), 'utf8')),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) {
    throw new Error(errors.map((error) => error.message).join('\n'));
  }
  const apiSchema = Supergraph.build(supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  }).apiSchema();
  const apiSdl = `${printFederationSchema(apiSchema)}\n`;
  const partners = partnerContract(parse(supergraphSdl), parse(apiSdl));
  return {
    supergraphSdl,
    apiSdl: `${apiSdl}\n${deferSdl}\n`,
    partnerSdl: partners ? `${printSchema(partners)}\n` : '',
  };
}

const deferSdl = printSchema(new GraphQLSchema({ directives: [deferDirective] }));

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '../..');
  const { supergraphSdl, apiSdl, partnerSdl } = compose(`${root}/supergraph.yaml`);
  writeFileSync(`${root}/gateway/supergraph.graphql`, supergraphSdl);
  writeFileSync(`${root}/web/schema.graphql`, apiSdl);
  writeFileSync(`${root}/gateway/partner.graphql`, partnerSdl);
}
