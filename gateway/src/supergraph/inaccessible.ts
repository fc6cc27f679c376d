import { Kind, parse, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { linkedDirectiveName } from './linked-directives.ts';

const specification = 'https://specs.apollo.dev/inaccessible/v0.2';
const locations =
  'FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION';

/** Changes a supergraph with the directive at hand that hides from clients; it is linked where it wasn't. */
export function withInaccessible(
  supergraph: DocumentNode,
  change: (supergraph: DocumentNode, inaccessible: ConstDirectiveNode) => DocumentNode,
): DocumentNode {
  const name = linkedDirectiveName(supergraph, 'inaccessible');
  const directive = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name } } as const;
  const isThere = supergraph.definitions.some(
    (definition) => definition.kind === Kind.DIRECTIVE_DEFINITION && definition.name.value === name,
  );
  return change(isThere ? supergraph : linked(supergraph, name), directive);
}

function linked(supergraph: DocumentNode, name: string): DocumentNode {
  const declared = parse(
    `directive @${name} on ${locations}\nschema @link(url: "${specification}") { query: Query }`,
  );
  const [definition, schema] = declared.definitions;
  if (!definition || schema?.kind !== Kind.SCHEMA_DEFINITION) throw new Error('Parsed as written');
  const withLink: DocumentNode = visit(supergraph, {
    SchemaDefinition: (node) => ({
      ...node,
      directives: [...(node.directives ?? []), ...(schema.directives ?? [])],
    }),
  });
  return { ...withLink, definitions: [...withLink.definitions, definition] };
}
