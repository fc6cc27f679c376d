/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { KpiCards_DashboardFragment } from './KpiCards.generated.ts';
import type { CashFlowPanel_DashboardFragment, CashFlowForecast_QueryFragment } from './CashFlowPanel.generated.ts';
export type DashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardQuery = { dashboard: { __typename: 'Dashboard', asOf: string, overdueCount: number, openCount: number, cash: { __typename: 'Money', minor: string, decimal: string, currency: string }, expectedIn30Days: { __typename: 'Money', minor: string, decimal: string, currency: string }, expectedIn60Days: { __typename: 'Money', minor: string, decimal: string, currency: string }, expectedIn90Days: { __typename: 'Money', minor: string, decimal: string, currency: string }, overdue: { __typename: 'Money', minor: string, decimal: string, currency: string }, paidThisMonth: { __typename: 'Money', minor: string, decimal: string, currency: string }, months: Array<{ __typename: 'CashFlowMonth', month: string, moneyIn: { __typename: 'Money', minor: string, decimal: string, currency: string }, moneyOut: { __typename: 'Money', minor: string, decimal: string, currency: string }, closingCash: { __typename: 'Money', minor: string, decimal: string, currency: string } }> } | null } & { ' $fragmentRefs'?: { 'CashFlowForecast_QueryFragment': Incremental<CashFlowForecast_QueryFragment> } };

export type DashboardInvoiceSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardInvoiceSubscription = { invoiceChanged: { __typename: 'Invoice', id: string } };

export type DashboardForecastSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardForecastSubscription = { forecastUpdated: { __typename: 'Forecast', id: string } };
