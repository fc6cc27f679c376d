import type {
  FetchNode,
  QueryPlan,
  QueryPlanSelectionNode,
  ResponsePath,
} from '@apollo/query-planner';
import {
  getNamedType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { InterfaceObjects } from '../supergraph/interface-objects.ts';
import { entitySelections, operationOf, withEntitySelections } from './fetch-operation.ts';
import { isField, stepsOf, withFetches, type PlacedFetch } from './planned-fetches.ts';
import { namesOfType, renamedKeys } from './rewrites.ts';
import { isTypename, responseNameOf, typenameNode, withSelections } from './selection-nodes.ts';
import {
  fieldsNamed,
  selectionsBelow,
  typesIn,
  wantedBy,
  type TypeNames,
  type Wanted,
} from './wanted.ts';

type Narrowing = {
  readonly schema: GraphQLSchema;
  readonly interfaceObjects: InterfaceObjects;
};

/**
 * Of an interface that a subgraph knows as one object the planner forgets for which object types a field was selected, as that subgraph has
 * none: `{ ... on Bee { home } mood }` would ask it for the home of every animal, and others for what is below it. So such a fetch becomes
 * one for each set of types of which the same is wanted, be it of its entities or of objects on the way to them.
 * @param selected as the planner got it
 */
export function fetchedByType(
  plan: QueryPlan,
  { selected, root }: { selected: readonly SelectionNode[]; root: GraphQLObjectType },
  { schema, interfaceObjects }: Narrowing,
): QueryPlan {
  if (interfaceObjects.size === 0) return plan;
  const { selections, ways } = wantedBy(plan, selected);
  const membersOf = (names: readonly string[] = []) =>
    names.map((name) => namesOfType(name, schema));
  const everywhere = membersOf([...new Set([...interfaceObjects.values()].flat())]);
  return withFetches(plan, (placed) => {
    const { fetch, path } = placed;
    if (!fetch.requires) return [placed];
    const asking: Asking = {
      schema,
      ways,
      onTheWay: everywhere,
      atTheEnd: membersOf(interfaceObjects.get(fetch.serviceName)),
      fetch,
      sent: new Set(fetch.requires.flatMap((node) => typesSent(node, schema))),
      asked: entitySelections(operationOf(fetch)),
      renamed: renamedKeys(fetch.outputRewrites),
      known: new Map(),
      numbers: new Map(),
    };
    const parts = partsAlong(path, { wanted: selections, types: [root.name] }, asking);
    return parts.some((part) => part.path.some((step, place) => step !== path[place]))
      ? parts
      : [placed];
  });
}

/** What is wanted of the objects at a place, and the types that they can have. */
type Place = { readonly wanted: readonly SelectionNode[]; readonly types: readonly string[] };

/** The parts of a fetch, with what is left of their paths from a place on. */
function partsAlong(path: ResponsePath, from: Place, asking: Asking): readonly PlacedFetch[] {
  const [step, ...rest] = path;
  if (step === undefined) return partAt(from, asking);
  const [{ name, types: given } = rootStep] = stepsOf([step]);
  const { wanted, types } = isField({ name }) ? placeBelow(from, name, asking) : from;
  const own = types.filter(
    (type) => (!given || given.includes(type)) && (rest.length > 0 || asking.sent.has(type)),
  );
  // Many ways may lead here, of which what is below doesn't hang on all.
  const key = JSON.stringify([path.length, wanted.map((node) => numberOf(node, asking)), own]);
  const known =
    asking.known.get(key) ?? partsOf({ step, name, rest }, { wanted, types: own }, asking);
  asking.known.set(key, known);
  return known;
}

const numberOf = (node: SelectionNode, { numbers }: Asking): number => {
  const number = numbers.get(node) ?? numbers.size;
  numbers.set(node, number);
  return number;
};

type Step = {
  readonly step: string | number;
  readonly name: string;
  readonly rest: ResponsePath;
};

/** One part where the same is wanted of objects of all types of an interface. */
function partsOf({ step, name, rest }: Step, { wanted, types }: Place, asking: Asking) {
  const partsFor = (some: readonly string[]) => partsAlong(rest, { wanted, types: some }, asking);
  const whole = () => partsFor(types).map((part) => ({ ...part, path: [step, ...part.path] }));
  const isList = stepsOf(rest)[0]?.name === '@'; // Of whose items the types are.
  const alike = (rest.length === 0 ? asking.atTheEnd : asking.onTheWay).map((members) =>
    types.filter((type) => members.has(type)),
  );
  if (isList || alike.every(({ length }) => length < 2)) return whole();
  const parts = new Map(types.map((type) => [type, partsFor([type])]));
  const textOf = (type: string) => JSON.stringify(parts.get(type));
  if (alike.every((some) => new Set(some.map(textOf)).size < 2)) return whole();
  return [...Map.groupBy(types, textOf).values()].flatMap((same) =>
    (parts.get(same[0] ?? '') ?? []).map((part) => ({
      ...part,
      path: [`${name}|[${same.join(',')}]`, ...part.path],
    })),
  );
}

const typesSent = (node: QueryPlanSelectionNode, schema: GraphQLSchema): readonly string[] =>
  node.kind === 'InlineFragment' && node.typeCondition !== undefined
    ? [...namesOfType(node.typeCondition, schema)]
    : [];

const rootStep = { name: '', types: null };

/** The place to which a field leads; without types where nobody wants it. */
function placeBelow({ wanted, types }: Place, name: string, { schema, ways }: Asking): Place {
  const fields = fieldsNamed(name, wanted, new Set(types), schema);
  const led = fields
    .filter((field) => !ways.has(field))
    .flatMap((field) => types.map((type) => typeOfField(type, field.name.value, schema)))
    .flatMap((type) => (type ? [...namesOfType(type.name, schema)] : []));
  return {
    wanted: selectionsBelow(fields),
    types: [...new Set(led)].filter((type) => isObjectType(schema.getType(type))),
  };
}

const typeOfField = (typeName: string, name: string, schema: GraphQLSchema) => {
  const type = schema.getType(typeName);
  return isObjectType(type) ? getNamedType(type.getFields()[name]?.type) : undefined;
};

/** The fetch as far as it is wanted of such entities; nothing when nobody wants any of it. */
function partAt({ wanted, types }: Place, asking: Asking): readonly PlacedFetch[] {
  const { fetch, asked, atTheEnd } = asking;
  if (types.length === 0) return [];
  const selections = wantedOf(asked, wanted, new Set(types), asking);
  // A subgraph that knows the object types may be asked for these alone.
  const isIdle = atTheEnd.length > 0 ? selections.every(isTypename) : selections.length === 0;
  return isIdle ? [] : [{ fetch: withEntitySelections(fetch, selections), path: [] }];
}

type Asking = {
  readonly schema: GraphQLSchema;
  readonly ways: Wanted['ways'];
  /** The types of each interface that some subgraph knows as one object, and of those that the asked one does. */
  readonly onTheWay: readonly ReadonlySet<string>[];
  readonly atTheEnd: readonly ReadonlySet<string>[];
  readonly fetch: FetchNode;
  /** Of its entities. */
  readonly sent: ReadonlySet<string>;
  readonly asked: readonly SelectionNode[];
  /** Parts that were found before, by place. */
  readonly known: Map<string, readonly PlacedFetch[]>;
  readonly numbers: Map<SelectionNode, number>;
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
