import { describe, expect, it } from '@jest/globals';
import { parseAmount } from './parse-amount.ts';

describe('parseAmount', () => {
  it.each([
    ['1234.5', 123450n],
    ['1,234.50', 123450n],
    ['1.234,50', 123450n],
    ['1 234,5', 123450n],
    ['12,5', 1250n],
    ['1,234', 123400n],
    ['1,234,567', 123456700n],
    ['1.234.567', 123456700n],
    ['0.05', 5n],
    ['.5', 50n],
    ['-3', -300n],
    ['9007199254740993.01', 900719925474099301n],
    ['１２，５', 1250n],
    ['\u221212', -1200n],
    ['1\u202f234,50', 123450n],
  ])('reads %s', (typed, minor) => {
    expect(parseAmount(typed, 2)).toBe(minor);
  });

  it.each([
    '',
    'ten',
    '1.234',
    '1.2.3',
    '12,34,5',
    '1e3',
    '--1',
    '5.001',
    '.',
    '1,2345.00',
    '1'.repeat(17),
    '€5',
    '½',
    '٣',
  ])('refuses %j', (typed) => {
    expect(parseAmount(typed, 2)).toBeNull();
  });

  it('follows the currency’s decimals', () => {
    expect(parseAmount('1500', 0)).toBe(1500n);
    expect(parseAmount('15.5', 0)).toBeNull();
    expect(parseAmount('1.234', 3)).toBe(1234n);
  });
});
