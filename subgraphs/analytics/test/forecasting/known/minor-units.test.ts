import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toMinor, toMinorParts } from '../../../src/forecasting/known/minor-units.ts';

describe('the way from statistics back to money', () => {
  it('rounds to the nearest minor unit', () => {
    expect([1.4, 1.6, -1.4, -1.6, 0].map(toMinor)).toEqual([1n, 2n, -1n, -2n, 0n]);
  });

  it('refuses what is no number', () => {
    expect(() => toMinor(Number.NaN)).toThrow(RangeError);
    expect(() => toMinorParts([1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it('keeps the sum of parts, each within one of its own', () => {
    const amounts = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), {
      maxLength: 20,
      size: 'max',
    });
    fc.assert(
      fc.property(amounts, (parts) => {
        const rounded = toMinorParts(parts);
        const total = toMinor(parts.reduce((sum, part) => sum + part, 0));
        expect(rounded.reduce((sum, part) => sum + part, 0n)).toBe(total);
        rounded.forEach((part, index) => {
          expect(Math.abs(Number(part) - (parts[index] ?? 0))).toBeLessThan(1.001);
        });
      }),
    );
  });

  it('keeps the sum where floats are coarser than a minor unit', () => {
    const parts = [9e17, 1e17 / 3, -7e16];
    const total = toMinor(parts.reduce((sum, part) => sum + part, 0));
    expect(toMinorParts(parts).reduce((sum, part) => sum + part, 0n)).toBe(total);
  });
});
