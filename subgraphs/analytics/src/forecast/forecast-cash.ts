import { divideHalfEven } from '@finflow/shared/decimal';
import { addMonths, daysBetween, type LocalDate } from '@finflow/shared/local-date';
import type { CashMonth } from '../cash/cash-months.ts';
import { halfWidths, larger, size } from './prediction-band.ts';
import { accumulate, predictNets, sum } from './seasonal-baseline.ts';

/** Cash at the end of a month (its first day names it), minor units. */
export type ForecastPoint = {
  readonly month: LocalDate;
  /** Net cash of the month. */
  readonly flowMinor: bigint;
  readonly medianMinor: bigint;
  readonly lowMinor: bigint;
  readonly highMinor: bigint;
};

const horizonMonths = 6;

/**
 * Cash at the ends of the six months after the current one. All of it is integer arithmetic in minor units: there is no
 * float that an amount could pass through. Open invoices are not added, for history already holds what customers pay.
 * @param months every month from the first with activity to the current one, which is not over yet; at least one
 */
export function forecastCash(months: readonly CashMonth[], today: LocalDate): ForecastPoint[] {
  const current = months.at(-1);
  if (!current) throw new RangeError('A forecast needs a month of history');
  // The first month is left out of the statistics: it began somewhere in its middle, mostly with the opening balance.
  const past = months.slice(1, -1).map(netOf);
  const [thisMonth = 0n, ...following] = predictNets(past, horizonMonths + 1);
  const opening = current.closingMinor + restOfMonth(thisMonth, today);
  const widths = halfWidths(past, horizonMonths + 1, usualTurnover(months)).slice(1);
  return accumulate(following).map((change, step) => {
    const medianMinor = opening + change;
    const width = widths[step] ?? 0n;
    return {
      month: addMonths(current.month, step + 1),
      flowMinor: following[step] ?? 0n,
      medianMinor,
      lowMinor: medianMinor - width,
      highMinor: medianMinor + width,
    };
  });
}

const netOf = ({ inMinor, outMinor }: CashMonth): bigint => inMinor - outMinor;

/** The part of a month's net cash that is still to come, by days. */
function restOfMonth(netMinor: bigint, today: LocalDate): bigint {
  const end = addMonths(today, 1);
  const days = daysBetween(addMonths(today, 0), end);
  return divideHalfEven(netMinor * BigInt(daysBetween(today, end) - 1), BigInt(days));
}

/**
 * How much an ordinary month could move cash, when the rule has no record yet: half of what came and went in an average
 * month, or the greatest net of a month if that is more. Wide on purpose: little is known.
 */
function usualTurnover(months: readonly CashMonth[]): bigint {
  const turnover = sum(months.map(({ inMinor, outMinor }) => inMinor + outMinor));
  const average = divideHalfEven(turnover, BigInt(2 * months.length));
  return months.map((month) => size(netOf(month))).reduce(larger, average);
}
