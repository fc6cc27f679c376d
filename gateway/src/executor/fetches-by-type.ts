import type { FetchNode, QueryPlan, ResponsePath } from '@apollo/query-planner';
import {
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { InterfaceObjects } from '../supergraph/interface-objects.ts';
import { entitySelections, operationOf, withEntitySelections } from './fetch-operation.ts';
import { stepsOf, withFetches, type PlacedFetch } from './planned-fetches.ts';
import { namesOfType, renamedKeys } from './rewrites.ts';
import { isTypename, responseNameOf, typenameNode, withSelections } from './selection-nodes.ts';
import {
  fieldsNamed,
  selectionsBelow,
  typesIn,
  wantedAt,
  wantedBy,
  type TypeNames,
  type Wanted,
} from './wanted.ts';

type Narrowing = {
  readonly schema: GraphQLSchema;
  readonly interfaceObjects: InterfaceObjects;
};

/**
 * In a fetch to a subgraph that knows an interface as one object the planner forgets for which object types a field was selected, as that
 * subgraph has none: `{ ... on Bee { home } mood }` would ask it for the home of every animal. So such a fetch becomes one for each set of
 * types of which the same is wanted. The fetches below it say by themselves of which types they are.
 * @param selected as the planner got it
 */
export function fetchedByType(
  plan: QueryPlan,
  selected: readonly SelectionNode[],
  narrowing: Narrowing,
): QueryPlan {
  if (narrowing.interfaceObjects.size === 0) return plan;
  const wanted = wantedBy(plan, selected);
  return withFetches(plan, (placed) => partsByType(placed, wanted, narrowing));
}

function partsByType(
  placed: PlacedFetch,
  { selections, ways }: Wanted,
  { schema, interfaceObjects }: Narrowing,
): readonly PlacedFetch[] {
  const { fetch, path } = placed;
  const types = objectTypesOf(placed, schema);
  const alike = (interfaceObjects.get(fetch.serviceName) ?? []).map((name) => {
    const own = namesOfType(name, schema);
    return types.filter((type) => own.has(type));
  });
  if (alike.every(({ length }) => length < 2)) return [placed];
  const here = wantedAt(path, selections, schema);
  const parts = new Map(types.map((type) => [type, partFor(type, fetch, here, { schema, ways })]));
  const textOf = (type: string) => parts.get(type)?.operation;
  if (alike.every((some) => new Set(some.map(textOf)).size < 2)) return [placed];
  return [...Map.groupBy(types, textOf).values()].flatMap((same) => {
    const part = parts.get(same[0] ?? '');
    return part ? [{ fetch: part, path: forTypes(path, same) }] : [];
  });
}

/** The object types of the entities that a fetch is about. */
function objectTypesOf({ fetch, path }: PlacedFetch, schema: GraphQLSchema): readonly string[] {
  const names = (fetch.requires ?? []).flatMap((node) =>
    node.kind === 'InlineFragment' && node.typeCondition !== undefined
      ? [...namesOfType(node.typeCondition, schema)]
      : [],
  );
  const types = stepsOf(path).at(-1)?.types;
  return [...new Set(names)].filter(
    (name) => isObjectType(schema.getType(name)) && (!types || types.includes(name)),
  );
}

/** What is wanted of entities of one type; null: nothing. */
function partFor(
  type: string,
  fetch: FetchNode,
  wanted: readonly SelectionNode[],
  about: Omit<Asking, 'renamed'>,
): FetchNode | null {
  const asking = { ...about, renamed: renamedKeys(fetch.outputRewrites) };
  const asked = entitySelections(operationOf(fetch));
  const selections = wantedOf(asked, wanted, new Set([type]), asking);
  return selections.every(isTypename) ? null : withEntitySelections(fetch, selections);
}

const forTypes = (path: ResponsePath, types: readonly string[]): ResponsePath => {
  const name = stepsOf(path).at(-1)?.name ?? '';
  return [...path.slice(0, -1), `${name}|[${types.join(',')}]`];
};

type Asking = {
  readonly schema: GraphQLSchema;
  readonly ways: Wanted['ways'];
  /** Names that a fetch gives back under another. */
  readonly renamed: ReadonlyMap<string, string>;
};

/** The selections as far as they are wanted of objects of some of the types. */
const wantedOf = (
  selections: readonly SelectionNode[],
  wanted: readonly SelectionNode[],
  types: TypeNames,
  asking: Asking,
): readonly SelectionNode[] =>
  selections.flatMap((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
    if (node.kind === Kind.FIELD) return wantedField(node, wanted, types, asking);
    const own = typesIn(node.typeCondition?.name.value, types, asking.schema);
    if (own?.size === 0) return [];
    const below = wantedOf(node.selectionSet.selections, wanted, own, asking);
    return below.length > 0 ? [withSelections(node, below)] : [];
  });

function wantedField(
  node: FieldNode,
  wanted: readonly SelectionNode[],
  types: TypeNames,
  asking: Asking,
): readonly SelectionNode[] {
  const name = responseNameOf(node);
  if (name === '__typename') return [node];
  const fields = fieldsNamed(asking.renamed.get(name) ?? name, wanted, types, asking.schema);
  if (fields.every((field) => asking.ways.has(field))) return [];
  if (!node.selectionSet) return [node];
  const below = wantedOf(node.selectionSet.selections, selectionsBelow(fields), null, asking);
  return [withSelections(node, below.length > 0 ? below : [typenameNode])];
}
