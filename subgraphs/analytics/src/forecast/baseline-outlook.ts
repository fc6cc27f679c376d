import { divideHalfEven } from '@finflow/shared/decimal';
import { addDays, addMonths, startOfMonth, type LocalDate } from '@finflow/shared/local-date';
import { type CashMonth, closeMonths, type MonthFlow } from '../cash/cash-months.ts';
import type { IntervalPercent } from '../forecasting/series.ts';
import { forecastCash, type ForecastPoint } from './forecast-cash.ts';
import type { Outlook, OutlookInterval, OutlookPoint } from './outlook.ts';

/**
 * Cash at the ends of the six months after the current one, by the simple rule: what stands in when the models fail.
 * @param flows months in which cash moved, oldest first
 */
export function baselineOutlook(flows: readonly MonthFlow[], today: LocalDate): Outlook {
  const month = startOfMonth(today);
  const months = closeMonths(flows, flows[0]?.month ?? month, month);
  const points = forecastCash(months, today);
  const cash = months.at(-1)?.closingMinor ?? 0n;
  return {
    target: 'CASH_FLOW',
    grain: 'MONTH',
    asOf: today,
    method: 'SEASONAL_BASELINE',
    history: months.slice(-24).map((past) => historyOf(past, today)),
    current: restOfMonth(today, cash, points[0]),
    points: points.map(toPoint),
    customers: [],
    categories: [],
    members: [{ name: 'seasonal-baseline', weight: 1 }],
    backtest: null,
    effects: [],
  };
}

const historyOf = ({ month, inMinor, outMinor, closingMinor }: CashMonth, today: LocalDate) => {
  const last = addDays(addMonths(month, 1), -1);
  const end = last < today ? last : today;
  return { start: month, end, value: String(closingMinor), flow: String(inMinor - outMinor) };
};

/** What the rule says of the days of this month that are still to come is what lies between today's cash and the first point. */
function restOfMonth(
  today: LocalDate,
  cash: bigint,
  first: ForecastPoint | undefined,
): OutlookPoint | null {
  const [start, end] = [addDays(today, 1), addDays(addMonths(today, 1), -1)];
  if (!first || start > end) return null;
  const medianMinor = first.medianMinor - first.flowMinor;
  const widthMinor = first.highMinor - first.medianMinor;
  return pointOf({ start, end, medianMinor, flowMinor: medianMinor - cash, widthMinor });
}

const toPoint = ({ month, medianMinor, highMinor, flowMinor }: ForecastPoint): OutlookPoint =>
  pointOf({
    start: month,
    end: addDays(addMonths(month, 1), -1),
    medianMinor,
    flowMinor,
    widthMinor: highMinor - medianMinor,
  });

function pointOf({
  start,
  end,
  medianMinor,
  flowMinor,
  widthMinor,
}: {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly medianMinor: bigint;
  readonly flowMinor: bigint;
  readonly widthMinor: bigint;
}): OutlookPoint {
  return {
    start,
    end,
    median: String(medianMinor),
    intervals: around(medianMinor, widthMinor),
    flow: String(flowMinor),
    flowIntervals: around(flowMinor, widthMinor),
    known: '0',
    expected: String(flowMinor),
  };
}

/** Half widths in thousandths of that of 80 %, as the quantiles of a normal distribution stand to each other: 0.674, 1.282, 1.960. */
const widths: Readonly<Record<IntervalPercent, bigint>> = { 50: 526n, 80: 1000n, 95: 1529n };

const around = (median: bigint, width: bigint): OutlookInterval[] =>
  ([50, 80, 95] as const).map((percent) => {
    const half = divideHalfEven(width * widths[percent], 1000n);
    return { percent, low: String(median - half), high: String(median + half) };
  });
