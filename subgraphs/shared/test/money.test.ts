import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencyCodes, exponentOf } from '../src/currencies.ts';
import { divideHalfEven, formatDecimal, parseDecimal } from '../src/decimal.ts';
import { invoiceTotal } from '../src/invoice-total.ts';
import { allocate, money, parseMinor, toDecimalString } from '../src/money.ts';

it('takes decimals from ISO 4217, not from Intl', () => {
  expect(['HUF', 'IDR', 'COP', 'JPY', 'KWD', 'EUR'].map(exponentOf)).toEqual([2, 2, 2, 0, 3, 2]);
  expect(() => exponentOf('ABC')).toThrow('Unknown currency');
  expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
});

it('writes and reads any amount without loss, also beyond 2^53', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 25n), 10n ** 25n),
      fc.constantFrom('JPY', 'EUR', 'KWD'),
      (minor, currency) => {
        const text = toDecimalString(money(minor, currency));
        expect(parseMinor(text, currency)).toBe(minor);
      },
    ),
  );
  expect(toDecimalString(money(-5n, 'EUR'))).toBe('-0.05');
  expect(parseMinor('1.234', 'EUR')).toBeNull();
  expect(parseMinor('1e3', 'EUR')).toBeNull();
});

it('rounds ties to the even neighbour, on both sides of zero', () => {
  expect([5n, 15n, 25n, -5n, -15n, 26n, -26n].map((n) => divideHalfEven(n, 10n))).toEqual([
    0n,
    2n,
    2n,
    0n,
    -2n,
    3n,
    -3n,
  ]);
});

it('allocates every cent, never more than one cent from the exact share', () => {
  const weights = fc
    .array(fc.bigInt(0n, 10n ** 6n), { minLength: 1, maxLength: 12 })
    .filter((w) => w.some((x) => x > 0n));
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), weights, (total, parts) => {
      const shares = allocate(total, parts);
      const whole = parts.reduce((a, b) => a + b, 0n);
      expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
      shares.forEach((share, i) => {
        const distance = share * whole - total * (parts[i] ?? 0n);
        expect(distance < whole && distance > -whole).toBe(true);
      });
    }),
  );
});

it('gives what is left over to the greatest remainder, of equal ones to the earlier', () => {
  expect(allocate(2n, [1n, 1n, 1n])).toEqual([1n, 1n, 0n]);
  expect(allocate(-1n, [1n, 1n])).toEqual([-1n, 0n]);
  expect(allocate(10n, [1n, 5n])).toEqual([2n, 8n]);
});

it('keeps decimals exact through text', () => {
  expect(
    ['2.50', '-0.0', '007', '3'].map((t) =>
      formatDecimal(parseDecimal(t) ?? { units: -1n, scale: 0 }),
    ),
  ).toEqual(['2.5', '0', '7', '3']);
  expect(['1,5', '', '.5', '1.', 'NaN', '1e5'].map(parseDecimal)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('prices an invoice line by line', () => {
  const total = invoiceTotal([
    { quantity: '2.5', unitPriceMinor: 1999n, discountPercent: '10', taxPercent: '19' },
    { quantity: '1', unitPriceMinor: 5n, discountPercent: '50', taxPercent: '0' },
    { quantity: '1.5', unitPriceMinor: 1n, discountPercent: '10', taxPercent: '0' },
  ]);
  // 2.5 × 19.99 = 49.975 -> 49.98; less 10 % of the exact product = 44.9775 -> 44.98; 19 % = 8.5462 -> 8.55
  expect(total.lines[0]).toEqual({
    grossMinor: 4998n,
    discountMinor: 500n,
    netMinor: 4498n,
    taxMinor: 855n,
  });
  // The discount is of the exact 1.5, which leaves 1.35 -> 1, and not of the rounded 2.
  expect(total.lines[2]).toMatchObject({ grossMinor: 2n, discountMinor: 1n, netMinor: 1n });
  expect(total.totalMinor).toBe(4498n + 855n + 2n + 1n);
});

it('never lets the parts of an invoice differ from its total', () => {
  const line = fc.record({
    quantity: fc
      .integer({ min: 0, max: 10 ** 9 })
      .map((n) => formatDecimal({ units: BigInt(n), scale: 6 })),
    unitPriceMinor: fc.bigInt(0n, 10n ** 9n),
    discountPercent: fc
      .integer({ min: 0, max: 1_000_000 })
      .map((n) => formatDecimal({ units: BigInt(n), scale: 4 })),
    taxPercent: fc
      .integer({ min: 0, max: 1_000_000 })
      .map((n) => formatDecimal({ units: BigInt(n), scale: 4 })),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20, size: 'max' }), (lines) => {
      const t = invoiceTotal(lines);
      expect(t.subtotalMinor - t.discountMinor + t.taxMinor).toBe(t.totalMinor);
      expect(
        t.lines.every((l) => l.netMinor >= 0n && l.taxMinor >= 0n && l.discountMinor >= 0n),
      ).toBe(true);
    }),
  );
});
