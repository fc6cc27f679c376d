import {
  Kind,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import type { SchemaTags } from './schema-tags.ts';

/** Which tag offers an element, and which keeps it back although the type around it is offered. */
export type ContractRule = {
  readonly include: string;
  readonly exclude: string;
  /** Their fields are offered one by one, or a new one would be offered by nobody's decision. */
  readonly rootTypes: ReadonlySet<string>;
};

export type Offered = {
  readonly definition: TypeDefinitionNode;
  readonly problems: readonly string[];
};

/**
 * A type with what of it is offered: of objects and interfaces the fields that are tagged, or all when the type is; of inputs all,
 * because a caller who may not say what another says is of no use; of both nothing that is excluded.
 */
export function offeredPart(
  definition: TypeDefinitionNode,
  tags: SchemaTags,
  rule: ContractRule,
): Offered {
  const isObject = definition.kind === Kind.OBJECT_TYPE_DEFINITION;
  if (isObject || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    return offeredFields(definition, tags, rule);
  }
  const type = definition.name.value;
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    const { kept, problems } = withoutExcluded(definition.fields ?? [], (name) =>
      tags(`${type}.${name}`, rule.exclude) ? `${type}.${name}` : null,
    );
    return { definition: { ...definition, fields: kept }, problems };
  }
  if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) return { definition, problems: [] };
  const hidden = (definition.values ?? [])
    .map(({ name }) => `${type}.${name.value}`)
    .filter((coordinate) => tags(coordinate, rule.exclude));
  const problem = (value: string) => `${value} can't be kept back: an answer may hold it.`;
  return { definition, problems: hidden.map(problem) };
}

function offeredFields(
  definition: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  tags: SchemaTags,
  rule: ContractRule,
): Offered {
  const type = definition.name.value;
  const isTagged = tags(type, rule.include);
  const isRoot = rule.rootTypes.has(type);
  const offered = (definition.fields ?? []).filter(({ name }) => {
    const coordinate = `${type}.${name.value}`;
    const isOffered = (isTagged && !isRoot) || tags(coordinate, rule.include);
    return isOffered && !tags(coordinate, rule.exclude);
  });
  const fields = offered.map((field) => withOfferedArguments(type, field, tags, rule));
  return {
    definition: { ...definition, fields: fields.map(({ field }) => field) },
    problems: [
      ...(isRoot && isTagged ? [`Tag the fields of ${type} one by one.`] : []),
      ...fields.flatMap(({ problems }) => problems),
    ],
  };
}

function withOfferedArguments(
  type: string,
  field: FieldDefinitionNode,
  tags: SchemaTags,
  { exclude }: ContractRule,
) {
  const coordinate = `${type}.${field.name.value}`;
  const { kept, problems } = withoutExcluded(field.arguments ?? [], (name) =>
    tags(`${coordinate}(${name}:)`, exclude) ? `${coordinate}(${name}:)` : null,
  );
  return { field: { ...field, arguments: kept }, problems };
}

/** @param excluded the coordinate of what is kept back, null for the rest */
function withoutExcluded(
  values: readonly InputValueDefinitionNode[],
  excluded: (name: string) => string | null,
) {
  const hidden = values.filter(({ name }) => excluded(name.value) !== null);
  const required = hidden.filter(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined,
  );
  return {
    kept: values.filter((value) => !hidden.includes(value)),
    problems: required.map(
      ({ name }) => `${excluded(name.value)} can't be kept back: it must be given.`,
    ),
  };
}
