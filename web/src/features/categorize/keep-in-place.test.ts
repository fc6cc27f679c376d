import { describe, expect, it } from '@jest/globals';
import { keepInPlace } from './keep-in-place.ts';

const rowsOf = (ids: string) => ids.split('').map((id) => ({ id }));
const kept = (now: string, one: string, before: string) =>
  keepInPlace(rowsOf(now), one ? { id: one } : undefined, rowsOf(before))
    .map(({ id }) => id)
    .join('');

describe('the row at hand', () => {
  it.each([
    { what: 'stays between its neighbours', now: 'ac', one: 'b', before: 'abc', after: 'abc' },
    { what: 'stays first', now: 'bc', one: 'a', before: 'abc', after: 'abc' },
    { what: 'stays last', now: 'ab', one: 'c', before: 'abc', after: 'abc' },
    { what: 'stays alone', now: '', one: 'a', before: 'a', after: 'a' },
    {
      what: 'goes below the nearest row that is still there',
      now: 'ad',
      one: 'c',
      before: 'abcd',
      after: 'acd',
    },
    {
      what: 'leaves room above for what is new',
      now: 'xac',
      one: 'b',
      before: 'abc',
      after: 'xabc',
    },
    { what: 'is not shown twice', now: 'abc', one: 'b', before: 'abc', after: 'abc' },
    { what: 'is not invented', now: 'ab', one: 'z', before: 'ab', after: 'ab' },
    { what: 'may be none', now: 'ab', one: '', before: 'abc', after: 'ab' },
  ])('$what', ({ now, one, before, after }) => {
    expect(kept(now, one, before)).toBe(after);
    expect(kept(now, one, after)).toBe(after);
  });
});
