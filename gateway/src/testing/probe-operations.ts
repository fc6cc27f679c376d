import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Operations that together ask for every field within `depth` of each root field; one operation a root field and member of a union. */
export function probeOperations(
  schema: GraphQLSchema,
  kind: 'query' | 'mutation',
  { id, depth = 3 }: { readonly id: string; readonly depth?: number },
): string[] {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(root?.getFields() ?? {}).flatMap((field) => {
    const call = callOf(field, id);
    if (call === null) return [];
    return selectionsOf(schema, field, depth).map(
      (selection) => `${kind} { ${call} ${selection} }`,
    );
  });
}

type Field = GraphQLField<unknown, unknown>;

function selectionsOf(schema: GraphQLSchema, field: Field, depth: number): string[] {
  const type = getNamedType(field.type);
  if (isUnionType(type)) {
    return schema
      .getPossibleTypes(type)
      .map((member) => `{ __typename ... on ${member.name} ${selectAll(member, depth)} }`);
  }
  return [isObjectType(type) ? selectAll(type, depth) : ''];
}

/** Everything that can be asked for without arguments that we can't make up. */
function selectAll(type: GraphQLObjectType, depth: number): string {
  const selected = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some(isRequired)) return [];
    if (isLeafType(named)) return [field.name];
    return isObjectType(named) && depth > 1 ? [`${field.name} ${selectAll(named, depth - 1)}`] : [];
  });
  return `{ __typename ${selected.join(' ')} }`;
}

/** The field with arguments that are well-formed; null when one can't be written in a text (a file). */
function callOf(field: Field, id: string): string | null {
  const required = field.args.filter(
    (arg) => isRequired(arg) || getNamedType(arg.type).name === 'ID',
  );
  const values = required.map((arg) => [arg.name, valueOf(arg.type, id)] as const);
  if (values.some(([, value]) => value === null)) return null;
  const list = values.map(([name, value]) => `${name}: ${value}`).join(', ');
  return list === '' ? field.name : `${field.name}(${list})`;
}

const isRequired = ({
  type,
  defaultValue,
}: GraphQLArgument | { type: GraphQLInputType; defaultValue?: unknown }) =>
  isNonNullType(type) && defaultValue === undefined;

const scalars: Readonly<Record<string, string>> = {
  Boolean: 'true',
  CurrencyCode: '"EUR"',
  DateTime: '"2026-01-01T00:00:00Z"',
  Decimal: '"1"',
  Float: '1',
  Int: '1',
  LocalDate: '"2026-01-01"',
  MinorUnits: '"1"',
  String: '"probe"',
};

function valueOf(type: GraphQLInputType, id: string): string | null {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = valueOf(nullable.ofType, id);
    return item && `[${item}]`;
  }
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? null;
  if (!isInputObjectType(nullable)) {
    return nullable.name === 'ID' ? JSON.stringify(id) : (scalars[nullable.name] ?? null);
  }
  const fields = Object.values(nullable.getFields()).filter(isRequired);
  const values = fields.map((field) => [field.name, valueOf(field.type, id)] as const);
  if (values.some(([, value]) => value === null)) return null;
  return `{ ${values.map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
}
