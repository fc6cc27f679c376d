import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { withInaccessible } from './inaccessible.ts';
import { fieldedTypesOf, namedTypeOf, selectionsOf, type FieldedType } from './join-directives.ts';
import { standInField, standInName, type StandIn } from './stand-in-fields.ts';
import { withoutUnusedExternals } from './unused-externals.ts';

/** A field with the arguments that a `@requires` gives it, under a name of its own. */
type NamedField = StandIn & {
  readonly typeName: string;
  readonly fieldName: string;
};

/**
 * The planner knows a required field by its name alone. When two fields require one field with different arguments, or a client asks
 * for it with others, one value is taken for the other and nobody is told. So each field with arguments in a `@requires` becomes a
 * field of its own that clients can't see, described by what it stands for; the executor asks subgraphs for that, and hands it on
 * under the name that they know.
 */
export function nameRequiredArguments(supergraph: DocumentNode): DocumentNode {
  const types = fieldedTypesOf(supergraph);
  const named = new Map<string, NamedField>();
  const rename = (type: FieldedType) => ({
    ...type,
    fields: (type.fields ?? []).map((field) => ({
      ...field,
      directives: (field.directives ?? []).map((directive) =>
        withNamedRequires(directive, type.name.value, { types, named }),
      ),
    })),
  });
  const rewritten: DocumentNode = visit(supergraph, {
    ObjectTypeDefinition: rename,
    InterfaceTypeDefinition: rename,
  });
  if (named.size === 0) return supergraph;
  const fields = [...named.values()];
  const complete = withInaccessible(rewritten, (document, inaccessible) =>
    withNamedFields(document, fields, inaccessible),
  );
  const names = fields.flatMap(({ name, fieldName }) => [name, fieldName]);
  return withoutUnusedExternals(complete, new Set(names));
}

type Naming = {
  readonly types: ReadonlyMap<string, FieldedType>;
  readonly named: Map<string, NamedField>;
};

function withNamedRequires(
  directive: ConstDirectiveNode,
  typeName: string,
  naming: Naming,
): ConstDirectiveNode {
  if (directive.name.value !== 'join__field') return directive;
  const given = directive.arguments?.map((argument) => {
    if (argument.name.value !== 'requires' || argument.value.kind !== Kind.STRING) return argument;
    if (!argument.value.value.includes('(')) return argument;
    const selections = selectionsOf(argument.value.value);
    const set: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
    const text = print(named(set, typeName, naming)).slice(1, -1);
    return { ...argument, value: { ...argument.value, value: stripIgnoredCharacters(text) } };
  });
  return { ...directive, ...(given && { arguments: given }) };
}

const named = (set: SelectionSetNode, typeName: string, naming: Naming): SelectionSetNode => ({
  ...set,
  selections: set.selections.map((selection) => namedSelection(selection, typeName, naming)),
});

function namedSelection(node: SelectionNode, typeName: string, naming: Naming): SelectionNode {
  if (node.kind === Kind.INLINE_FRAGMENT) {
    const inner = node.typeCondition?.name.value ?? typeName;
    return { ...node, selectionSet: named(node.selectionSet, inner, naming) };
  }
  if (node.kind !== Kind.FIELD) return node;
  const definition = fieldOf(naming.types.get(typeName), node.name.value);
  const selectionSet =
    node.selectionSet && definition
      ? named(node.selectionSet, namedTypeOf(definition.type), naming)
      : node.selectionSet;
  const plain: FieldNode = { ...node, ...(selectionSet && { selectionSet }) };
  if (!node.arguments || node.arguments.length === 0) return plain;
  const { selectionSet: _own, ...head } = node;
  const text = stripIgnoredCharacters(print(head));
  const key = `${typeName}.${text}`;
  const known = naming.named.get(key) ?? {
    name: standInName('required', naming.named.size, node.name),
    text,
    typeName,
    fieldName: node.name.value,
  };
  naming.named.set(key, known);
  const { arguments: _given, ...bare } = plain;
  return { ...bare, name: { kind: Kind.NAME, value: known.name } };
}

/** Each named field beside the one that it stands for, in the type and in those that implement it. */
const withNamedFields = (
  supergraph: DocumentNode,
  fields: readonly NamedField[],
  inaccessible: ConstDirectiveNode,
): DocumentNode => {
  const addTo = (type: FieldedType) => {
    const added = fields.flatMap((field) => {
      const original = fieldOf(type, field.fieldName);
      const isMeant =
        type.name.value === field.typeName ||
        type.interfaces?.some(({ name }) => name.value === field.typeName);
      return original && isMeant
        ? [standInField({ ...original, arguments: [] }, field, inaccessible)]
        : [];
    });
    return added.length > 0 ? { ...type, fields: [...(type.fields ?? []), ...added] } : undefined;
  };
  return visit(supergraph, { ObjectTypeDefinition: addTo, InterfaceTypeDefinition: addTo });
};

const fieldOf = (type: FieldedType | undefined, name: string): FieldDefinitionNode | undefined =>
  type?.fields?.find((field) => field.name.value === name);
