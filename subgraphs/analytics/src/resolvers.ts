import { moneyResolvers } from '@finflow/shared/graphql/money.resolvers';
import { scalarResolvers } from '@finflow/shared/graphql/scalars';
import type { Resolvers } from './__generated__/resolvers.ts';
import {
  anomalies,
  Anomaly,
  anomaly,
  AnomalyEvidence,
  reviewAnomaly,
} from './anomaly/anomaly.resolvers.ts';
import {
  Category,
  CategoryChoice,
  categoryMutations,
  categoryQueries,
  CategoryReason,
  CategorySettings,
  CategorySuggestion,
} from './categories/category.resolvers.ts';
import {
  CategoryModel,
  categoryModels,
  categoryTraining,
  rollbackCategoryModel,
} from './categories/model/category-model.resolvers.ts';
import { creditQueries, creditTypes } from './credit/credit.resolvers.ts';
import { analytics, AnalyticsRow } from './analyze/analyze.resolvers.ts';
import { Dashboard, dashboard } from './dashboard/dashboard.resolvers.ts';
import { Forecast, forecast, forecasts } from './forecast/forecast.resolvers.ts';
import { insights } from './insights/insights.resolvers.ts';
import { Kpis, kpis } from './kpis/kpis.resolvers.ts';
import { Transaction, transactionQueries } from './transaction/transaction.resolvers.ts';

const { CurrencyCode, DateTime, LocalDate, MinorUnits } = scalarResolvers;

export const resolvers: Resolvers = {
  ...moneyResolvers,
  CurrencyCode,
  DateTime,
  LocalDate,
  MinorUnits,
  Query: {
    analytics,
    dashboard,
    kpis,
    insights,
    forecast,
    forecasts,
    ...categoryQueries,
    categoryModels,
    categoryTraining,
    ...transactionQueries,
    ...creditQueries,
    anomalies,
    anomaly,
  },
  Mutation: { ...categoryMutations, rollbackCategoryModel, reviewAnomaly },
  Category,
  CategoryChoice,
  CategoryModel,
  CategoryReason,
  CategorySettings,
  CategorySuggestion,
  Transaction,
  AnalyticsRow,
  Kpis,
  Dashboard,
  Forecast,
  ...creditTypes,
  Anomaly,
  AnomalyEvidence,
};
