import { type Period, periodNumber } from '../forecasting/known/periods.ts';
import { toMinor } from '../forecasting/known/minor-units.ts';
import type { Forecasters } from '../forecasting/forecasters.ts';
import {
  type IntervalPercent,
  intervalPercents,
  type Series,
  type SeriesForecast,
} from '../forecasting/series.ts';
import { sharesOf, withAdded } from './figure-parts.ts';
import type { MinorText, Outlook, OutlookPoint } from './outlook.ts';
import { historyOf } from './outlook-history.ts';
import { figuresByPeriod, periodsToCome, seriesOf, shareToCome } from './period-figures.ts';
import { type Added, type ScenarioOfFigures, scenarioSteps } from './scenario-of-figures.ts';
import type { ForecastTask } from './worker/forecast-task.ts';

/** What revenue or expense will come to by period, from its own history, in the scenario that is asked for. */
export function outlookOfFigures(
  { figures, question, today, country }: ForecastTask,
  { careful }: Forecasters,
): Outlook {
  const { target, grain, horizon, scenarios } = question;
  const past = figuresByPeriod(figures.days, grain, today);
  const firstDay = figures.days[0]?.date ?? today;
  const series = seriesOf(past, grain, { firstDay, today });
  const { rest, periods } = periodsToCome(today, grain, horizon);
  const steps = rest ? [rest, ...periods] : periods;
  const before = periodsBetween(series, steps[0]);
  const made = careful({ ...series, country }, before + steps.length);
  const share = rest ? shareToCome(figures.days, series, today) : 1;
  const { isNonNegative } = series;
  const flows = steps.map((period, step) => ({
    period,
    ...flowAt(made, before + step, { share: step === 0 ? share : 1, isNonNegative }),
  }));
  const { customers, categories } = figures;
  const states = scenarioSteps(scenarios, { target, customers, today, periods: steps });
  const { leftOf, added, customers: left } = states.at(-1) ?? states[0];
  const points = flows.map((flow, step) => {
    const addedMinor = sumOf(added.filter(({ period }) => period === step));
    return pointOf(flow.period, flow, { leftOf, addedMinor });
  });
  const expectedMinor = points.reduce((sum, { expected }) => sum + BigInt(expected), 0n);
  return {
    target,
    grain,
    asOf: today,
    method: 'ENSEMBLE',
    history: historyOf(past, grain, today, null),
    current: rest ? (points[0] ?? null) : null,
    points: points.slice(rest ? 1 : 0),
    customers: sharesOf(expectedMinor, left),
    categories: withAdded(sharesOf(expectedMinor, categories), added),
    members: made.members,
    backtest: presentBacktest(made),
    effects: effectsOf(states, flows),
  };
}

/** How many periods lie between a series' last one and the first that is forecast: by days, today. */
const periodsBetween = ({ grain, start, values }: Series, first: Period | undefined): number =>
  first
    ? Math.max(0, periodNumber(first.from, grain) - periodNumber(start, grain) - values.length)
    : 0;

type Band = { readonly percent: IntervalPercent; readonly low: bigint; readonly high: bigint };
/** What history expects of a period. */
type Flow = { readonly median: bigint; readonly bands: readonly Band[] };

/**
 * One step of a forecast, or a part of it: the spread of a part shrinks with the square root, as that of a sum of days does, and
 * ends at zero where the figure never was below.
 */
function flowAt(
  { median, intervals }: SeriesForecast,
  step: number,
  { share, isNonNegative }: { readonly share: number; readonly isNonNegative: boolean },
): Flow {
  const whole = median[step] ?? 0;
  const toBound = (bound: number): bigint => {
    const value = whole * share + (bound - whole) * Math.sqrt(share);
    return toMinor(isNonNegative ? Math.max(0, value) : value);
  };
  const bands = intervalPercents.map((percent) => ({
    percent,
    low: toBound(intervals[percent].low[step] ?? 0),
    high: toBound(intervals[percent].high[step] ?? 0),
  }));
  return { median: toMinor(whole * share), bands };
}

/** A period in a scenario: what is left of what history expects, and what the scenario adds, which is known then. */
function pointOf(
  { from: start, to: end }: Period,
  { median, bands }: Flow,
  { leftOf, addedMinor }: { leftOf: (minor: bigint) => bigint; addedMinor: bigint },
): OutlookPoint {
  const expected = leftOf(median);
  const flow = String(expected + addedMinor);
  const intervals = bands.map(({ percent, low, high }) => ({
    percent,
    low: String(leftOf(low) + addedMinor),
    high: String(leftOf(high) + addedMinor),
  }));
  return {
    start,
    end,
    median: flow,
    intervals,
    flow,
    flowIntervals: intervals,
    known: String(addedMinor),
    expected: String(expected),
  };
}

/** What each change does to all periods together, after those before it. */
function effectsOf(states: readonly ScenarioOfFigures[], flows: readonly Flow[]): MinorText[] {
  const totals = states.map(({ leftOf, added }) =>
    flows.reduce((sum, { median }) => sum + leftOf(median), sumOf(added)),
  );
  return totals.slice(1).map((minor, before) => String(minor - (totals[before] ?? 0n)));
}

const sumOf = (added: readonly Added[]): bigint =>
  added.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

const presentBacktest = ({ backtest }: SeriesForecast): Outlook['backtest'] =>
  backtest && {
    mase: backtest.mase,
    meanAbsoluteError: String(toMinor(backtest.meanAbsoluteError)),
    origins: backtest.origins,
  };
