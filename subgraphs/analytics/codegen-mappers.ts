/** What codegen.ts is told of this subgraph: the resolvers' context and the type behind each GraphQL type. */
export const contextType = '../context.ts#AnalyticsContext';

export const mappers: Record<string, string> = {
  Money: '@finflow/shared/money#Money as MoneyParent',
  Dashboard: '../dashboard/dashboard.service.ts#Dashboard as DashboardParent',
  CashFlowMonth: '../dashboard/dashboard.service.ts#CashFlowMonth as CashFlowMonthParent',
  Forecast: '../forecast/present-outlook.ts#ForecastParent',
};
