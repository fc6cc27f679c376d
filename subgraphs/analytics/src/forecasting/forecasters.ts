import { classicalMembers, forecastSeries, quickMembers } from './forecast-series.ts';
import { remembering } from './remembering.ts';
import type { Member, SeriesForecaster } from './series.ts';

/** How series are forecast: with care, or in a third of the time where little hangs on the last few percent of accuracy. */
export type Forecasters = { readonly careful: SeriesForecaster; readonly quick: SeriesForecaster };

export const forecastersOf = (members: readonly Member[] = classicalMembers): Forecasters => ({
  careful: (series, horizon) => forecastSeries(series, horizon, members),
  quick: (series, horizon) => forecastSeries(series, horizon, quickMembers),
});

/** About 40 kB each for a year of days, far less for others: some megabytes a thread. */
const remembered = 100;

/** The same, which know the newest hundred answers of each kind. */
export function rememberingForecasters(members: readonly Member[]): Forecasters {
  const { careful, quick } = forecastersOf(members);
  return { careful: remembering(careful, remembered), quick: remembering(quick, remembered) };
}
