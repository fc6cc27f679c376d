import { Kind, type ASTNode, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { argumentsOf, linkedDirectiveName } from '../supergraph/linked-directives.ts';

/**
 * Tells whether an element of the schema has a `@tag` of that name, in whichever subgraph. Elements are named by their coordinates:
 * `Type`, `Type.field` (also of inputs and values of enums), `Type.field(argument:)`.
 */
export type SchemaTags = (coordinate: string, tag: string) => boolean;

/** Reads the tags of a supergraph, which composition has merged from all subgraphs. */
export function readTags(supergraph: DocumentNode): SchemaTags {
  const directive = linkedDirectiveName(supergraph, 'tag');
  const tags = new Map<string, ReadonlySet<unknown>>();
  const visit = (coordinate: string, node: Tagged): void => {
    const own = (node.directives ?? []).filter(({ name }) => name.value === directive);
    if (own.length > 0) tags.set(coordinate, new Set(own.map((one) => argumentsOf(one)['name'])));
    for (const part of partsOf(node)) visit(coordinateOf(coordinate, part), part);
  };
  for (const definition of supergraph.definitions) {
    if (isNamed(definition)) visit(definition.name.value, definition);
  }
  return (coordinate, tag) => tags.get(coordinate)?.has(tag) ?? false;
}

type Tagged = ASTNode & {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[];
};

const isNamed = (node: ASTNode): node is Tagged =>
  'name' in node && node.name !== undefined && node.kind !== Kind.DIRECTIVE_DEFINITION;

/** Fields, values and arguments: what stands inside an element and can have tags of its own. */
function partsOf(node: ASTNode): readonly Tagged[] {
  if (node.kind === Kind.FIELD_DEFINITION) return node.arguments ?? [];
  if (node.kind === Kind.ENUM_TYPE_DEFINITION) return node.values ?? [];
  const hasFields =
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
  return hasFields ? (node.fields ?? []) : [];
}

/** An argument hangs on a field's coordinate, which has a dot already. */
const coordinateOf = (parent: string, { name }: Tagged): string =>
  parent.includes('.') ? `${parent}(${name.value}:)` : `${parent}.${name.value}`;
