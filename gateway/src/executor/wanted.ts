import type { QueryPlan, QueryPlanSelectionNode, ResponsePath } from '@apollo/query-planner';
import { Kind, type FieldNode, type GraphQLSchema, type SelectionNode } from 'graphql';
import { isField, plannedFetches, stepsOf } from './planned-fetches.ts';
import { namesOfType } from './rewrites.ts';
import { fragmentNode, responseNameOf, withSelections } from './selection-nodes.ts';

/** The types that an object at a place can be of; null where nothing narrows them. */
export type TypeNames = ReadonlySet<string> | null;

/** All that a plan must fetch, as selections from the root. Fields go by their response names. */
export type Wanted = {
  readonly selections: readonly SelectionNode[];
  /** Fields that only lead to what fetches hand on: of themselves nobody wants them. */
  readonly ways: ReadonlySet<FieldNode>;
};

/** What was selected, and what the fetches of the plan hand on to subgraphs. */
export function wantedBy(plan: QueryPlan, selected: readonly SelectionNode[]): Wanted {
  const ways = new Set<FieldNode>();
  const required = plannedFetches(plan).flatMap(({ fetch, path }) =>
    leadingTo(path, (fetch.requires ?? []).map(requiredNode), ways),
  );
  return { selections: [...selected, ...required], ways };
}

const leadingTo = (
  path: ResponsePath,
  selections: readonly SelectionNode[],
  ways: Set<FieldNode>,
): readonly SelectionNode[] =>
  stepsOf(path).reduceRight<readonly SelectionNode[]>((below, step) => {
    const own = step.types ? step.types.map((type) => fragmentNode(type, below)) : below;
    if (!isField(step)) return own;
    const way = namedNode(step.name, own);
    ways.add(way);
    return [way];
  }, selections);

const requiredNode = (node: QueryPlanSelectionNode): SelectionNode => {
  const below = (node.selections ?? []).map(requiredNode);
  return node.kind === 'Field'
    ? namedNode(node.alias ?? node.name, below)
    : fragmentNode(node.typeCondition ?? null, below);
};

const namedNode = (name: string, selections: readonly SelectionNode[]): FieldNode =>
  withSelections({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } }, selections);

/** The fields of that response name that are wanted of objects of some of the types. */
export const fieldsNamed = (
  name: string,
  wanted: readonly SelectionNode[],
  types: TypeNames,
  schema: GraphQLSchema,
): readonly FieldNode[] =>
  wanted.flatMap((node) => {
    if (node.kind === Kind.FIELD) return responseNameOf(node) === name ? [node] : [];
    if (node.kind !== Kind.INLINE_FRAGMENT) return [];
    const own = typesIn(node.typeCondition?.name.value, types, schema);
    if (own?.size === 0) return [];
    return fieldsNamed(name, node.selectionSet.selections, own, schema);
  });

export const selectionsBelow = (fields: readonly FieldNode[]): readonly SelectionNode[] =>
  fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);

/** Those of the types for which a fragment is. */
export function typesIn(
  condition: string | undefined,
  types: TypeNames,
  schema: GraphQLSchema,
): TypeNames {
  if (condition === undefined) return types;
  const own = namesOfType(condition, schema);
  return types ? new Set([...types].filter((type) => own.has(type))) : own;
}
