import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isData, merge, type Data } from './data.ts';
import { namesOfType } from './rewrites.ts';

/** What a subgraph must know of an entity; null when the entity lacks a part of it. */
export type Represent = (entity: Data) => Data | null;

type Part = (entity: Data, representation: Data) => boolean;

/** Compiles a fetch's `requires`: keys and required fields, each set for the types that it is about. */
export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): Represent {
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
  const represent = compileRepresentation(selection.selections, schema);
  return (entity, representation) => {
    const name = entity['__typename'];
    if (typeof name !== 'string' || !types.has(name)) return true;
    const own = represent(entity);
    if (own) merge(representation, own);
    return true;
  };
}

function compileField(
  { alias, name, selections }: Extract<QueryPlanSelectionNode, { kind: 'Field' }>,
  schema: GraphQLSchema,
): Part {
  const key = alias ?? name; // In the tree; the subgraph knows the field's name alone.
  const nested = selections && compileRepresentation(selections, schema);
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
