import { expect, it } from '@jest/globals';
import { withinTime } from '../../src/executor/within-time.ts';

const endless = (): object => {
  for (;;);
};

it('gives what the work gives, and throws what it throws', () => {
  const made = {};
  expect(withinTime(60_000, () => made)).toBe(made);
  const problem = new Error('no plan');
  expect(() =>
    withinTime(60_000, () => {
      throw problem;
    }),
  ).toThrow(problem);
});

it('ends work that would never end, and goes on working after it', () => {
  expect(() => withinTime(20, endless)).toThrow(
    expect.objectContaining({ extensions: { code: 'DEADLINE_EXCEEDED' } }),
  );
  expect(withinTime(60_000, () => [1])).toEqual([1]);
});

it('may be called by work of its own', () => {
  expect(withinTime(60_000, () => [withinTime(60_000, () => ({ inner: 1 }))])).toEqual([
    { inner: 1 },
  ]);
});
