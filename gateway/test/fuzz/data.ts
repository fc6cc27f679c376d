import {
  GraphQLError,
  Kind,
  parse,
  parseType,
  type FieldNode,
  type SelectionSetNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { keyValue } from './keys.ts';
import { colors, leafTypes, objectNamed, type Field, type Model } from './model.ts';
import { createRandom, hashOf, type Random } from './random.ts';

/** An object as resolvers hand it around. */
export type Thing = {
  readonly __typename: string;
  readonly number: number;
  /** What came along in a representation: the values that @requires asked for. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** The field that came along by @provides. */
  readonly provided?: string;
};

type Arguments = Readonly<Record<string, unknown>>;

/**
 * The value of a field: a leaf, a thing, null, an error, or a list of these. It follows from the world's seed, the object, the
 * field, the arguments and what the field requires, so a value that was made from a wrong one of these is a wrong value.
 */
export function valueOf(
  model: Model,
  field: Field,
  { number, args, required }: { number: number; args: Arguments; required: unknown },
): unknown {
  const identity = [model.seed, field.scope, number, field.name, args, required];
  const random = createRandom(hashOf(canonical(identity)));
  if (field.fails && random.chance(0.3)) return failure(field);
  return valueFor(model, field, typeNodeOf(field.type), random);
}

const failure = ({ scope, name }: Field) =>
  new GraphQLError(`${scope}.${name} fails`, { extensions: { code: `${scope}_${name}` } });

function valueFor(model: Model, field: Field, type: TypeNode, random: Random): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return presentValue(model, field, type.type, random);
  if (random.chance(0.15)) return null;
  return presentValue(model, field, type, random);
}

function presentValue(
  model: Model,
  field: Field,
  type: Exclude<TypeNode, { kind: Kind.NON_NULL_TYPE }>,
  random: Random,
): unknown {
  if (type.kind === Kind.LIST_TYPE) {
    return Array.from({ length: random.int(4) }, () =>
      field.fails && random.chance(0.15)
        ? failure(field)
        : valueFor(model, field, type.type, random),
    );
  }
  const name = type.name.value;
  return leafTypes.includes(name)
    ? random.pick(leafValues[name] ?? [])
    : thingOf(model, random.pick(field.targets), random);
}

/** Half of them are what careless code takes for nothing. */
const leafValues: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 0, 1, -7, 2_147_483_647],
  Float: [0, -0.5, 0.1, 1e21],
  String: ['', '', 'text', 'null', 'Grüße ✓', '__proto__'],
  Boolean: [false, false, true],
  ID: ['', '0', 'x-1'],
  Color: colors,
  Json: [0, false, '', [], {}, { deep: [null, 0, { __typename: 'Ant', id: 'id-1' }] }, [[1], []]],
};

function thingOf(model: Model, typeName: string, random: Random): Thing {
  const { numbers } = objectNamed(model, typeName);
  return {
    __typename: typeName,
    number: numbers.length > 0 ? random.pick(numbers) : random.int(1_000_000),
  };
}

/** Parsed once: worlds have few types. */
const typeNodes = new Map<string, TypeNode>();
function typeNodeOf(type: string): TypeNode {
  const node = typeNodes.get(type) ?? parseType(type);
  typeNodes.set(type, node);
  return node;
}

/** What a field requires, as the whole world knows it, without any subgraph. */
export function requiredValues(model: Model, thing: Thing, requires: string): unknown {
  return selectedValues(model, thing, fieldSet(requires));
}

function selectedValues(model: Model, thing: Thing, set: SelectionSetNode): unknown {
  return Object.fromEntries(
    fieldsOf(set).map((node) => [requiredName(node), requiredValue(model, thing, node)]),
  );
}

function requiredValue(model: Model, thing: Thing, node: FieldNode): unknown {
  const key = keyValue(node.name.value, thing.number);
  if (key !== undefined) return key;
  const field = objectNamed(model, thing.__typename).fields.find(
    ({ name }) => name === node.name.value,
  );
  if (!field) throw new Error(`${thing.__typename} has no ${node.name.value}`);
  const args = Object.fromEntries(
    (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
  const required = field.requires === null ? null : requiredValues(model, thing, field.requires);
  const value = valueOf(model, field, { number: thing.number, args, required });
  const { selectionSet } = node;
  return selectionSet
    ? mapThings(value, (one: Thing) => selectedValues(model, one, selectionSet))
    : value;
}

/**
 * What a field requires, as a representation says it.
 * @throws Error when the representation lacks some of it
 */
export function givenValues(given: Readonly<Record<string, unknown>>, requires: string): unknown {
  return pickGiven(given, fieldSet(requires));
}

type Given = Readonly<Record<string, unknown>>;

function pickGiven(given: Given, set: SelectionSetNode): unknown {
  return Object.fromEntries(
    fieldsOf(set).map((node) => {
      const value = given[node.name.value];
      if (value === undefined) throw new Error(`The representation lacks ${node.name.value}`);
      const { selectionSet } = node;
      return [
        requiredName(node),
        selectionSet ? mapThings(value, (one: Given) => pickGiven(one, selectionSet)) : value,
      ];
    }),
  );
}

/** With its arguments, so that values of other arguments are other values. */
const requiredName = ({ name, arguments: args = [] }: FieldNode) => `${name.value}/${args.length}`;

function mapThings<T extends object>(value: unknown, map: (one: T) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapThings(item, map));
  return value === null || value === undefined ? null : map(value as T); // Composite by the schema.
}

const fieldSets = new Map<string, SelectionSetNode>();
function fieldSet(text: string): SelectionSetNode {
  const known = fieldSets.get(text);
  if (known) return known;
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No field set: ${text}`);
  fieldSets.set(text, definition.selectionSet);
  return definition.selectionSet;
}

const fieldsOf = ({ selections }: SelectionSetNode): FieldNode[] =>
  selections.filter((selection) => selection.kind === Kind.FIELD);

/** JSON with sorted names, so that equal values are equal texts. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
