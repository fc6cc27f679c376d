import { newId } from '@finflow/shared/ids';
import { newUser, payerOf } from '@finflow/shared/testing/viewers';
import { anonymous, type Viewer } from '@finflow/shared/viewer';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';
import { Supergraph } from '@apollo/federation-internals';
import { executableSupergraph } from '../../src/supergraph/executable-supergraph.ts';
import { createRandom, type Random } from '../fuzz/random.ts';
import { composed, openGuardedHouse, scopes } from './guarded-house.ts';

type House = Awaited<ReturnType<typeof openGuardedHouse>>;
let gated: House;
let open: House;
let schema: GraphQLSchema;
beforeAll(async () => {
  [gated, open] = await Promise.all([openGuardedHouse(true), openGuardedHouse(false)]);
  schema = Supergraph.build(executableSupergraph(composed())).apiSchema().toGraphQLJSSchema();
});
afterAll(() => Promise.all([gated.stop(), open.stop()]));

const viewers: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant(anonymous),
  fc.constant(payerOf(newId())),
  fc.subarray(scopes).map((held) => newUser({ scopes: held })),
);

/** A random selection of the type, of at most so many levels. Never empty. */
function selection(type: GraphQLCompositeType, levels: number, random: Random): string {
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .filter(() => random.chance(0.7))
      .map((object) => `... on ${object.name} { ${selection(object, levels, random)} }`);
    const shared = 'getFields' in type && random.chance(0.5) ? fieldsOf(type, levels, random) : '';
    return `__typename ${shared} ${parts.join(' ')}`;
  }
  return fieldsOf(type, levels, random) || '__typename';
}

function fieldsOf(type: GraphQLCompositeType, levels: number, random: Random): string {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  return fields
    .filter(() => random.chance(0.5))
    .flatMap(({ name, type: given }) => {
      const inner = getNamedType(given);
      const alias = random.chance(0.2) ? `a_${name}: ` : '';
      if (!isCompositeType(inner)) return [`${alias}${name}`];
      return levels > 0 ? [`${alias}${name} { ${selection(inner, levels - 1, random)} }`] : [];
    })
    .join(' ');
}

const operations = fc.integer().map((seed) => {
  const random = createRandom(seed);
  const root = schema.getQueryType();
  if (!isObjectType(root)) throw new Error('There are queries');
  return `{ ${selection(root, 3, random)} }`;
});

/** Equal, or hidden a level further up: a subgraph that may not even tell an entity's key gives nothing of it. */
function tellsNoMore(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, i) => tellsNoMore(value, other[i]));
  }
  if (isRecord(one) && isRecord(other)) {
    return Object.entries(one).every(([name, value]) => tellsNoMore(value, other[name]));
  }
  return one === other || (other === null && tellsNothing(one));
}

const tellsNothing = (value: unknown): boolean =>
  isRecord(value)
    ? Object.entries(value).every(([name, held]) => name === '__typename' || tellsNothing(held))
    : value === null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe('a gateway with gates', () => {
  it('answers what the subgraphs alone would, and asks none of them for what it would not give', async () => {
    await fc.assert(
      fc.asyncProperty(viewers, operations, async (viewer, query) => {
        const [mine, theirs] = await Promise.all([
          gated.ask(query, viewer),
          open.ask(query, viewer),
        ]);
        expect(mine.deniedFields).toEqual([]);
        const agree = tellsNoMore(mine.data, theirs.data);
        expect({ agree, mine: mine.data, theirs: theirs.data }).toMatchObject({ agree: true });
        expect(new Set(mine.codes)).toEqual(new Set(theirs.codes));
      }),
      { numRuns: 60 },
    );
  });

  it('is needed for that: without gates subgraphs are asked for what they deny', async () => {
    const { deniedFields } = await open.ask('{ secret items { tax } }', anonymous);
    expect(deniedFields).toContain('Query.secret');
    expect(deniedFields).toContain('Item.price');
  });

  it('tells a caller of a denied field at its place, and gives him the rest', async () => {
    const { data, codes } = await gated.ask(
      '{ secret open item { title price } }',
      newUser({ scopes: [] }),
    );
    expect(data).toEqual({ secret: null, open: 'o', item: { title: 't3', price: null } });
    expect(codes).toEqual(['FORBIDDEN']);
  });
});
