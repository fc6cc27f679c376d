import { isId } from '@finflow/shared/ids';
import { money } from '@finflow/shared/money';
import type { ForecastResolvers, QueryResolvers } from '../__generated__/resolvers.ts';

export const forecast: NonNullable<QueryResolvers['forecast']> = (_root, _args, { analytics }) =>
  analytics.newestForecast();

export const Forecast: ForecastResolvers = {
  __resolveReference: async ({ id }, { analytics }) =>
    isId(id) ? analytics.forecastById.load(id) : null,
  // The only method there is so far is the baseline.
  isBaseline: ({ method }) => method === 'SEASONAL_BASELINE',
  points: (parent) =>
    parent.cashByMonth().map(({ month, medianMinor, lowMinor, highMinor }) => ({
      month,
      median: money(medianMinor, parent.currency),
      low: money(lowMinor, parent.currency),
      high: money(highMinor, parent.currency),
    })),
};
