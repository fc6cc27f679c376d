import {
  declaredIn,
  isLeaf,
  namedTypeOf,
  objectNamed,
  type Field,
  type Model,
  type ObjectType,
  type Placement,
} from './model.ts';
import type { Random } from './random.ts';

/** Adds @requires, @provides and @inaccessible to fields that can bear them. */
export function generateRequirements(model: Model, random: Random): void {
  for (const type of model.objects.values()) {
    if (type.kind === 'entity') addRequires(model, random, type);
  }
  for (const type of model.objects.values()) {
    for (const field of type.fields) if (random.chance(0.3)) addProvides(model, random, field);
  }
  for (const type of model.objects.values()) {
    if (type.kind === 'entity') hideSome(model, random, type);
  }
}

/** A field may require those before it in the list, which may require others in turn: several hops, but no circle. */
function addRequires(model: Model, random: Random, type: ObjectType): void {
  for (const [index, field] of type.fields.entries()) {
    const [placement] = field.placements;
    if (!placement || field.placements.length > 1 || !random.chance(0.35)) continue;
    const { subgraph } = placement;
    const sets = random
      .some(type.fields.slice(0, index))
      .toSorted((left, right) => Number(isLeaf(left)) - Number(isLeaf(right))) // Values are rarer.
      .slice(0, 2)
      .flatMap((required) => {
        const set = fieldSetOf(model, random, required, subgraph);
        if (set === null) return [];
        if (!declaredIn(required, subgraph)) required.placements.push(externalIn(subgraph));
        return [set];
      });
    if (sets.length > 0) field.requires = sets.join(' ');
  }
}

/** How a field can be asked for inside @requires; null when it can't: it fails, is the subgraph's own, or is no plain value. */
function fieldSetOf(model: Model, random: Random, field: Field, subgraph: string): string | null {
  if (
    field.fails ||
    field.placements.some((own) => own.subgraph === subgraph && own.role !== 'external')
  )
    return null;
  const args = argumentsOf(random, field);
  if (isLeaf(field)) return `${field.name}${args}`;
  const target = model.objects.get(namedTypeOf(field.type));
  if (target?.kind !== 'value' || !target.presences.has(subgraph)) return null;
  const inner = target.fields.filter((part) => isLeaf(part) && !part.fails);
  const chosen = random
    .some(inner, Math.min(1, inner.length))
    .map((part) => `${part.name}${argumentsOf(random, part)}`);
  return chosen.length > 0 ? `${field.name}${args} { ${chosen.join(' ')} }` : null;
}

/** All arguments, so that no default has to be known: what is left out is given as null. */
function argumentsOf(random: Random, { args }: Field): string {
  if (args.length === 0) return '';
  const values = args.map(
    ({ name, type }) => `${name}: ${literals[type]?.[random.int(2)] ?? 'null'}`,
  );
  return `(${values.join(', ')})`;
}

const literals: Readonly<Record<string, readonly [string, string]>> = {
  Int: ['0', '7'],
  'Color!': ['RED', 'BLUE'],
  Boolean: ['true', 'false'],
  '[Int!]': ['[1, 2]', '[]'],
};

/** The returned entity brings a field along that its subgraph does not give otherwise. */
function addProvides(model: Model, random: Random, field: Field): void {
  const placement = field.placements.find(({ role }) => role === 'resolved');
  const target = model.objects.get(namedTypeOf(field.type));
  if (!placement || field.placements.length > 1 || target?.kind !== 'entity') return;
  const { subgraph } = placement;
  const candidates = target.fields.filter(
    (other) =>
      isLeaf(other) &&
      other.requires === null &&
      other.args.length === 0 &&
      other.placements.every(({ role }) => role !== 'overridden') &&
      !other.placements.some((own) => own.subgraph === subgraph && own.role === 'resolved'),
  );
  if (candidates.length === 0) return;
  const provided = random.pick(candidates);
  if (!declaredIn(provided, subgraph)) provided.placements.push(externalIn(subgraph));
  field.placements[field.placements.indexOf(placement)] = { ...placement, provides: provided.name };
}

const externalIn = (subgraph: string): Placement => ({
  subgraph,
  role: 'external',
  overrides: null,
  provides: null,
});

/** Hidden from clients, yet still good for keys and @requires. An interface's field can't be hidden in one member. */
function hideSome(model: Model, random: Random, type: ObjectType): void {
  const promised = [...model.interfaces.values()].flatMap(({ fields }) => fields);
  for (const field of type.fields) {
    if (promised.some(({ name }) => name === field.name)) continue;
    if (random.chance(0.08)) field.inaccessible = true;
  }
}

/** True when some path of the subgraph brings the field along. */
const isProvidedBy = (model: Model, typeName: string, { name }: Field, subgraph: string) =>
  [...model.objects.values()]
    .flatMap(({ fields }) => fields)
    .some(
      ({ type, placements }) =>
        namedTypeOf(type) === typeName &&
        placements.some((own) => own.subgraph === subgraph && own.provides === name),
    );

/** Where a field counts as shared: in all its subgraphs, as soon as a second one gives it, if only on one path. */
export function isShared(model: Model, typeName: string, field: Field): boolean {
  if (objectNamed(model, typeName).kind === 'value') return true;
  const resolving = field.placements.filter(({ role }) => role === 'resolved');
  return (
    resolving.length > 1 ||
    field.placements.some(({ subgraph }) => isProvidedBy(model, typeName, field, subgraph))
  );
}
