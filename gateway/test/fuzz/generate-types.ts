import { keyNames } from './keys.ts';
import type {
  Emphasis,
  InterfaceType,
  KeyName,
  Model,
  ObjectType,
  Presence,
  UnionType,
} from './model.ts';
import type { Random } from './random.ts';

const numbersOfAnEntity = [0, 1, 2, 3, 4, 5];

/** Types without fields, and which subgraph knows which type by which key. */
export function generateTypes(seed: number, random: Random, emphasis: Emphasis): Model {
  const subgraphs = ['a', 'b', 'c', 'd', 'e'].slice(0, 2 + random.int(4));
  const entityNames = ['Ant', 'Bee', 'Cat', 'Dog', 'Eel'].slice(0, 2 + random.int(4));
  const entityInterface = random.chance(emphasis === 'none' ? 0.5 : 1)
    ? generateEntityInterface(random, { subgraphs, entityNames, emphasis })
    : null;
  const entities = entityNames.map((name) =>
    generateEntity(random, { name, subgraphs, entityInterface }),
  );
  const values = ['Size', 'Place', 'Note']
    .slice(0, 1 + random.int(3))
    .map((name) => generateValueType(random, name, subgraphs));
  const roots = ['Query', 'Mutation'].map((name) => rootType(name, subgraphs));
  const objects = new Map(
    [...entities, ...values, refType(entities), ...roots].map((type) => [type.name, type]),
  );
  const members = [...entityNames, ...values.map(({ name }) => name)];
  return {
    seed,
    emphasis,
    subgraphs,
    objects,
    interfaces: new Map(
      [...(entityInterface ? [entityInterface] : []), ...generateInterfaces(random, members)].map(
        (type) => [type.name, type],
      ),
    ),
    unions: new Map(generateUnions(random, members).map((type) => [type.name, type])),
  };
}

type EntityPlan = {
  readonly name: string;
  readonly subgraphs: readonly string[];
  readonly entityInterface: InterfaceType | null;
};

/** An entity has a home that knows it by all its keys, so that whoever knows any key finds the rest. */
function generateEntity(random: Random, plan: EntityPlan): ObjectType {
  const { name, subgraphs, entityInterface } = plan;
  const inside = entityInterface?.members.includes(name) ? entityInterface : null;
  const home = inside?.entity?.home ?? random.pick(subgraphs);
  const keys = random.some(keyNames, 1);
  if (inside && !keys.includes('id')) keys.unshift('id');
  const presences = new Map<string, Presence>();
  for (const subgraph of subgraphs) {
    if (inside?.entity?.objectIn.includes(subgraph)) continue; // Knows the interface as one object instead.
    const presence = subgraph === home ? wholePresence(keys) : generatePresence(random, keys);
    if (presence) presences.set(subgraph, presence);
  }
  const members = inside?.members ?? [];
  const numbers = inside
    ? numbersOfAnEntity.filter((number) => number % members.length === members.indexOf(name))
    : numbersOfAnEntity;
  return { kind: 'entity', name, numbers, fields: [], presences };
}

const wholePresence = (keys: readonly KeyName[]): Presence => ({
  keys: keys.map((key) => ({ key, resolvable: true })),
  stub: false,
});

function generatePresence(random: Random, keys: readonly KeyName[]): Presence | null {
  if (random.chance(0.15)) return null;
  const known = random.some(keys, 1);
  if (random.chance(0.25)) {
    return { keys: known.map((key) => ({ key, resolvable: false })), stub: true };
  }
  // The first key may be one that the subgraph can only name, as long as another leads in.
  const resolvable = known.map((_, index) => known.length === 1 || index > 0 || random.chance(0.7));
  return {
    keys: known.map((key, index) => ({ key, resolvable: resolvable[index] === true })),
    stub: false,
  };
}

type EntityInterfacePlan = {
  readonly subgraphs: readonly string[];
  readonly entityNames: readonly string[];
  readonly emphasis: Emphasis;
};

function generateEntityInterface(
  random: Random,
  { subgraphs, entityNames, emphasis }: EntityInterfacePlan,
): InterfaceType {
  const home = random.pick(subgraphs);
  const others = subgraphs.filter((name) => name !== home);
  const members = entityNames.slice(0, 2 + random.int(Math.min(2, entityNames.length - 1)));
  // Of operations on two such objects among more subgraphs the planner weighs too many ways to come to an end.
  const mostObjects = subgraphs.length > 3 ? 1 : 2;
  const objectIn =
    emphasis === 'none'
      ? random.some(others).slice(0, 1)
      : random.some(others, 1).slice(0, mostObjects);
  return {
    name: 'Animal',
    members,
    fields: [{ name: 'id', type: 'ID!' }],
    entity: { home, objectIn },
    added: [],
  };
}

function generateValueType(random: Random, name: string, subgraphs: readonly string[]): ObjectType {
  const presences = random
    .some(subgraphs, 1)
    .map((subgraph): [string, Presence] => [subgraph, { keys: [], stub: false }]);
  return { kind: 'value', name, numbers: [], fields: [], presences: new Map(presences) };
}

/** The value type inside nested keys. */
function refType(entities: readonly ObjectType[]): ObjectType {
  const presences = entities
    .flatMap((entity) => [...entity.presences])
    .filter(([, { keys }]) => keys.some(({ key }) => key === 'ref'))
    .map(([subgraph]): [string, Presence] => [subgraph, { keys: [], stub: false }]);
  return { kind: 'value', name: 'Ref', numbers: [], fields: [], presences: new Map(presences) };
}

const rootType = (name: string, subgraphs: readonly string[]): ObjectType => ({
  kind: 'root',
  name,
  numbers: [0],
  fields: [],
  presences: new Map(subgraphs.map((subgraph) => [subgraph, { keys: [], stub: false }])),
});

/** Interfaces of values and entities alike, without a key. */
function generateInterfaces(random: Random, members: readonly string[]): InterfaceType[] {
  return ['Named', 'Sized'].slice(0, random.int(3)).map((name) => ({
    name,
    members: random.some(members, 2),
    fields: random
      .some(['Int', 'String', 'Boolean', '[Int!]', 'Color'], 1)
      .map((type, index) => ({ name: `${name.toLowerCase()}${index}`, type })),
    entity: null,
    added: [],
  }));
}

const generateUnions = (random: Random, members: readonly string[]): UnionType[] =>
  random.chance(0.6) ? [{ name: 'Thing', members: random.some(members, 2) }] : [];
