import { type Outlook, type OutlookPoint, pointsToCome } from './cash-flow.queries.ts';

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

type Drawn = Pick<Outlook, 'target' | 'history' | 'current' | 'points'>;

/**
 * What was and what may come, on one axis. Of cash, today stands in both, so that the lines meet there. Revenue and expense of a
 * period that isn't over are what it has brought and what it will bring together.
 * @param before the forecast without a scenario, to be drawn beside it
 */
export function outlookSeries(outlook: Drawn, before: Drawn | null = null): OutlookSeries {
  const isLevel = outlook.target === 'CASH_FLOW';
  const begun = !isLevel && outlook.current ? outlook.history.at(-1) : undefined;
  const soFar = begun ? Number(begun.value.minor) : 0;
  const past = begun ? outlook.history.slice(0, -1) : outlook.history;
  const coming = pointsToCome(outlook);
  const plain = before ? pointsToCome(before) : [];
  const rows = [
    ...past.map((period, at) =>
      pastRow(period.end, Number(period.value.minor), at === past.length - 1 && coming.length > 0),
    ),
    ...coming.map((point, at) => {
      const unchanged = plain[at];
      return {
        ...comingRow(point, at === 0 ? soFar : 0),
        before: unchanged ? Number(unchanged.median.minor) : null,
      };
    }),
  ];
  return { rows, today: (begun ? coming[0] : outlook.history.at(-1))?.end ?? null };
}

function pastRow(end: string, actual: number, isJoint: boolean): ChartRow {
  const joint: Range | null = isJoint ? [actual, actual] : null;
  const median = isJoint ? actual : null;
  return { end, actual, median, band50: joint, band80: joint, band95: joint, before: median };
}

function comingRow({ end, median, intervals }: OutlookPoint, soFar: number): ChartRow {
  const band = (percent: number): Range | null => {
    const found = intervals.find((interval) => interval.percent === percent);
    return found ? [Number(found.low.minor) + soFar, Number(found.high.minor) + soFar] : null;
  };
  return {
    end,
    actual: null,
    median: Number(median.minor) + soFar,
    band50: band(50),
    band80: band(80),
    band95: band(95),
    before: null,
  };
}
