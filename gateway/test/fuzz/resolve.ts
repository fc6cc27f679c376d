import type { ExecutionResult } from 'graphql';
import { givenValues, requiredValues, valueOf, type Thing } from './data.ts';
import { keyValue } from './keys.ts';
import { objectNamed, type Field, type Model, type Placement } from './model.ts';

/** What changes while an operation runs. */
export type Run = {
  /** Mutations change it in a way that shows their order. */
  counter: number;
  /** Refused fields that subgraphs were asked for all the same. */
  readonly trespasses: string[];
  /** What subgraphs were asked and what they answered, for the report of a fault. */
  readonly calls: string[];
  /** The code with which a field is refused to the caller; null for all that he may read. */
  readonly refuses: (thing: Thing, fieldName: string) => string | null;
  /** What a call to a subgraph is answered with instead of what was asked; null for most. */
  readonly breaks: (call: string) => Breakage | null;
};

/** Gives what stands for an answer, or throws as a source does when there is none. */
export type Breakage = () => ExecutionResult;

export const newRun = (
  refuses: Run['refuses'] = () => null,
  breaks: Run['breaks'] = () => null,
): Run => ({
  counter: 0,
  trespasses: [],
  calls: [],
  refuses,
  breaks,
});

export type Resolution = {
  readonly thing: Thing;
  readonly fieldName: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly run: Run;
};

/** A field as the whole world knows it. */
export function resolveInWorld(model: Model, resolution: Resolution): unknown {
  const { thing, fieldName } = resolution;
  const key = keyOf(model, thing, fieldName);
  if (key !== undefined) return key;
  const field = findField(model, thing.__typename, fieldName);
  const required = field.requires === null ? null : requiredValues(model, thing, field.requires);
  return finalValue(model, field, resolution, required);
}

/** A field as one subgraph gives it. What it may not be asked is an error that no world has. */
export function resolveInSubgraph(model: Model, subgraph: string, resolution: Resolution): unknown {
  const { thing, fieldName, run } = resolution;
  const key = keyOf(model, thing, fieldName);
  if (key !== undefined) return key;
  const field = findField(model, thing.__typename, fieldName);
  if (run.refuses(thing, fieldName) !== null) {
    run.trespasses.push(`${subgraph} was asked for ${thing.__typename}.${fieldName}`);
  }
  const placement = placementOf(model, field, subgraph);
  if (placement.role === 'overridden') throw new Error(`${subgraph} gave ${fieldName} away`);
  if (placement.role === 'external' && thing.provided !== fieldName) {
    throw new Error(`${subgraph} does not own ${thing.__typename}.${fieldName}`);
  }
  const required = field.requires === null ? null : requiredHere(model, thing, field.requires);
  const value = finalValue(model, field, resolution, required);
  return placement.provides === null ? value : withProvided(value, placement.provides);
}

/** From the representation; or what came along by @provides, which a plan may count as what is required. */
const requiredHere = (model: Model, thing: Thing, requires: string): unknown =>
  requires === thing.provided
    ? requiredValues(model, thing, requires)
    : givenValues(thing.given ?? {}, requires);

const keyOf = (model: Model, { __typename, number }: Thing, fieldName: string): unknown =>
  __typename === 'Ref' || isKeyed(model, __typename) ? keyValue(fieldName, number) : undefined;

const isKeyed = (model: Model, typeName: string): boolean =>
  model.interfaces.has(typeName) || objectNamed(model, typeName).kind === 'entity';

/** Of the type, or of the interface through which a subgraph adds to it. */
function findField(model: Model, typeName: string, fieldName: string): Field {
  const own = model.objects.get(typeName)?.fields ?? [];
  const added = [...model.interfaces.values()]
    .filter(({ name, members }) => name === typeName || members.includes(typeName))
    .flatMap((type) => type.added);
  const field = [...own, ...added].find(({ name }) => name === fieldName);
  if (!field) throw new Error(`${typeName} has no field ${fieldName}`);
  return field;
}

function placementOf(model: Model, field: Field, subgraph: string): Placement {
  const placement = field.placements.find((own) => own.subgraph === subgraph);
  if (placement) return placement;
  throw new Error(`${subgraph} has no ${field.scope}.${field.name}`);
}

function finalValue(
  model: Model,
  field: Field,
  { thing, args, run }: Resolution,
  required: unknown,
): unknown {
  if (field.scope !== 'Mutation')
    return valueOf(model, field, { number: thing.number, args, required });
  run.counter = (run.counter * 31 + field.name.length * 7 + Number(field.name.at(-1)) + 1) % 65_521;
  return valueOf(model, field, { number: run.counter, args, required });
}

function withProvided(value: unknown, provided: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withProvided(item, provided));
  return value !== null && typeof value === 'object' && '__typename' in value
    ? { ...value, provided }
    : value;
}
