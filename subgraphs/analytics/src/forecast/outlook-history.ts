import type { LocalDate } from '@finflow/shared/local-date';
import { addPeriods } from '../forecasting/grains.ts';
import { periodStart } from '../forecasting/known/periods.ts';
import type { Grain } from '../forecasting/series.ts';
import type { Figures } from './figures.ts';
import type { OutlookPast } from './outlook.ts';
import { figuresByPeriod, type PeriodFigure } from './period-figures.ts';

/** So many periods of the past stand beside a forecast. */
const shown: Readonly<Record<Grain, number>> = { DAY: 60, WEEK: 52, MONTH: 24 };

/**
 * The newest periods as they were, oldest first; the current one up to today.
 * @param openingMinor of cash, what there was before the first period; null for a figure that has no level
 */
export function historyOf(
  periods: readonly PeriodFigure[],
  grain: Grain,
  today: LocalDate,
  openingMinor: bigint | null,
): OutlookPast[] {
  let level = openingMinor;
  const past = periods.map(({ from, to, amountMinor }) => {
    if (level !== null) level += amountMinor;
    return {
      start: from,
      end: to < today ? to : today,
      value: String(level ?? amountMinor),
      flow: String(amountMinor),
    };
  });
  return past.slice(-shown[grain]);
}

/** What cash was at the ends of the newest periods, and is now. What lies before them is added up, not cut into periods. */
export function cashHistory(
  { days, openingMinor }: Pick<Figures, 'days' | 'openingMinor'>,
  grain: Grain,
  today: LocalDate,
): { readonly history: OutlookPast[]; readonly nowMinor: bigint } {
  const first = addPeriods(periodStart(today, grain), grain, 1 - shown[grain]);
  const begun = days.findIndex(({ date }) => date >= first);
  const before = days.slice(0, begun < 0 ? days.length : begun);
  const beforeMinor = before.reduce((sum, { amountMinor }) => sum + amountMinor, openingMinor);
  // A day without a movement, so that the first of these periods is there even if nothing happened in it.
  const quiet = before.length > 0 ? [{ date: first, amountMinor: 0n }] : [];
  const periods = figuresByPeriod([...quiet, ...days.slice(before.length)], grain, today);
  return {
    history: historyOf(periods, grain, today, beforeMinor),
    nowMinor: periods.reduce((sum, { amountMinor }) => sum + amountMinor, beforeMinor),
  };
}
