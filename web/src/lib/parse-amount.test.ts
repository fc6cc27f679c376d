import { describe, expect, it } from '@jest/globals';
import { currencyCodes } from '@finflow/shared/currencies';
import { amountLike, explainAmount, parseAmount, readAmount } from './parse-amount.ts';

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
    ['1’234.50', 123450n],
    ['€1,234.50', 123450n],
    ['1.234,50 €', 123450n],
    ['EUR 1,234.50', 123450n],
    ['5\u00a0eur', 500n],
    ['-€5', -500n],
    ['€-5', -500n],
  ])('reads %s', (typed, minor) => {
    expect(parseAmount(typed, 'EUR')).toBe(minor);
  });

  it.each([
    '',
    'ten',
    '1.234',
    '1.2.3',
    '12,34,5',
    '1e3',
    '--1',
    '-€-5',
    '5.001',
    '.',
    '€',
    '1,2345.00',
    '1'.repeat(17),
    '€5€',
    '$5',
    'USD 5',
    '(5)',
    '½',
    '٣',
  ])('refuses %j', (typed) => {
    expect(parseAmount(typed, 'EUR')).toBeNull();
  });

  it('follows the currency’s decimals', () => {
    expect(parseAmount('1500', 'JPY')).toBe(1500n);
    expect(parseAmount('15.5', 'JPY')).toBeNull();
    expect(parseAmount('1.234', 'KWD')).toBe(1234n);
    expect(parseAmount('0,234', 'KWD')).toBe(234n);
    expect(parseAmount('1,234.500', 'KWD')).toBe(1_234_500n);
  });

  it('takes the sign that the currency has at home', () => {
    expect(parseAmount('$1,234.50', 'CAD')).toBe(123450n);
    expect(parseAmount('CA$1,234.50', 'CAD')).toBe(123450n);
    expect(parseAmount('US$5', 'CAD')).toBeNull();
    expect(parseAmount('￥1500', 'JPY')).toBe(1500n);
    expect(parseAmount('120 kr', 'SEK')).toBe(12000n);
  });

  it.each(currencyCodes)('reads the example that forms of %s give', (currency) => {
    expect(parseAmount(amountLike(currency), currency)).not.toBeNull();
    expect(parseAmount(`${currency} ${amountLike(currency)}`, currency)).not.toBeNull();
  });
});

describe('what can’t be read', () => {
  it.each([
    ['$5', 'EUR', 'The field is in EUR.'],
    ['5 GBP', 'EUR', 'The field is in EUR.'],
    ['1.234', 'EUR', 'EUR has 2 decimals at most.'],
    ['15.5', 'JPY', 'JPY has no decimals.'],
    ['1,234', 'KWD', '“1,234” may be 1234 or 1.234.'],
    ['1'.repeat(17), 'EUR', 'An amount has at most 18 digits.'],
    ['ten', 'EUR', ''],
  ])('says of %s in %s why', (typed, currency, reason) => {
    expect(readAmount(typed, currency)).toEqual({ reason });
    const said = [reason, 'Enter an amount.'].filter(Boolean).join(' ');
    expect(explainAmount(typed, currency, 'Enter an amount.')).toBe(said);
  });

  it('is not explained where it was read: what is wrong then is something else', () => {
    expect(explainAmount('-5', 'EUR', 'Enter an amount above zero.')).toBe(
      'Enter an amount above zero.',
    );
  });
});
