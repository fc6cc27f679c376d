import { describe, expect, it } from '@jest/globals';
import { formatDate, formatMonth, localDateIn } from './format-date.ts';
import { formatMoney, formatMoneyShort, fromMinor, isZero } from './format-money.ts';
import { addressOf, readDate, readSomeOf } from './url-state.ts';

describe('money on screen', () => {
  it('is exact at any size', () => {
    expect(formatMoney({ decimal: '9007199254740993.01', currency: 'EUR' })).toBe(
      '€9,007,199,254,740,993.01',
    );
  });

  it('has the currency’s own decimals, not those that Intl believes in', () => {
    expect(formatMoney(fromMinor(123456n, 'HUF'))).toMatch(/1,234\.56/);
    expect(formatMoney(fromMinor(1500n, 'JPY'))).toMatch(/1,500$/);
    expect(formatMoney(fromMinor(1234567n, 'KWD'))).toMatch(/1,234\.567/);
  });

  it('says negative with a minus sign', () => {
    expect(formatMoney(fromMinor(-5n, 'EUR'))).toBe('-€0.05');
  });

  it('refuses what is no number', () => {
    expect(() => formatMoney({ decimal: 'NaN', currency: 'EUR' })).toThrow('Not a decimal number');
  });

  it('is short along an axis, and cents are told apart', () => {
    const short = (decimal: string) => formatMoneyShort({ decimal, currency: 'EUR' });
    expect(['1234567.00', '12.40', '0.08', '-0.05'].map(short)).toEqual([
      '€1.2m',
      '€12.4',
      '€0.08',
      '-€0.05',
    ]);
  });

  it('knows zero', () => {
    expect(['0', '0.00', '-0.0'].every(isZero)).toBe(true);
    expect(['0.01', '10'].some(isZero)).toBe(false);
  });
});

describe('business dates', () => {
  it('are the same day in every time zone', () => {
    expect(formatDate('2026-01-01')).toBe('1 Jan 2026');
    expect(formatMonth('2026-01-01')).toBe('Jan 2026');
  });

  it('of an instant are those where the company is, or the reader', () => {
    const midnight = new Date('2026-10-25T23:00:00Z');
    expect(localDateIn('Europe/Berlin', midnight)).toBe('2026-10-26');
    expect(localDateIn('Europe/London', midnight)).toBe('2026-10-25');
    expect(localDateIn(undefined, new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

describe('a page’s state in its address', () => {
  it('leaves out what is empty', () => {
    const state = { a: '', b: ' x ', c: false, d: true, e: [], f: ['P', 'Q'], g: null };
    expect(addressOf('/list', state)).toBe('/list?b=x&d=yes&f=P%2CQ');
    expect(addressOf('/list', { a: '', c: false })).toBe('/list');
  });

  it('reads only words it knows', () => {
    const params = new URLSearchParams('status=PAID,EVIL,OPEN');
    expect(readSomeOf(params, 'status', ['OPEN', 'PAID'])).toEqual(['OPEN', 'PAID']);
  });

  it('reads only days that exist', () => {
    const params = new URLSearchParams('from=2026-02-28&to=2026-02-30');
    expect([readDate(params, 'from'), readDate(params, 'to')]).toEqual(['2026-02-28', '']);
  });
});
