import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import fc from 'fast-check';
import { compileRepresentation } from '../../src/executor/representations.ts';

const schema = buildSchema(
  'interface Thing { a: String b: String } type One implements Thing { a: String b: String } type Two implements Thing { a: String b: String } type Query { one: One }',
);
const field = (name: string) => ({ kind: 'Field', name }) as const;
const byBoth = compileRepresentation(
  [
    {
      kind: 'InlineFragment',
      typeCondition: 'One',
      selections: ['__typename', 'a', 'b'].map(field),
    },
    {
      kind: 'InlineFragment',
      typeCondition: 'Two',
      selections: ['a', '__typename', 'b'].map(field),
    },
  ],
  schema,
);
const byOne = compileRepresentation(
  [{ kind: 'InlineFragment', typeCondition: 'One', selections: ['__typename', 'a'].map(field) }],
  schema,
);

// Few letters, and those that stand in identities themselves: so that two of them are often nearly the same.
const text = fc.string({ unit: fc.constantFrom('1', ':', ',', '"', '[', ']', '\0'), maxLength: 6 });
const value = fc.oneof(
  text,
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 2 }),
  fc.array(text, { maxLength: 2 }).map((list) => JSON.stringify(list)),
  fc.array(text, { maxLength: 2 }).map((list) => `\0${JSON.stringify(list)}`),
);
const typeName = fc.constantFrom('One', 'Two');
type Values = { readonly a: unknown; readonly b: unknown };
const values: fc.Arbitrary<Values> = fc.record({ a: value, b: value });

/** Two that have nothing to do with each other, and two that would be one if nobody looked where a value ends, or of what type it is. */
const pair: fc.Arbitrary<readonly [Values, Values]> = fc.oneof(
  fc.tuple(values, values),
  fc
    .tuple(text, fc.nat(6), fc.nat(6))
    .map(([all, one, other]): [Values, Values] => [cut(all, one), cut(all, other)]),
  values.map(({ a, b }): [Values, Values] => [
    { a, b },
    { a: String(a), b },
  ]),
);

const cut = (all: string, at: number): Values => ({ a: all.slice(0, at), b: all.slice(at) });

it.each([
  ['a key of two fields', byBoth],
  ['a key of one field', byOne],
])(
  'takes two entities of a type for one exactly when they are told in the same way: %s',
  (_key, { identityOf, represent }) => {
    fc.assert(
      fc.property(typeName, pair, (__typename, [one, other]) => {
        const [first, second] = [
          { __typename, ...one },
          { __typename, ...other },
        ];
        const identify = identityOf(__typename);
        const isSame = JSON.stringify(represent(first)) === JSON.stringify(represent(second));
        expect(Object.is(identify(first), identify(second))).toBe(isSame);
      }),
      { numRuns: 3_000, seed: 7 },
    );
  },
);

it('has nothing to ask about what lacks a key', () => {
  expect(byBoth.identityOf('One')({ __typename: 'One', a: 'x' })).toBeUndefined();
  expect(byOne.identityOf('One')({ __typename: 'One', b: 'x' })).toBeUndefined();
  expect(byBoth.identityOf('One')({ __typename: 'One', a: 'x', b: null })).toBeDefined();
});
