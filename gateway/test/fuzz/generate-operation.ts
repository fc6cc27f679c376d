import {
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  getNamedType,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { createInputs, type Inputs } from './generate-inputs.ts';
import { keyFieldNames } from './keys.ts';
import type { Operation } from './monolith.ts';
import type { Random } from './random.ts';

const mostAttempts = 20;

/**
 * A valid operation over the schema that clients see: aliases (also those that equal keys' names), fragments of all kinds, skip and
 * include, variables with and without defaults, several operations in one document, some introspection.
 * @param defers whether fragments may be deferred; the schema must know the directive then
 * @throws Error when no attempt is valid: a bug of the generator
 */
export const generateOperation = (
  schema: GraphQLSchema,
  random: Random,
  defers = false,
): Operation => firstValid(schema, () => writeOperation(schema, random, defers));

/** A valid subscription over the schema that clients see, with all that operations have. */
export const generateSubscription = (schema: GraphQLSchema, random: Random): Operation =>
  firstValid(schema, () => writeSubscription(schema, random));

type Written = Omit<Operation, 'document'> & { readonly text: string };

function firstValid(schema: GraphQLSchema, write: () => Written): Operation {
  let last = '';
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { text, ...written } = write();
    last = text;
    const document = parse(text, { noLocation: true });
    if (validate(schema, document).length === 0) return { ...written, document };
  }
  throw new Error(`No valid operation in ${mostAttempts} attempts, at last ${last}`);
}

type Writer = {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly inputs: Inputs;
  readonly fragments: Map<string, { readonly on: string; text: string }>;
  readonly defers: boolean;
  /** How many more fields the operation may have. */
  budget: number;
};

function newWriter(schema: GraphQLSchema, random: Random, defers: boolean): Writer {
  const inputs = createInputs(random, defers);
  return { schema, random, inputs, defers, fragments: new Map(), budget: 3 + random.int(16) };
}

function writeOperation(schema: GraphQLSchema, random: Random, defers: boolean): Written {
  const writer = newWriter(schema, random, defers);
  const mutation = schema.getMutationType();
  const root = mutation && random.chance(0.12) ? mutation : schema.getQueryType();
  if (!root) throw new Error('Every world has queries');
  const selections = writeSelections(writer, root, { depth: 5, named: new Map() });
  return writeDocument(writer, root === mutation ? 'mutation' : 'query', selections);
}

/** It has one field at its root, without a condition: what a subscription without any field is, nobody says. */
function writeSubscription(schema: GraphQLSchema, random: Random): Written {
  const writer = newWriter(schema, random, false);
  const root = schema.getSubscriptionType();
  if (!root) throw new Error('This world has no feeds');
  const { name, type } = random.pick(Object.values(root.getFields()));
  const inner = getNamedType(type);
  if (!isCompositeType(inner)) throw new Error('A feed tells of an entity');
  const alias = random.chance(0.3) ? `${random.pick([...keyFieldNames, 'x'])}: ` : '';
  const field = `${alias}${name} ${writeSelections(writer, inner, { depth: 4, named: new Map() })}`;
  const isInside = random.chance(0.2);
  return writeDocument(
    writer,
    'subscription',
    isInside ? `{ ... on ${root.name} { ${field} } }` : `{ ${field} }`,
  );
}

function writeDocument(
  { random, fragments, inputs }: Writer,
  kind: 'query' | 'mutation' | 'subscription',
  selections: string,
): Written {
  const parts = [...fragments].map(([name, { on, text }]) => `fragment ${name} on ${on} ${text}`);
  const named = random.chance(0.4);
  const other = named && random.chance(0.2) ? ['query Other { __typename }'] : [];
  const text = [
    `${kind} ${named ? 'Asked' : ''}${inputs.declarations()} ${selections}`,
    ...parts,
    ...other,
  ].join('\n');
  return { text, operationName: named ? 'Asked' : null, variables: inputs.values() };
}

/** What the response names of a selection set already mean, so that most operations come out valid. */
type Scope = { readonly depth: number; readonly named: Map<string, string> };

function writeSelections(writer: Writer, type: GraphQLCompositeType, scope: Scope): string {
  const count = 1 + writer.random.int(type.name === 'Query' ? 3 : 4);
  const parts: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const part = writeSelection(writer, type, scope);
    if (part !== null) parts.push(part);
  }
  return `{ ${parts.length > 0 ? parts.join(' ') : writeTypename(writer, type, scope)} }`;
}

function writeSelection(writer: Writer, type: GraphQLCompositeType, scope: Scope): string | null {
  const { random } = writer;
  if (random.chance(0.1)) return writeTypename(writer, type, scope);
  if (type.name === 'Query' && random.chance(0.02)) return writeIntrospection(writer);
  if (random.chance(fragmentChance(writer, type))) {
    return random.chance(0.3)
      ? writeSpread(writer, type, scope)
      : writeInlineFragment(writer, type, scope);
  }
  return writeField(writer, type, scope);
}

const fragmentChance = ({ defers }: Writer, type: GraphQLCompositeType): number =>
  isAbstractType(type) ? 0.6 : defers ? 0.35 : 0.15;

const writeTypename = ({ random }: Writer, type: GraphQLCompositeType, { named }: Scope) => {
  const name = random.chance(0.3) ? random.pick(['kind_', 'type', 'id']) : '__typename';
  return claim(named, name, `${type.name}|__typename`, 'String!')
    ? `${name === '__typename' ? '' : `${name}: `}__typename`
    : '__typename';
};

