import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createDocumentStore } from '../src/document-store.ts';

const document = (characters: number) => parse(`{ a }${' '.repeat(characters - 5)}`);

it('keeps what was asked for last, as far as the texts are not too long together', async () => {
  const store = createDocumentStore(100);
  const [first, second, third] = [document(40), document(50), document(40)];
  await store.set('first', first);
  await store.set('second', second);
  expect(await store.get('first')).toBe(first);
  await store.set('third', third);
  expect(await store.get('first')).toBe(first);
  expect(await store.get('second')).toBeUndefined();
  expect(await store.get('third')).toBe(third);
});

it('keeps no text that is too long by itself, and forgets what it is told to', async () => {
  const store = createDocumentStore(100);
  await store.set('long', document(101));
  await store.set('short', document(10));
  await store.delete('short');
  expect([await store.get('long'), await store.get('short')]).toEqual([undefined, undefined]);
});
