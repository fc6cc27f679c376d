import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isData, merge, type Data } from './data.ts';
import { namesOfType } from './rewrites.ts';

/** How entities are told to a subgraph. */
export type Representation = {
  /** What a subgraph must know of an entity; null when the entity lacks a part of it. */
  readonly represent: Represent;
  /** How entities of a type are told apart; asked once for each type that stands in a list. */
  readonly identityOf: (typeName: string) => Identify;
};

/**
 * Equal, as a key of a Map, for entities of one type with equal representations, and for no others; undefined when there is none. Cheap,
 * for it is asked of each.
 */
export type Identify = (entity: Data) => unknown;

type Represent = (entity: Data) => Data | null;
type Part = (entity: Data, representation: Data) => boolean;
type Selections = readonly QueryPlanSelectionNode[];

/** Compiles a fetch's `requires`: keys and required fields, each set for the types that it is about. */
export function compileRepresentation(
  selections: Selections,
  schema: GraphQLSchema,
): Representation {
  const represent = compileSelections(selections, schema);
  const byType = new Map<string, Identify>();
  return {
    represent,
    identityOf: (typeName) => {
      const known = byType.get(typeName);
      if (known) return known;
      const identify = compileIdentity(applicable(selections, typeName, schema), represent);
      byType.set(typeName, identify);
      return identify;
    },
  };
}

/** The selections that are about objects of the type. */
const applicable = (
  selections: Selections,
  type: string,
  schema: GraphQLSchema,
): readonly Selections[] =>
  selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [[selection]];
    const { typeCondition } = selection;
    const isAbout = typeCondition !== undefined && namesOfType(typeCondition, schema).has(type);
    return isAbout ? [selection.selections] : [];
  });

/**
 * One set of plain fields, as most keys are, is identified by its values, and one field (beside the type's name) by its value as it is: no text is
 * made of it. Anything else is identified by the text of its representation.
 */
function compileIdentity(sets: readonly Selections[], represent: Represent): Identify {
  const [only = []] = sets;
  const names = only.flatMap((selection) =>
    selection.kind === 'Field' && !selection.selections ? [selection.alias ?? selection.name] : [],
  );
  if (sets.length !== 1 || names.length !== only.length) {
    return (entity) => {
      const representation = represent(entity);
      return representation ? JSON.stringify(representation) : undefined;
    };
  }
  const [name, ...further] = names.filter((field) => field !== '__typename');
  if (name !== undefined && further.length === 0) return (entity) => plainValue(entity[name]);
  return (entity) => {
    let identity = '';
    for (const field of names) {
      const value = entity[field];
      if (value === undefined) return undefined;
      // The length says where a text ends, so that no value can pass for two others.
      identity += typeof value === 'string' ? `"${value.length}:${value}` : JSON.stringify(value);
      identity += ',';
    }
    return identity;
  };
}

/** Lists and objects by their text, marked so that no plain text can pass for it. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('\0') ? `\0"${value}` : value;
  return typeof value === 'object' && value !== null ? `\0${JSON.stringify(value)}` : value;
}

function compileSelections(selections: Selections, schema: GraphQLSchema): Represent {
  const parts = selections.map((selection) => compilePart(selection, schema));
  return (entity) => {
    const representation: Data = {};
    for (const part of parts) if (!part(entity, representation)) return null;
    return representation;
  };
}

/** A part adds itself; false: the entity lacks it, so there is no representation. */
function compilePart(selection: QueryPlanSelectionNode, schema: GraphQLSchema): Part {
  if (selection.kind === 'Field') return compileField(selection, schema);
  if (selection.typeCondition === undefined) return () => true;
  const types = namesOfType(selection.typeCondition, schema);
  const represent = compileSelections(selection.selections, schema);
  return (entity, representation) => {
    const name = entity['__typename'];
    if (typeof name !== 'string' || !types.has(name)) return true;
    const own = represent(entity);
    if (own) merge(representation, own, schema);
    return true;
  };
}

function compileField(
  { alias, name, selections }: Extract<QueryPlanSelectionNode, { kind: 'Field' }>,
  schema: GraphQLSchema,
): Part {
  const key = alias ?? name; // In the tree; the subgraph knows the field's name alone.
  const nested = selections && compileSelections(selections, schema);
  const valueOf = nested ? nestedValue(nested) : (value: unknown) => value;
  return (entity, representation) => {
    const value = entity[key];
    if (value === undefined) return false;
    representation[name] = valueOf(value);
    return true;
  };
}

const nestedValue = (represent: Represent) => {
  const valueOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(valueOf);
    return isData(value) ? represent(value) : null;
  };
  return valueOf;
};
