import { isDeclared, objectsGiven } from './knowledge.ts';
import {
  leafTypes,
  type Argument,
  type Field,
  type InterfaceType,
  type Model,
  type ObjectType,
  type Placement,
} from './model.ts';
import type { Random } from './random.ts';

const fieldNames = ['name', 'rate', 'live', 'tags', 'kind', 'peer', 'part', 'many', 'next', 'data'];

/** Gives every type its fields: first those that interfaces ask for, because what a subgraph can return depends on them. */
export function generateFields(model: Model, random: Random): void {
  for (const type of model.objects.values()) addInterfaceFields(model, random, type);
  for (const type of model.objects.values()) addOwnFields(model, random, type);
  for (const type of model.interfaces.values()) addObjectFields(model, random, type);
}

/** What subgraphs add that know the interface as one object. */
function addObjectFields(model: Model, random: Random, { name, entity, added }: InterfaceType) {
  for (const [index, subgraph] of (entity?.objectIn ?? []).entries()) {
    const least = model.emphasis === 'none' ? 1 : 2;
    for (const own of addedNames[index]?.slice(0, least + random.int(2)) ?? []) {
      added.push(generateField(model, random, { scope: name, name: own, hosts: [subgraph] }));
    }
  }
}

const addedNames = [
  ['mood', 'home', 'food'],
  ['luck', 'foes', 'nest'],
];

/** Where a type can have fields of its own. */
const hostsOf = ({ presences }: ObjectType): string[] =>
  [...presences].filter(([, { stub }]) => !stub).map(([subgraph]) => subgraph);

function addInterfaceFields(model: Model, random: Random, type: ObjectType): void {
  const hosts = hostsOf(type);
  for (const { members, fields } of model.interfaces.values()) {
    if (!members.includes(type.name)) continue;
    for (const { name, type: promised } of fields) {
      if (name === 'id') continue; // A key, declared as such.
      const stricter = random.chance(0.4) ? `${promised}!` : promised;
      type.fields.push({
        ...plainField(name, stricter, type.name),
        fails: random.chance(0.1),
        placements: place(random, type.kind, hosts),
      });
    }
  }
}

function addOwnFields(model: Model, random: Random, type: ObjectType): void {
  const hosts = hostsOf(type);
  if (type.name === 'Ref') return void type.fields.push(serialOf(hosts));
  const count = type.name === 'Query' ? 8 : 3 + random.int(4);
  const names = type.kind === 'root' ? rootNames(type.name, count) : random.some(fieldNames, count);
  for (const name of names.slice(0, count)) {
    type.fields.push(
      generateField(model, random, { scope: type.name, name, hosts, kind: type.kind }),
    );
  }
}

const rootNames = (root: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${root === 'Query' ? 'get' : 'set'}${index}`);

const serialOf = (hosts: readonly string[]): Field => ({
  ...plainField('serial', 'Int!', 'Ref'),
  placements: hosts.map(resolvedBy),
});

type FieldPlan = {
  readonly scope: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly kind?: ObjectType['kind'];
};

function generateField(model: Model, random: Random, plan: FieldPlan): Field {
  const { scope, name, hosts, kind = 'entity' } = plan;
  const placements = place(random, scope === 'Mutation' ? 'entity' : kind, hosts);
  const common = (type: string) =>
    placements
      .map(({ subgraph }) => objectsGiven(model, type, subgraph))
      .reduce((left, right) => left.filter((target) => right.includes(target)));
  const returnable = [
    ...model.objects.values(),
    ...model.interfaces.values(),
    ...model.unions.values(),
  ]
    .filter((type) => !('kind' in type) || type.kind !== 'root')
    .map((type) => type.name)
    .filter((type) => common(type).length > 0)
    .filter((type) => placements.every(({ subgraph }) => isDeclared(model, type, subgraph)));
  const composite = returnable.length > 0 && random.chance(kind === 'root' ? 0.85 : 0.4);
  const from = likely(model, random, returnable);
  const named = random.pick(composite ? from : leafTypes);
  return {
    ...plainField(name, wrap(random, named, composite), scope),
    args: random.chance(0.3) ? generateArguments(random) : [],
    targets: composite ? common(named) : [],
    fails: random.chance(0.15),
    placements,
  };
}

/** Values more often than what leads on; where interface objects matter, what they may stand for. */
function likely(model: Model, random: Random, types: readonly string[]): readonly string[] {
  const isMeant =
    model.emphasis === 'none'
      ? (type: string) => model.objects.get(type)?.kind === 'value'
      : (type: string) => !model.objects.has(type);
  const meant = types.filter(isMeant);
  return meant.length > 0 && random.chance(0.4) ? meant : types;
}

const plainField = (name: string, type: string, scope: string): Field => ({
  name,
  type,
  args: [],
  scope,
  targets: [],
  fails: false,
  requires: null,
  inaccessible: false,
  placements: [],
});

function wrap(random: Random, named: string, composite: boolean): string {
  const shapes = [named, named, `${named}!`, `[${named}]`, `[${named}!]`, `[${named}!]!`];
  return random.pick(composite ? shapes : [...shapes, named, `[[${named}]]`]);
}

function generateArguments(random: Random): Argument[] {
  const known: Argument[] = [
    { name: 'by', type: 'Int', byDefault: null },
    { name: 'at', type: 'Int', byDefault: '3' },
    { name: 'of', type: 'Color!', byDefault: 'GREEN' },
    { name: 'with', type: 'Filter', byDefault: null },
    { name: 'all', type: '[Int!]', byDefault: '[0]' },
    { name: 'on', type: 'Boolean', byDefault: 'false' },
  ];
  return random.some(known, 1).slice(0, 2);
}

/** Who declares the field: everybody for value types, else an owner, several that share it, or one that took it over. */
function place(random: Random, kind: ObjectType['kind'], hosts: readonly string[]): Placement[] {
  if (kind === 'value') return hosts.map(resolvedBy);
  const owner = random.pick(hosts);
  const others = hosts.filter((host) => host !== owner);
  if (others.length === 0 || random.chance(0.7)) return [resolvedBy(owner)];
  if (random.chance(0.7)) return [owner, ...random.some(others, 1)].map(resolvedBy);
  const former = random.pick(others);
  return [
    { ...resolvedBy(owner), overrides: former },
    { ...resolvedBy(former), role: 'overridden' },
  ];
}

const resolvedBy = (subgraph: string): Placement => ({
  subgraph,
  role: 'resolved',
  overrides: null,
  provides: null,
});
