import { multiply, parseDecimal, roundHalfEven, type Decimal } from './decimal.ts';

/** One line as it is typed: exact decimals as text, the unit price in minor units. */
export type LineToPrice = {
  readonly quantity: string;
  readonly unitPriceMinor: bigint;
  readonly discountPercent: string;
  readonly taxPercent: string;
};

export type PricedLine = {
  /** Quantity times price, before discount. */
  readonly grossMinor: bigint;
  readonly discountMinor: bigint;
  /** After discount, before tax. */
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
};

export type InvoiceTotal = {
  readonly lines: readonly PricedLine[];
  readonly subtotalMinor: bigint;
  readonly discountMinor: bigint;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
};

/**
 * What an invoice comes to. Rounds per line, half to even, so that the form, the PDF, the ledger and the API agree to the cent.
 * @throws RangeError when a quantity or percentage isn't a decimal: check the input first
 */
export function invoiceTotal(lines: readonly LineToPrice[]): InvoiceTotal {
  const priced = lines.map(priceLine);
  const total = (pick: (line: PricedLine) => bigint) =>
    priced.reduce((a, line) => a + pick(line), 0n);
  const netMinor = total((line) => line.netMinor);
  const taxMinor = total((line) => line.taxMinor);
  return {
    lines: priced,
    subtotalMinor: total((line) => line.grossMinor),
    discountMinor: total((line) => line.discountMinor),
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
  };
}

/** @throws RangeError as invoiceTotal */
function priceLine(line: LineToPrice): PricedLine {
  const price: Decimal = { units: line.unitPriceMinor, scale: 0 };
  const gross = multiply(price, exact(line.quantity));
  const keep = {
    units:
      100n * 10n ** BigInt(exact(line.discountPercent).scale) - exact(line.discountPercent).units,
    scale: exact(line.discountPercent).scale + 2,
  };
  const grossMinor = roundHalfEven(gross);
  const netMinor = roundHalfEven(multiply(gross, keep));
  return {
    grossMinor,
    discountMinor: grossMinor - netMinor,
    netMinor,
    taxMinor: roundHalfEven(percentOf(netMinor, exact(line.taxPercent))),
  };
}

const percentOf = (minor: bigint, percent: Decimal): Decimal => ({
  units: minor * percent.units,
  scale: percent.scale + 2,
});

function exact(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (!decimal) throw new RangeError(`Not a decimal: ${text}`);
  return decimal;
}
