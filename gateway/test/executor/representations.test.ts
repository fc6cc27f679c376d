import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import fc from 'fast-check';
import { compileRepresentation } from '../../src/executor/representations.ts';

const schema = buildSchema(
  'interface Thing { a: String b: String } type One implements Thing { a: String b: String } type Two implements Thing { a: String b: String } type Query { one: One }',
);
const { identify, represent } = compileRepresentation(
  [
    {
      kind: 'InlineFragment',
      typeCondition: 'One',
      selections: ['__typename', 'a', 'b'].map((name) => ({ kind: 'Field', name })),
    },
    {
      kind: 'InlineFragment',
      typeCondition: 'Two',
      selections: ['a', '__typename', 'b'].map((name) => ({ kind: 'Field', name })),
    },
  ],
  schema,
);

// Few letters, and those that stand in identities themselves: so that two of them are often nearly the same.
const text = fc.string({ unit: fc.constantFrom('1', ':', ',', '"', '|', 'O'), maxLength: 6 });
const value = fc.oneof(
  text,
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.constant(null),
  fc.array(text),
);
const entity = fc.record({ __typename: fc.constantFrom('One', 'Two'), a: value, b: value });

it('takes two entities for one exactly when they are told to a subgraph in the same way', () => {
  fc.assert(
    fc.property(entity, entity, (one, other) => {
      const isSame = JSON.stringify(represent(one)) === JSON.stringify(represent(other));
      expect(identify(one) === identify(other)).toBe(isSame);
    }),
    { numRuns: 2_000, seed: 7 },
  );
});

it('has nothing to ask about what lacks a key', () => {
  expect(identify({ __typename: 'One', a: 'x' })).toBeNull();
  expect(identify({ a: 'x', b: 'y' })).toBeNull();
  expect(identify({ __typename: 'One', a: 'x', b: null })).not.toBeNull();
});
