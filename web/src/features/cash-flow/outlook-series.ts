import { type ComingPeriod, outlookPeriods, type Told } from './outlook-periods.ts';

type Range = readonly [low: number, high: number];

/** One place on the horizontal axis. Heights are whole minor units, for drawing only: what is read as an amount is
 * formatted from the exact decimal. */
export type ChartRow = {
  /** The period's last day. */
  readonly end: string;
  readonly actual: number | null;
  readonly median: number | null;
  readonly band50: Range | null;
  readonly band80: Range | null;
  readonly band95: Range | null;
  /** The median without the scenario, where there is one. */
  readonly before: number | null;
};

export type OutlookSeries = { readonly rows: readonly ChartRow[]; readonly today: string | null };

/**
 * What was and what may come, on one axis. The last period that was stands in both, so that the lines meet there.
 * @param before the forecast without a scenario, to be drawn beside it
 */
export function outlookSeries(outlook: Told, before: Told | null = null): OutlookSeries {
  const { past, coming, today } = outlookPeriods(outlook);
  const plain = before ? outlookPeriods(before).coming : [];
  const rows = [
    ...past.map(({ end, actual }, at) =>
      pastRow(end, Number(actual), at === past.length - 1 && coming.length > 0),
    ),
    ...coming.map((period, at) => comingRow(period, plain[at] ?? null)),
  ];
  return { rows, today };
}

function pastRow(end: string, actual: number, isJoint: boolean): ChartRow {
  const joint: Range | null = isJoint ? [actual, actual] : null;
  const median = isJoint ? actual : null;
  return { end, actual, median, band50: joint, band80: joint, band95: joint, before: median };
}

function comingRow({ end, median, bounds }: ComingPeriod, plain: ComingPeriod | null): ChartRow {
  const band = (percent: number): Range | null => {
    const found = bounds(percent);
    return found && [Number(found.low), Number(found.high)];
  };
  return {
    end,
    actual: null,
    median: Number(median),
    band50: band(50),
    band80: band(80),
    band95: band(95),
    before: plain && Number(plain.median),
  };
}
