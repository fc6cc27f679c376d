import { describe, expect, it } from '@jest/globals';
import { encodeCursor, readPage, type SortKeyPart } from '../src/graphql/connection.ts';

const id = '0190f0a0-0000-7000-8000-000000000000';
const read = (sortKey: readonly SortKeyPart[], ...parts: string[]) =>
  readPage({ after: encodeCursor(parts) }, sortKey).after;

describe('a cursor', () => {
  it('is what the list it comes from is sorted by', () => {
    expect(read(['day', 'place', 'id'], '9999-12-31', '2147483647', id)).toEqual([
      '9999-12-31',
      '2147483647',
      id,
    ]);
    expect(read(['instant', 'id'], '2026-02-28T23:59:59.999Z', id)).toHaveLength(2);
    expect(read(['text', 'id'], 'ärger & söhne', id)).toHaveLength(2);
    expect(readPage({ first: null, after: '' }, ['id'])).toEqual({ first: 50, after: null });
  });

  it.each<[SortKeyPart, string]>([
    ['day', '2026-02-29'],
    ['day', '2026-02-28T00:00:00.000Z'],
    ['id', 'x'],
    ['id', id.toUpperCase()],
    ['instant', '2026-02-28'],
    ['instant', '+275760-09-13T00:00:00.000Z'],
    ['place', '2147483648'],
    ['place', '-1'],
    ['text', 'a\u0000b'],
  ])('is refused before it reaches the database when its %s is %j', (part, text) => {
    expect(() => read([part], text)).toThrow('after is not a cursor of this list.');
  });

  it('is refused when it is of another list, or none', () => {
    expect(() => read(['day', 'id'], '2026-02-28')).toThrow('not a cursor');
    expect(() => readPage({ after: 'x' }, ['id'])).toThrow('not a cursor');
  });
});
