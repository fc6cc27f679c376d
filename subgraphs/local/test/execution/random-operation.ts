import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Chance } from './chance.ts';
import { randomInput } from './random-values.ts';

export type RandomOperation = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

type Written = {
  readonly schema: GraphQLSchema;
  readonly dice: Chance;
  readonly variables: Record<string, unknown>;
  readonly definitions: string[];
  readonly fragments: string[];
};

/** A valid operation: aliases, fragments of both kinds, conditions, arguments by variables, whatever the schema has. */
export function randomOperation(schema: GraphQLSchema, dice: Chance): RandomOperation {
  const written: Written = {
    schema,
    dice,
    variables: { yes: dice.is(0.5), no: dice.is(0.5) },
    definitions: ['$yes: Boolean!', '$no: Boolean!'],
    fragments: [],
  };
  const mutation = schema.getMutationType();
  const isMutation = mutation && dice.is(0.25);
  const root = isMutation ? mutation : schema.getQueryType();
  if (!root) throw new Error('A schema has a query');
  const selection = randomSelection(written, root, 5);
  const head = `${isMutation ? 'mutation' : 'query'} Random(${written.definitions.join(', ')})`;
  const query = `${head} ${selection.replace('{', '{ known: __typename @skip(if: $yes) @include(if: $no)')}`;
  return { query: [query, ...written.fragments].join('\n'), variables: written.variables };
}

function randomSelection(written: Written, type: GraphQLCompositeType, depth: number): string {
  const { dice } = written;
  const count = 1 + dice.below(5);
  const parts = Array.from({ length: count }, () => randomPart(written, type, depth));
  return `{ ${['__typename', ...parts].join(' ')} }`;
}

function randomPart(written: Written, type: GraphQLCompositeType, depth: number): string {
  const { dice, schema, fragments } = written;
  if (dice.is(0.2) && depth > 0) {
    const below = isAbstractType(type) ? dice.pick(schema.getPossibleTypes(type)) : type;
    const selection = randomSelection(written, below, depth - 1);
    if (dice.is(0.5)) return `... on ${below.name}${condition(dice)} ${selection}`;
    const name = `F${fragments.length}`;
    fragments.push('');
    fragments[Number(name.slice(1))] = `fragment ${name} on ${below.name} ${selection}`;
    return `...${name}${condition(dice)}`;
  }
  if (!('getFields' in type)) return '__typename';
  const fields = Object.values(type.getFields()).filter(
    (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
  );
  return fields.length === 0 ? '__typename' : randomField(written, dice.pick(fields), depth);
}

function randomField(
  written: Written,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): string {
  const { dice } = written;
  const args = field.args.filter((arg) => isNonNullType(arg.type) || dice.is(0.4));
  const given = args.map((arg) => `${arg.name}: ${variableFor(written, arg)}`).join(', ');
  const type: GraphQLNamedType = getNamedType(field.type);
  const below = isCompositeType(type) ? ` ${randomSelection(written, type, depth - 1)}` : '';
  // Fields that differ in arguments or type may not share a name; the field's own place in the text makes it one of its own.
  const isPlain = args.length === 0 && dice.is(0.5);
  const alias = isPlain ? '' : `a${dice.below(1_000_000)}_${field.name}: `;
  return `${isPlain ? `${field.name}_${typeSuffix(field)}: ` : alias}${field.name}${given && `(${given})`}${condition(dice)}${below}`;
}

/** Equal for fields that can be merged: asked for twice, they are run once. */
const typeSuffix = ({ type }: GraphQLField<unknown, unknown>): string =>
  String(type).replaceAll('!', 'X').replaceAll(/\W/g, '_');

const condition = (dice: Chance): string =>
  dice.is(0.8)
    ? ''
    : ` @${dice.pick(['skip', 'include'])}(if: ${dice.pick(['$yes', '$no', 'true'])})`;

function variableFor(
  { schema, dice, variables, definitions }: Written,
  arg: GraphQLArgument,
): string {
  const name = `v${definitions.length}`;
  definitions.push(`$${name}: ${String(arg.type)}`);
  if (isNonNullType(arg.type) || dice.is(0.8))
    variables[name] = randomInput(schema, arg.type, dice);
  return `$${name}`;
}
