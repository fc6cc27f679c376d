/**
 * A random federated world. Objects are numbers: an entity's fields, keys and relations all follow from its type and number, so
 * that every subgraph and the monolith know the same without storing anything.
 */
export type Model = {
  readonly seed: number;
  readonly emphasis: Emphasis;
  readonly subgraphs: readonly string[];
  /** Entities, value types, Query and Mutation, by name. */
  readonly objects: ReadonlyMap<string, ObjectType>;
  readonly interfaces: ReadonlyMap<string, InterfaceType>;
  readonly unions: ReadonlyMap<string, UnionType>;
};

/** What a world has more of than others: interfaces that other subgraphs know as one object. */
export type Emphasis = 'none' | 'interface objects';

export type ObjectType = {
  readonly kind: 'entity' | 'value' | 'root';
  readonly name: string;
  /** Numbers of an entity's objects; any number is one of a value type. */
  readonly numbers: readonly number[];
  readonly fields: Field[];
  readonly presences: ReadonlyMap<string, Presence>;
};

/** How a subgraph knows an object type. */
export type Presence = {
  readonly keys: readonly { readonly key: KeyName; readonly resolvable: boolean }[];
  /** Knows the key alone: has no field of its own to give. */
  readonly stub: boolean;
};

export type KeyName = 'id' | 'number' | 'pair' | 'ref';

export type InterfaceType = {
  readonly name: string;
  readonly members: readonly string[];
  /** Common to all members, which may promise more (non-null) than the interface. */
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  /** An interface with a key: the subgraph that knows all its members, and those that know it as one object. */
  readonly entity: { readonly home: string; readonly objectIn: readonly string[] } | null;
  /** Fields that the subgraphs with @interfaceObject add. */
  readonly added: Field[];
};

export type UnionType = { readonly name: string; readonly members: readonly string[] };

export type Field = {
  readonly name: string;
  /** As in SDL: `[Thing!]`. */
  readonly type: string;
  readonly args: readonly Argument[];
  /** Where its values are drawn from: the type that declares it. */
  readonly scope: string;
  /** Object types that it may give; empty for leaves. */
  readonly targets: readonly string[];
  /** Some of its values are errors. */
  readonly fails: boolean;
  /** A field set of its own entity that goes into its value. */
  requires: string | null;
  inaccessible: boolean;
  readonly placements: Placement[];
};

export type Argument = {
  readonly name: string;
  readonly type: string;
  readonly byDefault: string | null;
};

/** One subgraph's declaration of a field. */
export type Placement = {
  readonly subgraph: string;
  /** `external`: declared for @requires or @provides only. `overridden`: another subgraph has taken it over. */
  readonly role: 'resolved' | 'overridden' | 'external';
  /** The subgraph from which the field is taken over. */
  readonly overrides: string | null;
  /** A field of the returned entity that comes along on this path. */
  provides: string | null;
};

export const leafTypes = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Color', 'Json'];
export const colors = ['RED', 'GREEN', 'BLUE'];

/** `[Thing!]!` -> `Thing` */
export const namedTypeOf = (type: string): string => type.replaceAll(/[[\]!]/g, '');

export const isLeaf = ({ type }: Pick<Field, 'type'>): boolean =>
  leafTypes.includes(namedTypeOf(type));

export const resolvedIn = ({ placements }: Field, subgraph: string): boolean =>
  placements.some(({ subgraph: name, role }) => name === subgraph && role === 'resolved');

export const declaredIn = ({ placements }: Field, subgraph: string): boolean =>
  placements.some(({ subgraph: name }) => name === subgraph);

/** @throws Error when the world has no such type: a bug of the generator */
export function objectNamed({ objects }: Pick<Model, 'objects'>, name: string): ObjectType {
  const type = objects.get(name);
  if (!type) throw new Error(`There is no type ${name}`);
  return type;
}

/** Which member of an interface with a key an object is follows from its number. */
export function memberOf(members: readonly string[], number: number): string {
  const member = members[number % members.length];
  if (member === undefined) throw new Error(`No member for ${number}`);
  return member;
}
