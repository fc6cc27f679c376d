/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type CashFlowQueryVariables = Exact<{
  input: Types.ForecastInput;
}>;


export type CashFlowQuery = { forecast: { __typename: 'Forecast', id: string, target: Types.ForecastTarget, grain: Types.ForecastGrain, asOf: string, method: Types.ForecastMethod, currency: string, history: Array<{ __typename: 'ForecastPast', start: string, end: string, value: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, current: { __typename: 'ForecastPoint', start: string, end: string, median: { __typename: 'Money', minor: string, decimal: string, currency: string }, intervals: Array<{ __typename: 'ForecastInterval', percent: number, low: { __typename: 'Money', minor: string, decimal: string, currency: string }, high: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, known: { __typename: 'Money', minor: string, decimal: string, currency: string }, expected: { __typename: 'Money', minor: string, decimal: string, currency: string } } | null, points: Array<{ __typename: 'ForecastPoint', start: string, end: string, median: { __typename: 'Money', minor: string, decimal: string, currency: string }, intervals: Array<{ __typename: 'ForecastInterval', percent: number, low: { __typename: 'Money', minor: string, decimal: string, currency: string }, high: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, known: { __typename: 'Money', minor: string, decimal: string, currency: string }, expected: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, customers: Array<{ __typename: 'ForecastCustomer', customer: { __typename: 'Customer', id: string, name: string } | null, known: { __typename: 'Money', minor: string, decimal: string, currency: string }, expected: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, categories: Array<{ __typename: 'ForecastCategory', code: string | null, known: { __typename: 'Money', minor: string, decimal: string, currency: string }, expected: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, members: Array<{ __typename: 'ForecastMember', name: string, weight: number }>, backtest: { __typename: 'ForecastBacktest', mase: number, origins: number, meanError: { __typename: 'Money', minor: string, decimal: string, currency: string } } | null, effects: Array<{ __typename: 'Money', minor: string, decimal: string, currency: string }> } | null, accounts: Array<{ __typename: 'Account', id: string, code: string, name: string }> };

export type OutlookPoint_PointFragment = { __typename: 'ForecastPoint', start: string, end: string, median: { __typename: 'Money', minor: string, decimal: string, currency: string }, intervals: Array<{ __typename: 'ForecastInterval', percent: number, low: { __typename: 'Money', minor: string, decimal: string, currency: string }, high: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, known: { __typename: 'Money', minor: string, decimal: string, currency: string }, expected: { __typename: 'Money', minor: string, decimal: string, currency: string } } & { ' $fragmentName'?: 'OutlookPoint_PointFragment' };

export type CashFlowForecastSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type CashFlowForecastSubscription = { forecastUpdated: { __typename: 'Forecast', id: string } };

export type ForecastRecordQueryVariables = Exact<{
  input: Types.ForecastInput;
}>;


export type ForecastRecordQuery = { forecast: { __typename: 'Forecast', id: string, record: { __typename: 'ForecastRecord', insideShare: number, meanError: { __typename: 'Money', minor: string, decimal: string, currency: string }, forecasts: Array<{ __typename: 'PastForecast', start: string, end: string, isInside: boolean, wasPublished: boolean, median: { __typename: 'Money', minor: string, decimal: string, currency: string }, low: { __typename: 'Money', minor: string, decimal: string, currency: string }, high: { __typename: 'Money', minor: string, decimal: string, currency: string }, actual: { __typename: 'Money', minor: string, decimal: string, currency: string } }> } | null } | null };
