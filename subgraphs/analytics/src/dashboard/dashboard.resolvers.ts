import type { DashboardResolvers, QueryResolvers } from '../__generated__/resolvers.ts';

export const dashboard: NonNullable<QueryResolvers['dashboard']> = (_root, _args, { analytics }) =>
  analytics.dashboard();

export const Dashboard: DashboardResolvers = {
  forecast: (_dashboard, _args, { analytics }) => analytics.newestForecast(),
};
