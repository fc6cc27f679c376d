import {
  defaultFieldResolver,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { pathToArray } from 'graphql/jsutils/Path.js';
import { chance, type Chance } from './chance.ts';

/**
 * Gives every second field a resolver, and all fields values by the seed and their place: right ones, null, errors thrown, given
 * and late, things of the wrong kind. Two runs of one operation see the same.
 */
export function resolveAtRandom(schema: GraphQLSchema, seed: string): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) type.resolveType = randomTypeOf;
    if (!isObjectType(type)) continue;
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      if (isRoot || chance(`${seed}${type.name}.${field.name}`).is(0.5)) {
        field.resolve = randomResolver(schema, seed);
      } else field.resolve = defaultFieldResolver;
    }
  }
}

const randomTypeOf = (value: unknown): string | undefined | Promise<string | undefined> => {
  const name = (value as { readonly of?: string }).of;
  return name && name.length % 2 === 0 ? Promise.resolve(name) : name;
};

const randomResolver =
  (schema: GraphQLSchema, seed: string): GraphQLFieldResolver<unknown, unknown> =>
  (_source, args, _context, info) => {
    const shown = JSON.stringify(args, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    const place = `${seed}${pathToArray(info.path).join('.')}${shown}`;
    return randomOutcome(schema, info.returnType, place);
  };

function randomOutcome(schema: GraphQLSchema, type: GraphQLOutputType, place: string): unknown {
  const dice = chance(place);
  if (dice.is(0.02)) throw new Error(`thrown at ${place}`);
  if (dice.is(0.01)) return new Error(`given at ${place}`);
  if (dice.is(0.4))
    return late(dice, () => (dice.is(0.04) ? fail(place) : randomValue(schema, type, dice, place)));
  return randomValue(schema, type, dice, place);
}

const fail = (place: string): never => {
  throw new Error(`late at ${place}`);
};

async function late<T>(dice: Chance, give: () => T): Promise<T> {
  for (let turns = dice.below(4); turns > 0; turns -= 1) await Promise.resolve();
  return give();
}

function randomValue(
  ...[schema, given, dice, place]: [GraphQLSchema, GraphQLOutputType, Chance, string]
): unknown {
  const type = getNullableType(given);
  if (dice.is(0.03)) return dice.pick([null, undefined]);
  if (dice.is(0.01)) return dice.pick<unknown>(['wrong', 7, Number.NaN]);
  if (isListType(type)) {
    return Array.from({ length: dice.below(4) }, (_, at) => {
      const value = () => randomValue(schema, type.ofType, dice, `${place}.${at}`);
      return dice.is(0.3) ? late(dice, () => (dice.is(0.1) ? fail(place) : value())) : value();
    });
  }
  if (isEnumType(type)) return dice.pick(type.getValues()).value;
  if (isLeafType(type)) return type.name === 'Boolean' ? dice.is(0.5) : dice.pick([0, 1]);
  const of = isAbstractType(type) ? dice.pick(schema.getPossibleTypes(type)) : type;
  return isObjectType(of) ? randomObject(schema, of.name, place) : null;
}

/** An object whose properties are made when they are read, methods among them. */
const randomObject = (schema: GraphQLSchema, of: string, place: string): object =>
  new Proxy(
    {},
    {
      get: (_target, name) => {
        if (name === 'of') return of;
        const type = schema.getType(of);
        const field = isObjectType(type) ? type.getFields()[String(name)] : undefined;
        if (typeof name === 'symbol' || !field) return undefined;
        const here = `${place}.${name}`;
        const value = () => randomOutcome(schema, field.type, here);
        return chance(`${here} method`).is(0.1) ? value : value();
      },
    },
  );
