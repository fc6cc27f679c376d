import type { FetchDataRewrite } from '@apollo/query-planner';
import { isAbstractType, type GraphQLSchema } from 'graphql';
import { isData, type Data } from './data.ts';

/** Changes an object in place. */
export type Rewrite = (value: unknown) => void;

const fragmentPrefix = '... on ';

/**
 * Compiles what the planner wants changed in representations (`inputRewrites`) or in an answer (`outputRewrites`, where fields that
 * conflict were aliased). Any value that came is renamed, also 0, false and "".
 */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  schema: GraphQLSchema,
): Rewrite | null {
  if (!rewrites || rewrites.length === 0) return null;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, schema));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, schema: GraphQLSchema): Rewrite {
  const name = rewrite.path.at(-1);
  if (name === undefined) throw new Error('A rewrite has a path');
  const change =
    rewrite.kind === 'ValueSetter'
      ? (data: Data) => {
          data[name] = rewrite.setValueTo;
        }
      : (data: Data) => {
          if (data[name] === undefined) return;
          data[rewrite.renameKeyTo] = data[name];
          data[name] = undefined;
        };
  return rewrite.path
    .slice(0, -1)
    .reduceRight<Rewrite>((next, element) => compileStep(element, next, schema), onEach(change));
}

function compileStep(element: string, next: Rewrite, schema: GraphQLSchema): Rewrite {
  if (!element.startsWith(fragmentPrefix)) return onEach((data) => next(data[element]));
  const types = namesOfType(element.slice(fragmentPrefix.length), schema);
  return onEach((data) => {
    const name = data['__typename'];
    if (typeof name !== 'string' || types.has(name)) next(data);
  });
}

const onEach = (change: (data: Data) => void): Rewrite => {
  const each: Rewrite = (value) => {
    if (Array.isArray(value)) for (const item of value) each(item);
    else if (isData(value)) change(value);
  };
  return each;
};

/** The names that `__typename` may have where a fragment on the type applies. */
export function namesOfType(name: string, schema: GraphQLSchema): ReadonlySet<string> {
  const type = schema.getType(name);
  if (!isAbstractType(type)) return new Set([name]);
  const { interfaces } =
    'getInterfaces' in type ? schema.getImplementations(type) : { interfaces: [] };
  return new Set([
    name,
    ...interfaces.map((subtype) => subtype.name),
    ...schema.getPossibleTypes(type).map((subtype) => subtype.name),
  ]);
}

/** The names that a fetch gives back under another name, as they stand in paths of its errors. */
export const renamedKeys = (
  rewrites: readonly FetchDataRewrite[] | undefined,
): ReadonlyMap<string, string> =>
  new Map(
    (rewrites ?? []).flatMap((rewrite) => {
      const name = rewrite.path.at(-1);
      return rewrite.kind === 'KeyRenamer' && name !== undefined
        ? [[name, rewrite.renameKeyTo]]
        : [];
    }),
  );
