import type { LocalDate } from '@finflow/shared/local-date';
import type { Forecasters } from '../forecasting/forecasters.ts';
import type { Grain } from '../forecasting/series.ts';
import type { PastForecast } from './outlook.ts';
import { outlookOf } from './outlook-of.ts';
import { figuresByPeriod } from './period-figures.ts';
import type { ForecastTask } from './worker/forecast-task.ts';

/** So many periods are looked back on. */
const compared: Readonly<Record<Grain, number>> = { DAY: 10, WEEK: 8, MONTH: 6 };
/** Periods that a forecast must have before it, to be worth a comparison. */
const leastHistory = 6;

/**
 * What the methods would have said of the newest periods that are over, each from what the books knew at the end of the period
 * before it, newest first.
 */
export function pastForecasts(task: ForecastTask, forecasters: Forecasters): PastForecast[] {
  const { figures, today, question } = task;
  const periods = figuresByPeriod(figures.days, question.grain, today);
  const over = periods.filter(({ to }) => to <= today);
  return over
    .slice(leastHistory)
    .slice(-compared[question.grain])
    .flatMap(({ from, to }) => {
      const asOf = periods.findLast((period) => period.to < from)?.to;
      if (asOf === undefined) return [];
      const [point] = outlookOf(asKnownOn(task, asOf), forecasters).points;
      const range = point?.intervals.find(({ percent }) => percent === 80);
      if (!point || !range) return [];
      const { low, high } = range;
      const actual = String(actualOf(task, from, to));
      return { asOf, start: from, end: to, median: point.median, low, high, actual };
    })
    .toReversed();
}

/** The task as it would have been at the end of an earlier day. Invoices and their payments know themselves what is later. */
function asKnownOn(task: ForecastTask, asOf: LocalDate): ForecastTask {
  const { figures, books, question } = task;
  return {
    ...task,
    question: { ...question, horizon: 1, scenarios: [] },
    today: asOf,
    figures: { ...figures, days: figures.days.filter(({ date }) => date <= asOf) },
    books: books && { ...books, entries: books.entries.filter(({ on }) => on <= asOf) },
  };
}

function actualOf({ figures, question }: ForecastTask, from: LocalDate, to: LocalDate): bigint {
  const isLevel = question.target === 'CASH_FLOW';
  return figures.days
    .filter(({ date }) => date <= to && (isLevel || date >= from))
    .reduce((sum, { amountMinor }) => sum + amountMinor, isLevel ? figures.openingMinor : 0n);
}
