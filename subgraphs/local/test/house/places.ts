import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

export type RootField = {
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
};

/** Where one value goes in the arguments of a root field. */
export type Place = {
  readonly path: readonly (string | number)[];
  readonly type: GraphQLInputType;
  /** Such as `IssueInvoiceInput.invoiceId`, or `Query.invoice.id`. */
  readonly coordinate: string;
};

/** Queries and mutations that take arguments; not those that take a file, which no variable can carry. */
export const rootFields = (schema: GraphQLSchema): RootField[] =>
  (['query', 'mutation'] as const).flatMap((kind) => {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(root?.getFields() ?? {})
      .filter(({ args }) => args.length > 0)
      .map((field) => ({ kind, field }))
      .filter((field) => !coordinatesOf(field).some((coordinate) => coordinate.endsWith('.file')));
  });

/** All places below the arguments given, lists and objects themselves too. */
export function placesOf({ kind, field }: RootField, given: Arguments): Place[] {
  const root = kind === 'query' ? 'Query' : 'Mutation';
  return field.args.flatMap((arg) =>
    arg.name in given
      ? placesIn(given[arg.name], {
          path: [arg.name],
          type: arg.type,
          coordinate: `${root}.${field.name}.${arg.name}`,
        })
      : [],
  );
}

export type Arguments = Readonly<Record<string, unknown>>;

function placesIn(value: unknown, place: Place): Place[] {
  const type = getNullableType(place.type);
  if (isListType(type) && Array.isArray(value)) {
    const items = value.flatMap((item, index) =>
      placesIn(item, { ...place, path: [...place.path, index], type: type.ofType }),
    );
    return [place, ...items];
  }
  if (!isInputObjectType(type) || !isRecord(value)) return [place];
  const inner = Object.values(type.getFields()).flatMap((field) =>
    field.name in value
      ? placesIn(value[field.name], {
          path: [...place.path, field.name],
          type: field.type,
          coordinate: `${type.name}.${field.name}`,
        })
      : [],
  );
  return [place, ...inner];
}

/** Every coordinate that the arguments of a root field reach. */
export function coordinatesOf({ kind, field }: RootField): string[] {
  const root = kind === 'query' ? 'Query' : 'Mutation';
  const seen = new Set<string>();
  const visit = (coordinate: string, type: GraphQLInputType): void => {
    if (seen.has(coordinate)) return;
    seen.add(coordinate);
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return;
    for (const inner of Object.values(named.getFields())) {
      visit(`${named.name}.${inner.name}`, inner.type);
    }
  };
  for (const arg of field.args) visit(`${root}.${field.name}.${arg.name}`, arg.type);
  return [...seen];
}

/** The arguments with another value at a place. */
export const replaced = (given: Arguments, [name, ...rest]: Place['path'], by: unknown) => ({
  ...given,
  ...(name !== undefined && { [name]: replacedIn(given[name], rest, by) }),
});

function replacedIn(value: unknown, [step, ...rest]: Place['path'], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? replacedIn(item, rest, by) : item));
  }
  return isRecord(value) ? { ...value, [step]: replacedIn(value[step], rest, by) } : value;
}

export const valueAt = (value: unknown, path: Place['path']): unknown =>
  path.reduce<unknown>(
    (at, step) =>
      Array.isArray(at) ? at[Number(step)] : isRecord(at) ? at[String(step)] : undefined,
    value,
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One operation with all arguments as variables; of what comes back, its kind, and a refusal's code. */
export function textOf({ kind, field }: RootField): string {
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const refusal = isUnionType(getNamedType(field.type)) ? '... on Refusal { code field }' : '';
  return `${kind} (${variables}) { ${field.name}(${passed}) { __typename ${refusal} } }`;
}
