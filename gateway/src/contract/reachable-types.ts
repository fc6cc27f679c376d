import { Kind, type TypeDefinitionNode, type TypeNode } from 'graphql';

export type Reached = {
  /** Names of the types that can be reached, interfaces included that a reached type implements. */
  readonly types: ReadonlySet<string>;
  readonly problems: readonly string[];
};

type Types = ReadonlyMap<string, TypeDefinitionNode>;

const builtIn = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);

/**
 * Walks from the root types through everything that is offered. What an answer can hold must be offered too: the type of each field,
 * every member of a union, every implementation of an interface that is a field's type. Else a caller could be told of a type that
 * the schema it was given doesn't know.
 */
export function reachableTypes(types: Types, rootTypes: Iterable<string>): Reached {
  const reached = new Set<string>();
  const answered = new Set<string>();
  const problems: string[] = [];

  const reach = (name: string, from: string): void => {
    if (builtIn.has(name)) return;
    const definition = types.get(name);
    if (!definition || isEmpty(definition)) {
      problems.push(`${from} is offered, but nothing of ${name} is.`);
      return;
    }
    const isSeen = reached.has(name);
    reached.add(name);
    // An interface that was reached as somebody's supertype may be reached again as what a field answers.
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION && !answered.has(name)) {
      answered.add(name);
      for (const one of implementationsOf(types, name)) reach(one, name);
    }
    if (!isSeen) reachInside(definition);
  };

  const reachSupertype = (name: string): void => {
    const definition = types.get(name);
    if (!definition || isEmpty(definition) || reached.has(name)) return;
    reached.add(name);
    reachInside(definition);
  };

  const reachInside = (definition: TypeDefinitionNode): void => {
    const type = definition.name.value;
    for (const { at, named } of mentionedBy(definition)) reach(named, at);
    if ('interfaces' in definition) {
      for (const { name } of definition.interfaces ?? []) reachSupertype(name.value);
    }
    if (definition.kind !== Kind.UNION_TYPE_DEFINITION) return;
    for (const { name } of definition.types ?? []) reach(name.value, type);
  };

  for (const root of rootTypes) {
    const definition = types.get(root);
    if (definition && !isEmpty(definition)) reach(root, root);
  }
  return { types: reached, problems: [...new Set(problems)] };
}

/** Whether nothing of it is offered. */
export const isEmpty = (definition: TypeDefinitionNode): boolean =>
  'fields' in definition && (definition.fields ?? []).length === 0;

/** The types that the fields, arguments and inputs of a type name, and where. */
function mentionedBy(definition: TypeDefinitionNode): { at: string; named: string }[] {
  if (!('fields' in definition)) return [];
  const type = definition.name.value;
  return (definition.fields ?? []).flatMap((field) => {
    const at = `${type}.${field.name.value}`;
    const given = 'arguments' in field ? (field.arguments ?? []) : [];
    return [
      { at, named: namedType(field.type) },
      ...given.map((argument) => ({
        at: `${at}(${argument.name.value}:)`,
        named: namedType(argument.type),
      })),
    ];
  });
}

const implementationsOf = (types: Types, name: string): string[] =>
  [...types.values()]
    .filter((type) => 'interfaces' in type && type.interfaces?.some((i) => i.name.value === name))
    .map((type) => type.name.value);

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
