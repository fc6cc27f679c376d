/**
 * Runs random operations of one room's schema by graphql-js and by the compiled execution, and compares the answers:
 *
 *   node subgraphs/local/test/execution/compare.ts accounting 300
 *
 * A process of its own, because graphql-js leaves rejections unhandled where a list fails at once and one of its items later.
 * Prints the first difference with its seed and ends with 1; prints how many had data when there is none.
 */
import { isDeepStrictEqual } from 'node:util';
import { setImmediate as turn } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { enforceAuthorization } from '@finflow/shared/graphql/authorization';
import { compileOperation } from '@finflow/shared/graphql/execution/compile-operation';
import { scalarResolvers } from '@finflow/shared/graphql/scalars';
import { newUser } from '@finflow/shared/testing/viewers';
import { anonymous, type Viewer } from '@finflow/shared/viewer';
import {
  execute,
  getOperationAST,
  isScalarType,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { chance } from './chance.ts';
import { randomOperation } from './random-operation.ts';
import { resolveAtRandom } from './random-resolvers.ts';

const [room = '', runs = '0'] = process.argv.slice(2);

const viewers: readonly Viewer[] = [anonymous, newUser({ organizationId: null })];

let unhandled = 0;
process.on('unhandledRejection', () => {
  unhandled += 1;
});
let withData = 0;
for (let run = 0; run < Number(runs); run += 1) withData += await compare(`${room} ${run}`);
process.stdout.write(String(withData));

/** 1 when the answer had data. */
async function compare(seed: string): Promise<number> {
  const dice = chance(seed);
  const schema = roomSchema(seed);
  const { query, variables } = randomOperation(schema, dice);
  const document = parse(query);
  const operation = getOperationAST(document);
  const problems = validate(schema, document);
  if (problems.length > 0 || !operation)
    throw new Error(`${seed}: ${problems.join('\n')}\n${query}`);
  const contextValue = { viewer: dice.pick(viewers) };
  const expected = await execute({ schema, document, contextValue, variableValues: variables });
  await turn();
  unhandled = 0;
  const compiled = compileOperation(schema, document, operation);
  for (const time of ['first', 'second']) {
    const answer = await compiled(contextValue, variables);
    await turn();
    const [given, wanted] = [seen(answer), seen(expected)];
    if (unhandled === 0 && !differ(given, wanted)) continue;
    const found = { seed, time, unhandled, given, wanted };
    process.stdout.write(
      `${JSON.stringify(found, null, 1)}\n${query}\n${JSON.stringify(variables)}\n`,
    );
    process.exit(1);
  }
  return expected.data ? 1 : 0;
}

/** The room's own schema and rights, with resolvers that give whatever the seed says. */
function roomSchema(seed: string): GraphQLSchema {
  const text = readFileSync(`${import.meta.dirname}/../../../${room}/schema.graphql`, 'utf8');
  const schema = buildSubgraphSchema([{ typeDefs: parse(text) }]);
  for (const type of Object.values(schema.getTypeMap())) {
    const known = Object.entries(scalarResolvers).find(([name]) => name === type.name)?.[1];
    if (isScalarType(type) && known) {
      Object.assign(type, { parseValue: known.parseValue, parseLiteral: known.parseLiteral });
    }
  }
  resolveAtRandom(schema, seed);
  return enforceAuthorization(schema);
}

/**
 * What a client would see. Of a place that became null for several reasons, one is told and others may be: which are in time differs, also
 * between two runs of graphql-js. Such a place counts once, one with a single reason with all that is told of it.
 */
function seen({ data, errors = [] }: ExecutionResult) {
  const answered = JSON.parse(JSON.stringify(data ?? null)) as unknown;
  const reasons = Map.groupBy(errors, ({ path = [] }) => nulledPlace(answered, path));
  const nulled = [...reasons].map(([place, told]) => {
    const [{ path, locations, extensions } = {}] = told;
    return told.length > 1 ? { place } : { place, path, locations, code: extensions?.['code'] };
  });
  return { hasData: data !== undefined, data: answered, nulled };
}

/** The place nearest to the root that is null on the way to the error. */
function nulledPlace(data: unknown, path: readonly (string | number)[]): string {
  let value = data;
  for (const [at, key] of path.entries()) {
    if (value === null || typeof value !== 'object') return path.slice(0, at).join('.');
    value = (value as Record<string, unknown>)[key];
  }
  return path.join('.');
}

/** Places that one side explains by one error and the other by more are equal when they are the same place. */
function differ(given: ReturnType<typeof seen>, wanted: ReturnType<typeof seen>): boolean {
  if (given.hasData !== wanted.hasData || !isDeepStrictEqual(given.data, wanted.data)) return true;
  const places = new Map(wanted.nulled.map((nulled) => [nulled.place, nulled]));
  if (places.size !== given.nulled.length) return true;
  return given.nulled.some((nulled) => {
    const other = places.get(nulled.place);
    if (!other) return true;
    return 'path' in nulled && 'path' in other && !isDeepStrictEqual(nulled, other);
  });
}
