import {
  buildASTSchema,
  Kind,
  parse,
  printSchema,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql';

/** What federation adds to a subgraph: not part of a monolith's schema. */
const isFederation = (name: string): boolean => /^_|^(federation|link)__|^FieldSet$/.test(name);

/** The types of all schemas in one, a type of several schemas with the fields of all. Without resolvers. */
export function mergeSchemas(schemas: readonly GraphQLSchema[]): GraphQLSchema {
  const definitions = new Map<string, DefinitionNode>();
  for (const schema of schemas) {
    for (const definition of parse(printSchema(schema)).definitions) {
      if (!isType(definition) || isFederation(definition.name.value)) continue;
      const known = definitions.get(definition.name.value);
      definitions.set(definition.name.value, withoutFederation(merge(known, definition)));
    }
  }
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...definitions.values()] };
  return buildASTSchema(document);
}

type TypeNode = Extract<
  DefinitionNode,
  { readonly name: object; readonly kind: `${string}TypeDefinition` }
>;

const isType = (definition: DefinitionNode): definition is TypeNode =>
  definition.kind.endsWith('TypeDefinition');

function merge(known: DefinitionNode | undefined, next: TypeNode): TypeNode {
  if (known?.kind !== Kind.OBJECT_TYPE_DEFINITION || next.kind !== known.kind) return next;
  const fields = new Map(
    [...(known.fields ?? []), ...(next.fields ?? [])].map((field) => [field.name.value, field]),
  );
  return { ...next, fields: [...fields.values()] };
}

function withoutFederation(definition: TypeNode): TypeNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const fields = (definition.fields ?? []).filter(
    ({ name }: FieldDefinitionNode) => !isFederation(name.value),
  );
  return { ...definition, fields };
}
