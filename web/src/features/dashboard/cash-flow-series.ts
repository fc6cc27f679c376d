import { formatMonth } from '../../lib/format-date.ts';

type Amount = { readonly minor: string };
export type Month = { readonly month: string; readonly closingCash: Amount };
export type Point = {
  readonly month: string;
  readonly median: Amount;
  readonly low: Amount;
  readonly high: Amount;
};

/** One place on the horizontal axis. Heights are whole minor units, for drawing only: what is read
 * as an amount is formatted from the exact decimal. */
export type ChartRow = {
  readonly label: string;
  readonly actual: number | null;
  readonly median: number | null;
  readonly band: readonly [low: number, high: number] | null;
};

export type Series = { readonly rows: readonly ChartRow[]; readonly todayLabel: string | null };

type Moves = Record<'moneyIn' | 'moneyOut' | 'closingCash', Amount>;

/** True for a month in which there was any money. */
export const hasMoved = ({ moneyIn, moneyOut, closingCash }: Moves): boolean =>
  [moneyIn, moneyOut, closingCash].some(({ minor }) => minor !== '0');

/** What was and what may come, on one axis. Today stands in both, so that the two lines meet. */
export function cashFlowSeries(months: readonly Month[], points: readonly Point[]): Series {
  const today = months.at(-1);
  const past = months.map((month) => pastRow(month, month === today && points.length > 0));
  const coming = points.filter(({ month }) => !today || month > today.month).map(comingRow);
  return { rows: [...past, ...coming], todayLabel: today ? formatMonth(today.month) : null };
}

function pastRow({ month, closingCash }: Month, isJoint: boolean): ChartRow {
  const actual = Number(closingCash.minor);
  return {
    label: formatMonth(month),
    actual,
    median: isJoint ? actual : null,
    band: isJoint ? [actual, actual] : null,
  };
}

function comingRow({ month, median, low, high }: Point): ChartRow {
  return {
    label: formatMonth(month),
    actual: null,
    median: Number(median.minor),
    band: [Number(low.minor), Number(high.minor)],
  };
}
