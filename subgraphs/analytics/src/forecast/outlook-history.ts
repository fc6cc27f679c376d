import type { LocalDate } from '@finflow/shared/local-date';
import type { Grain } from '../forecasting/series.ts';
import type { OutlookPast } from './outlook.ts';
import type { PeriodFigure } from './period-figures.ts';

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
