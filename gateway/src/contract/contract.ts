import {
  buildASTSchema,
  isTypeDefinitionNode,
  Kind,
  validateSchema,
  type DocumentNode,
  type GraphQLSchema,
  type TypeDefinitionNode,
} from 'graphql';
import { ContractError } from './contract-error.ts';
import { offeredPart } from './offered-fields.ts';
import { isEmpty, reachableTypes } from './reachable-types.ts';
import type { SchemaTags } from './schema-tags.ts';

export type ContractOptions = {
  readonly tags: SchemaTags;
  /** What has this tag is offered. */
  readonly include: string;
  /** What has this tag is kept back, although the type around it is offered. */
  readonly exclude: string;
};

const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * The smaller schema of those elements of an API that are offered by tag, without what can't be reached from its root.
 * An allow-list: what nobody tagged isn't in it.
 * @returns null when nothing is offered at the root
 * @throws ContractError with every problem
 */
export function contractOf(api: DocumentNode, options: ContractOptions): GraphQLSchema | null {
  const rule = { ...options, rootTypes };
  const definitions = api.definitions.filter(isTypeDefinitionNode);
  const offered = definitions.map((definition) => offeredPart(definition, options.tags, rule));
  const types = new Map(offered.map(({ definition }) => [definition.name.value, definition]));
  const reached = reachableTypes(types, rootTypes);
  const problems = [...offered.flatMap((one) => one.problems), ...reached.problems];
  if (problems.length > 0) throw new ContractError(problems);
  if (reached.types.size === 0) return null;
  const kept = [...types.values()].filter(({ name }) => reached.types.has(name.value));
  const schema = buildASTSchema(
    {
      kind: Kind.DOCUMENT,
      definitions: kept.map((type) => withKnownInterfaces(type, reached.types)),
    },
    { assumeValidSDL: true },
  );
  // Above all: that each object still has what its interfaces promise.
  const invalid = validateSchema(schema);
  if (invalid.length > 0) throw new ContractError(invalid.map(({ message }) => message));
  return schema;
}

function withKnownInterfaces(
  definition: TypeDefinitionNode,
  reached: ReadonlySet<string>,
): TypeDefinitionNode {
  if (!('interfaces' in definition) || isEmpty(definition)) return definition;
  const interfaces = definition.interfaces?.filter(({ name }) => reached.has(name.value)) ?? [];
  return { ...definition, interfaces };
}