/** The schema by which deferred parts are checked has a field more in each type, so nobody asks for fields there. */
const writeIntrospection = ({ random, defers }: Writer) =>
  random.pick([
    '__schema { queryType { name } }',
    `__type(name: "Ant") { name ${defers ? 'kind' : 'fields { name type { kind name } }'} }`,
    'shape: __schema { types { name possibleTypes { name } } }',
  ]);

function writeField(writer: Writer, type: GraphQLCompositeType, scope: Scope): string | null {
  const { random, inputs } = writer;
  if (writer.budget <= 0 || !('getFields' in type)) return null;
  const fields = Object.values(type.getFields()).filter(
    (field) => scope.depth > 0 || isLeafType(getNamedType(field.type)),
  );
  if (fields.length === 0) return null;
  writer.budget -= 1;
  const field = random.pick(fields);
  const written = `${field.name}${inputs.writeArguments(field.args)}`;
  const name = nameField(writer, { type, field, written }, scope);
  if (name === null) return null;
  const alias = name === field.name ? '' : `${name}: `;
  const inner = getNamedType(field.type);
  const selections = isCompositeType(inner)
    ? ` ${writeSelections(writer, inner, { depth: scope.depth - 1, named: innerScope(scope, name) })}`
    : '';
  return `${alias}${written}${inputs.writeCondition()}${selections}`;
}

type Asked = {
  readonly type: GraphQLCompositeType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly written: string;
};

/** The response name: the field's own, a key's, another field's, or a new one. Null when all tried ones are taken. */
function nameField({ random }: Writer, { type, field, written }: Asked, { named }: Scope) {
  const others = 'getFields' in type ? Object.keys(type.getFields()) : [];
  const aliases = [
    random.pick(keyFieldNames),
    random.pick([...others, 'x']),
    `x${random.int(30)}`,
    ...(random.chance(0.03) ? ['__typename'] : []),
  ];
  const wanted = random.chance(0.3) ? [random.pick(aliases), field.name] : [field.name];
  const owner = isObjectType(type) && isLeafType(getNamedType(field.type)) ? type.name : '';
  return (
    [...wanted, `x${random.int(1000)}`].find((name) =>
      claim(named, name, `${owner}|${written}`, String(field.type)),
    ) ?? null
  );
}

/** Takes a response name, unless it means something else already. Leaves of one shape may differ between object types. */
function claim(named: Map<string, string>, name: string, what: string, shape: string): boolean {
  const [owner = ''] = what.split('|');
  const known = named.get(name);
  if (known !== undefined && known !== `${what}|${shape}`) {
    const [knownOwner = '', ...rest] = known.split('|');
    const knownShape = rest.at(-1);
    const disjoint = owner !== '' && knownOwner !== '' && owner !== knownOwner;
    if (!disjoint || knownShape !== shape) return false;
  }
  named.set(name, `${what}|${shape}`);
  return true;
}

/** The scope below a response name is one, however often and in whatever fragment it is written. */
const innerScopes = new WeakMap<Map<string, string>, Map<string, Map<string, string>>>();
function innerScope({ named }: Scope, name: string): Map<string, string> {
  const scopes = innerScopes.get(named) ?? new Map<string, Map<string, string>>();
  innerScopes.set(named, scopes);
  const scope = scopes.get(name) ?? new Map<string, string>();
  scopes.set(name, scope);
  return scope;
}

function writeInlineFragment(writer: Writer, type: GraphQLCompositeType, scope: Scope) {
  const { random, inputs } = writer;
  const target = random.chance(0.15) ? type : narrowed(writer, type);
  const condition = target === type && random.chance(0.5) ? '' : ` on ${target.name}`;
  const deeper = { ...scope, depth: scope.depth };
  writer.budget -= 1;
  if (writer.budget <= 0) return null;
  return `...${condition}${inputs.writeCondition()}${inputs.writeDefer()} ${writeSelections(writer, target, deeper)}`;
}

/** Another type that some of the type's objects also are. */
function narrowed({ schema, random }: Writer, type: GraphQLCompositeType): GraphQLCompositeType {
  const possible: readonly GraphQLObjectType[] = isObjectType(type)
    ? [type]
    : schema.getPossibleTypes(type);
  const object = random.pick(possible);
  const wider = [
    ...object.getInterfaces(),
    ...Object.values(schema.getTypeMap()).filter(
      (other) =>
        isAbstractType(other) && !isInterfaceType(other) && schema.isSubType(other, object),
    ),
  ].filter(isCompositeType);
  return random.chance(0.7) || wider.length === 0 ? object : random.pick(wider);
}

function writeSpread(writer: Writer, type: GraphQLCompositeType, scope: Scope): string | null {
  const { random, inputs, fragments } = writer;
  const known = [...fragments].filter(([, { on, text }]) => on === type.name && text !== '');
  const [name] = known.length > 0 && random.chance(0.6) ? random.pick(known) : [null];
  if (name !== null) return `...${name}${inputs.writeCondition()}${inputs.writeDefer()}`;
  if (writer.budget <= 1) return null;
  const fresh = `Part${fragments.size}`;
  const target = narrowed(writer, type);
  const fragment = { on: target.name, text: '' };
  fragments.set(fresh, fragment);
  fragment.text = writeSelections(writer, target, scope);
  return `...${fresh}${inputs.writeCondition()}${inputs.writeDefer()}`;
}
