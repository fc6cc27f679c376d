import { isRequiredArgument, type GraphQLArgument } from 'graphql';
import type { Random } from './random.ts';

/** Arguments and conditions of one operation, and the variables that they use. */
export type Inputs = {
  readonly writeArguments: (args: readonly GraphQLArgument[]) => string;
  /** @skip or @include, mostly none. */
  readonly writeCondition: () => string;
  /** @defer on a fragment: often, where fragments may be deferred at all. */
  readonly writeDefer: () => string;
  readonly declarations: () => string;
  readonly values: () => Record<string, unknown>;
};

type Variable = {
  readonly name: string;
  readonly type: string;
  readonly byDefault: string | null;
  /** Undefined: the client leaves it out. */
  readonly value: unknown;
};

export function createInputs(random: Random, defers: boolean): Inputs {
  const variables: Variable[] = [];
  const variableOf = (type: string): string => {
    const known = variables.filter((variable) => variable.type === type);
    if (known.length > 0 && random.chance(0.4)) return `$${random.pick(known).name}`;
    const variable = newVariable(random, `v${variables.length}`, type);
    variables.push(variable);
    return `$${variable.name}`;
  };
  let labels = 0;
  const writeValue = (type: string): string => {
    if (random.chance(0.4)) return variableOf(type);
    return random.pick(literals[type] ?? ['null']);
  };
  return {
    writeArguments: (args) => {
      const given = args.filter((arg) => isRequiredArgument(arg) || random.chance(0.6));
      const written = given.map((arg) => `${arg.name}: ${writeValue(String(arg.type))}`);
      const list = written.length > 0 ? `(${written.join(', ')})` : '';
      return list.replaceAll('%', () => variableOf('Int'));
    },
    writeCondition: () => {
      if (random.chance(0.88)) return '';
      const value = random.chance(0.6) ? variableOf('Boolean!') : random.pick(['true', 'false']);
      return ` @${random.pick(['skip', 'include'])}(if: ${value})`;
    },
    writeDefer: () => {
      if (!defers || random.chance(0.3)) return '';
      const label = random.chance(0.5) ? [`label: "part ${labels++}"`] : [];
      const value = random.chance(0.6) ? variableOf('Boolean!') : random.pick(['true', 'false']);
      const given = [...label, ...(random.chance(0.25) ? [`if: ${value}`] : [])];
      return ` @defer${given.length > 0 ? `(${given.join(', ')})` : ''}`;
    },
    declarations: () => {
      const declared = variables.map(
        ({ name, type, byDefault }) => `$${name}: ${type}${byDefault ? ` = ${byDefault}` : ''}`,
      );
      return declared.length > 0 ? `(${declared.join(', ')})` : '';
    },
    values: () =>
      Object.fromEntries(
        variables
          .filter(({ value }) => value !== undefined)
          .map(({ name, value }) => [name, value]),
      ),
  };
}

function newVariable(random: Random, name: string, type: string): Variable {
  const required = type.endsWith('!');
  const byDefault = random.chance(0.3) ? random.pick(defaults[type] ?? []) : null;
  const values = valuesOf[type] ?? [];
  const omitted = (!required || byDefault !== null) && random.chance(0.3);
  return { name, type, byDefault, value: omitted ? undefined : random.pick(values) };
}

/** `%` becomes a variable. */
const literals: Readonly<Record<string, readonly string[]>> = {
  Int: ['0', '7', '-1', 'null'],
  'Color!': ['RED', 'BLUE'],
  Filter: [
    '{}',
    '{ from: 0 }',
    '{ color: null, list: [] }',
    '{ deep: { from: % }, list: [1, %] }',
    'null',
  ],
  '[Int!]': ['[]', '[0, 5]', '4', 'null'],
  Boolean: ['true', 'false', 'null'],
};

const defaults: Readonly<Record<string, readonly string[]>> = {
  Int: ['0', '9', 'null'],
  'Color!': ['GREEN'],
  Filter: ['{ from: 2 }', '{}'],
  '[Int!]': ['[]', '[8]'],
  Boolean: ['false'],
  'Boolean!': ['true', 'false'],
};

const valuesOf: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 7, 41, null],
  'Color!': ['RED', 'GREEN'],
  Filter: [{}, { from: 3 }, { color: 'BLUE', deep: { list: [1] } }, null],
  '[Int!]': [[], [1, 2], 6, null],
  Boolean: [true, false, null],
  'Boolean!': [true, false],
};
