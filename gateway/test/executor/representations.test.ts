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
const values = fc.record({ a: value, b: value });

it.each([
  ['a key of two fields', byBoth],
  ['a key of one field', byOne],
])(
  'takes two entities of a type for one exactly when they are told in the same way: %s',
  (_key, { identityOf, represent }) => {
    fc.assert(
      fc.property(typeName, values, values, (__typename, one, other) => {
        const [first, second] = [one, other].map((own) => ({ __typename, ...own }));
        if (!first || !second) throw new Error('There are two');
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
