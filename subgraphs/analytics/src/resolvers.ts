import { moneyResolvers } from '@finflow/shared/graphql/money.resolvers';
import { scalarResolvers } from '@finflow/shared/graphql/scalars';
import type { Resolvers } from './__generated__/resolvers.ts';
import { Dashboard, dashboard } from './dashboard/dashboard.resolvers.ts';
import { Forecast, forecast, forecasts } from './forecast/forecast.resolvers.ts';

const { CurrencyCode, DateTime, LocalDate, MinorUnits } = scalarResolvers;

export const resolvers: Resolvers = {
  ...moneyResolvers,
  CurrencyCode,
  DateTime,
  LocalDate,
  MinorUnits,
  Query: { dashboard, forecast, forecasts },
  Dashboard,
  Forecast,
};
