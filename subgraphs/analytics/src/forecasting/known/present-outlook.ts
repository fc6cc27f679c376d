import type { CashOutlook, MinorBand, MinorBands } from './outlook.ts';
import type { Part } from './expected-parts.ts';
import type { Source } from './ingredients.ts';
import { toMinor, toMinorParts } from './minor-units.ts';
import type { Band, Bands, OutlookBands } from './outlook-intervals.ts';
import type { Period } from './periods.ts';

const knownSources: readonly Source[] = ['OPEN_INVOICE', 'RECURRING', 'SCHEDULED'];
const isKnown = (source: Source): boolean => knownSources.includes(source);

/**
 * Turns statistics into money: parts are rounded so that they add up to the period's net cash, levels are running sums of
 * those, and no forecast lies outside its own interval.
 */
export function presentOutlook(
  periods: readonly Period[],
  parts: readonly Part[],
  bands: OutlookBands,
  openingMinor: bigint,
): Pick<CashOutlook, 'periods' | 'parts'> {
  const columns = columnsOf(periods, parts);
  let levelMinor = openingMinor;
  return {
    periods: periods.map((period, index) => {
      const column = columns[index] ?? [];
      const knownMinor = sumOf(
        parts.map(({ source }, part) => (isKnown(source) ? (column[part] ?? 0n) : 0n)),
      );
      const netMinor = sumOf(column);
      levelMinor += netMinor;
      return {
        ...period,
        netMinor,
        knownMinor,
        expectedMinor: netMinor - knownMinor,
        intervals: bandsAround(netMinor, bands.flow, index, 0n),
        level: {
          minor: levelMinor,
          intervals: bandsAround(levelMinor, bands.runningSum, index, openingMinor),
        },
      };
    }),
    parts: parts.map(({ source, customerId, category }, index) => ({
      source,
      customerId,
      category,
      isKnown: isKnown(source),
      amountsMinor: columns.map((column) => column[index] ?? 0n),
    })),
  };
}

/** The net cash of each period as it is shown. Only such amounts may be compared: a difference of statistics, rounded, is another one. */
export const netsOf = (periods: readonly Period[], parts: readonly Part[]): bigint[] =>
  columnsOf(periods, parts).map(sumOf);

const columnsOf = (periods: readonly Period[], parts: readonly Part[]): bigint[][] =>
  periods.map((_, index) => toMinorParts(parts.map(({ amounts }) => amounts[index] ?? 0)));

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

function bandsAround(
  centre: bigint,
  bands: Bands,
  index: number,
  openingMinor: bigint,
): MinorBands {
  const around = ({ low, high }: Band): MinorBand => {
    const lowMinor = openingMinor + toMinor(low[index] ?? 0);
    const highMinor = openingMinor + toMinor(high[index] ?? 0);
    return {
      lowMinor: lowMinor < centre ? lowMinor : centre,
      highMinor: highMinor > centre ? highMinor : centre,
    };
  };
  return { 50: around(bands[50]), 80: around(bands[80]), 95: around(bands[95]) };
}
