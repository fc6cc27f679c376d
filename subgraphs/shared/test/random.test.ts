import { expect, it } from '@jest/globals';
import { isId, newId } from '../src/ids.ts';
import { randomPart } from '../src/random.ts';

it('gives each part once, also across a refill, and never a buffer that changes later', () => {
  const parts = Array.from({ length: 2_000 }, () => randomPart(16));
  const before = parts.map((part) => part.toString('hex'));
  for (let count = 0; count < 2_000; count += 1) randomPart(64);
  expect(parts.map((part) => part.toString('hex'))).toEqual(before);
  expect(new Set(before).size).toBe(2_000);
  expect(before).not.toContain('0'.repeat(32));
});

it('makes ids that are ids, sorted by time', () => {
  const ids = Array.from({ length: 500 }, (_, index) => newId(1_700_000_000_000 + index));
  expect(ids.every(isId)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});
