import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Chance } from './chance.ts';

/** Texts that each scalar of the house takes; anything else is a string. */
const scalars: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, 50, -7],
  Float: [0, 1.5],
  Boolean: [true, false],
  MinorUnits: ['0', '1250', '-99'],
  CurrencyCode: ['USD', 'HUF'],
  LocalDate: ['2026-02-28'],
  DateTime: ['2026-11-22T05:00:00.000Z'],
  Decimal: ['1.50', '0'],
  Upload: [{ fileName: 'a.csv', mimeType: 'text/csv', contentBase64: 'YQ==' }],
};

/** A value as a client would send it as JSON: now and then null or of the wrong kind. */
export function randomInput(schema: GraphQLSchema, type: GraphQLInputType, dice: Chance): unknown {
  if (dice.is(0.003)) return dice.pick(['wrong', 12.5, {}]);
  if (isNonNullType(type)) return dice.is(0.003) ? null : randomInput(schema, type.ofType, dice);
  if (dice.is(0.1)) return null;
  if (isListType(type)) {
    return Array.from({ length: dice.below(3) }, () => randomInput(schema, type.ofType, dice));
  }
  if (isEnumType(type)) return dice.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || dice.is(0.5),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, randomInput(schema, field.type, dice)]),
    );
  }
  return type.name === '_Any'
    ? randomEntity(schema, dice)
    : dice.pick(scalars[type.name] ?? ['a', 'b']);
}

function randomEntity(schema: GraphQLSchema, dice: Chance) {
  const entity = schema.getType('_Entity');
  const types = entity && 'getTypes' in entity ? entity.getTypes() : [];
  return { __typename: dice.pick(types).name, id: dice.pick(['1', '2', '3']) };
}
