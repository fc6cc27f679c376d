import { type Outlook, type OutlookPoint, pointsToCome } from './cash-flow.queries.ts';

export type Bounds = { readonly low: bigint; readonly high: bigint };

type Period = { readonly start: string; readonly end: string };

/** A period that is over; of cash also the one that runs, up to today. Amounts are minor units. */
export type PastPeriod = Period & { readonly actual: bigint };

/** A period to come, or the one that runs, with what it has brought already. */
export type ComingPeriod = Period & {
  readonly median: bigint;
  /** Where it ends in so many of 100 cases; null where the forecast doesn't say. */
  readonly bounds: (percent: number) => Bounds | null;
  readonly known: bigint;
  readonly expected: bigint;
};

export type OutlookPeriods = {
  readonly past: readonly PastPeriod[];
  readonly coming: readonly ComingPeriod[];
  /** The last day of the period that runs; null with nothing to go by. */
  readonly today: string | null;
};

export type Told = Pick<Outlook, 'target' | 'history' | 'current' | 'points'>;

/**
 * What was and what may come, period by period: the figures of the chart and of its table. Revenue and expense of a period that
 * isn't over are what it has brought and what it will bring together.
 */
export function outlookPeriods(outlook: Told): OutlookPeriods {
  const { target, history, current } = outlook;
  const begun = target !== 'CASH_FLOW' && current ? history.at(-1) : undefined;
  const past = begun ? history.slice(0, -1) : history;
  const coming = pointsToCome(outlook).map((point, at) =>
    at === 0 && begun
      ? { ...comingPeriod(point, BigInt(begun.value.minor)), start: begun.start }
      : comingPeriod(point, 0n),
  );
  return {
    past: past.map(({ start, end, value }) => ({ start, end, actual: BigInt(value.minor) })),
    coming,
    today: (begun ? coming[0] : history.at(-1))?.end ?? null,
  };
}

/** What has come so far is known, and lies below every bound. */
function comingPeriod(point: OutlookPoint, soFar: bigint): ComingPeriod {
  const { start, end, median, intervals, known, expected } = point;
  return {
    start,
    end,
    median: BigInt(median.minor) + soFar,
    bounds: (percent) => {
      const found = intervals.find((interval) => interval.percent === percent);
      if (!found) return null;
      return { low: BigInt(found.low.minor) + soFar, high: BigInt(found.high.minor) + soFar };
    },
    known: BigInt(known.minor) + soFar,
    expected: BigInt(expected.minor),
  };
}
