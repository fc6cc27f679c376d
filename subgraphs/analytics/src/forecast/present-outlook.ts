import { money, type Money } from '@finflow/shared/money';
import { startOfMonth } from '@finflow/shared/local-date';
import type { ForecastRecord } from './forecast-record.ts';
import type {
  MinorText,
  Outlook,
  OutlookInterval,
  OutlookPart,
  OutlookPast,
  OutlookPoint,
} from './outlook.ts';

/** A forecast as resolvers have it: stored, or made on demand. */
export type ForecastParent = {
  readonly id: string;
  readonly currency: string;
  readonly madeAt: Date;
  readonly outlook: Outlook;
};

/** The percentage of the plain bounds that clients of the first version know. */
export const plainPercent = 80;

const amount = (minor: MinorText, currency: string): Money => money(BigInt(minor), currency);

export function presentPoint(point: OutlookPoint, currency: string) {
  const intervals = presentIntervals(point.intervals, currency);
  const median = amount(point.median, currency);
  const plain = intervals.find(({ percent }) => percent === plainPercent);
  return {
    month: startOfMonth(point.start),
    start: point.start,
    end: point.end,
    median,
    low: plain?.low ?? median,
    high: plain?.high ?? median,
    intervals,
    flow: amount(point.flow, currency),
    flowIntervals: presentIntervals(point.flowIntervals, currency),
    ...presentSums(point, currency),
  };
}

export const presentPast = (past: OutlookPast, currency: string) => ({
  start: past.start,
  end: past.end,
  value: amount(past.value, currency),
  flow: amount(past.flow, currency),
});

const presentIntervals = (intervals: readonly OutlookInterval[], currency: string) =>
  intervals.map(({ percent, low, high }) => ({
    percent,
    low: amount(low, currency),
    high: amount(high, currency),
  }));

/** What is known and what is expected, of a period or of a part. */
export const presentSums = (
  { known, expected }: Pick<OutlookPart, 'known' | 'expected'>,
  currency: string,
) => ({ known: amount(known, currency), expected: amount(expected, currency) });

export const presentBacktest = (backtest: Outlook['backtest'], currency: string) =>
  backtest && {
    mase: backtest.mase,
    meanError: amount(backtest.meanAbsoluteError, currency),
    origins: backtest.origins,
  };

export const presentRecord = (record: ForecastRecord, currency: string) => ({
  insideShare: record.insideShare,
  meanError: amount(record.meanError, currency),
  forecasts: record.forecasts.map(({ median, low, high, actual, ...forecast }) => ({
    ...forecast,
    median: amount(median, currency),
    low: amount(low, currency),
    high: amount(high, currency),
    actual: amount(actual, currency),
  })),
});
