import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { merge, type Data } from '../../src/executor/data.ts';

const schema = buildSchema(`
  interface Animal { id: ID }
  type Bee implements Animal { id: ID }
  type Query { animal: Animal }
`);

const merged = (target: Data, source: Data) => {
  merge(target, source, schema);
  return target;
};

// Whose answer came last decided of what type an object was, and so what else was asked of it.
it.each([
  ['an object', (__typename: string) => ({ animal: { __typename } })],
  ['objects of a list', (__typename: string) => ({ animals: [null, { __typename }] })],
])('knows the type of %s, in whatever order subgraphs answer', (_, told) => {
  expect(merged(told('Bee'), told('Animal'))).toEqual(told('Bee'));
  expect(merged(told('Animal'), told('Bee'))).toEqual(told('Bee'));
  expect(merged({}, told('Animal'))).toEqual(told('Animal'));
});

it('takes a value for null, and no null for a value', () => {
  expect(merged({ a: null, b: 0 }, { a: false, b: null, c: undefined })).toEqual({
    a: false,
    b: 0,
  });
});
