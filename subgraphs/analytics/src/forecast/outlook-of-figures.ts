import { allocate } from '@finflow/shared/money';
import type { Period } from '../forecasting/known/periods.ts';
import { toMinor } from '../forecasting/known/minor-units.ts';
import type { Forecasters } from '../forecasting/forecasters.ts';
import { intervalPercents, type Intervals, type SeriesForecast } from '../forecasting/series.ts';
import type { ShareOfYear } from './figures.ts';
import type { Outlook, OutlookInterval, OutlookPart, OutlookPoint } from './outlook.ts';
import { historyOf } from './outlook-history.ts';
import { figuresByPeriod, periodsToCome, seriesOf, shareToCome } from './period-figures.ts';
import type { ForecastTask } from './worker/forecast-task.ts';

/** What revenue or expense will come to by period, from its own history. */
export function outlookOfFigures(
  { figures, question, today, country }: ForecastTask,
  { careful }: Forecasters,
): Outlook {
  const { target, grain, horizon } = question;
  const past = figuresByPeriod(figures.days, grain, today);
  const series = seriesOf(past, grain, today);
  const { rest, periods } = periodsToCome(today, grain, horizon);
  const steps = rest ? [rest, ...periods] : periods;
  const made = careful({ ...series, country }, steps.length);
  const share = rest ? shareToCome(figures.days, series, today) : 1;
  const points = steps.map((period, step) =>
    pointOf(period, flowAt(made, step, step === 0 ? share : 1)),
  );
  const totalMinor = points.reduce((sum, { flow }) => sum + BigInt(flow), 0n);
  return {
    target,
    grain,
    asOf: today,
    method: 'ENSEMBLE',
    history: historyOf(past, grain, today, null),
    current: rest ? (points[0] ?? null) : null,
    points: points.slice(rest ? 1 : 0),
    customers: sharesOf(totalMinor, figures.customers),
    categories: sharesOf(totalMinor, figures.categories),
    members: made.members,
    backtest: presentBacktest(made),
    effects: [],
  };
}

type Step = { readonly median: bigint; readonly intervals: readonly OutlookInterval[] };

/** One step of a forecast, or a part of it: the spread of a part shrinks with the square root, as that of a sum of days does. */
function flowAt({ median, intervals }: SeriesForecast, step: number, share: number): Step {
  const whole = median[step] ?? 0;
  const toBound = (bound: number): bigint =>
    toMinor(whole * share + (bound - whole) * Math.sqrt(share));
  return { median: toMinor(whole * share), intervals: intervalsAt(intervals, step, toBound) };
}

const intervalsAt = (
  intervals: Intervals,
  step: number,
  toBound: (bound: number) => bigint,
): OutlookInterval[] =>
  intervalPercents.map((percent) => ({
    percent,
    low: String(toBound(intervals[percent].low[step] ?? 0)),
    high: String(toBound(intervals[percent].high[step] ?? 0)),
  }));

function pointOf({ from: start, to: end }: Period, { median, intervals }: Step): OutlookPoint {
  const flow = String(median);
  return {
    start,
    end,
    median: flow,
    intervals,
    flow,
    flowIntervals: intervals,
    known: '0',
    expected: flow,
  };
}

const presentBacktest = ({ backtest }: SeriesForecast): Outlook['backtest'] =>
  backtest && {
    mase: backtest.mase,
    meanAbsoluteError: String(toMinor(backtest.meanAbsoluteError)),
    origins: backtest.origins,
  };

/** So many customers or accounts are named; the others are one part together. */
const named = 8;

/** The total, shared out as the last year was; nothing without a year's figures. */
function sharesOf(totalMinor: bigint, shares: readonly ShareOfYear[]): OutlookPart[] {
  const positive = shares.filter(({ amountMinor }) => amountMinor > 0n);
  if (positive.length === 0) return [];
  const weights = positive.slice(0, named).map(({ amountMinor }) => amountMinor);
  const others = positive.slice(named).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return allocate(totalMinor, [...weights, others]).flatMap((expected, place) => {
    const key = positive[place]?.key ?? null;
    const isOthers = place === weights.length;
    if (isOthers && others === 0n) return [];
    return { key: isOthers ? null : key, known: '0', expected: String(expected) };
  });
}
