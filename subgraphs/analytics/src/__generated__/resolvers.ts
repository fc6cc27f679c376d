import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyParent } from '@finflow/shared/money';
import type { Dashboard as DashboardParent, CashFlowMonth as CashFlowMonthParent } from '../dashboard/dashboard.service.ts';
import type { Forecast as ForecastParent } from '../forecast/forecast.entity.ts';
import type { AnalyticsContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An ISO 4217 currency code, such as EUR. */
  CurrencyCode: { input: string; output: string; }
  /** An instant in UTC, ISO 8601. */
  DateTime: { input: Date; output: Date; }
  /** A business date without a time zone, YYYY-MM-DD. */
  LocalDate: { input: string; output: string; }
  /** An amount in the currency's minor unit (cents), an integer written as a string. */
  MinorUnits: { input: bigint; output: bigint; }
  _FieldSet: { input: string; output: string; }
};

export type CashFlowMonth = {
  __typename?: 'CashFlowMonth';
  /** Cash at the month's end (today's, for the current month). */
  closingCash: Money;
  moneyIn: Money;
  moneyOut: Money;
  /** First day of the month. */
  month: Scalars['LocalDate']['output'];
  net: Money;
};

export type Dashboard = {
  __typename?: 'Dashboard';
  asOf: Scalars['LocalDate']['output'];
  /** Bank and provider clearing accounts together. */
  cash: Money;
  /** Due from open invoices within so many days, what is overdue included. */
  expectedIn30Days: Money;
  expectedIn60Days: Money;
  expectedIn90Days: Money;
  forecast?: Maybe<Forecast>;
  /** The last 24 months, oldest first, the current one included. */
  months: Array<CashFlowMonth>;
  openCount: Scalars['Int']['output'];
  overdue: Money;
  overdueCount: Scalars['Int']['output'];
  /** Received since the first of this month. */
  paidThisMonth: Money;
};

export type Forecast = {
  __typename?: 'Forecast';
  currency: Scalars['CurrencyCode']['output'];
  id: Scalars['ID']['output'];
  /** How much of the truth the band should hold: 80. */
  intervalPercent: Scalars['Int']['output'];
  /** A simple baseline, not yet a trained model. */
  isBaseline: Scalars['Boolean']['output'];
  madeAt: Scalars['DateTime']['output'];
  method: ForecastMethod;
  /** Cash at each month's end, nearest first. */
  points: Array<ForecastPoint>;
};

export type ForecastMethod =
  /** Same month of the year before with a drift, interval from past errors. A placeholder until the models come. */
  | 'SEASONAL_BASELINE';

export type ForecastPoint = {
  __typename?: 'ForecastPoint';
  high: Money;
  low: Money;
  median: Money;
  /** First day of the month. */
  month: Scalars['LocalDate']['output'];
};

export type Money = {
  __typename?: 'Money';
  currency: Scalars['CurrencyCode']['output'];
  /** The same amount with the currency's decimals, for reading: "1234.50". */
  decimal: Scalars['String']['output'];
  minor: Scalars['MinorUnits']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The figures of the first screen. Null until the organization's events have arrived. */
  dashboard?: Maybe<Dashboard>;
  /** The newest cash-flow forecast. Null until there is one. */
  forecast?: Maybe<Forecast>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Forecast: Forecast;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Forecast:
    ( { __typename: 'Forecast' }
    & GraphQLRecursivePick<FederationTypes['Forecast'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CashFlowMonth: ResolverTypeWrapper<CashFlowMonthParent>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Dashboard: ResolverTypeWrapper<DashboardParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Forecast: ResolverTypeWrapper<ForecastParent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ForecastMethod: ForecastMethod;
  ForecastPoint: ResolverTypeWrapper<Omit<ForecastPoint, 'high' | 'low' | 'median'> & { high: ResolversTypes['Money'], low: ResolversTypes['Money'], median: ResolversTypes['Money'] }>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<MoneyParent>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CashFlowMonth: CashFlowMonthParent;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Dashboard: DashboardParent;
  Int: Scalars['Int']['output'];
  DateTime: Scalars['DateTime']['output'];
  Forecast: ForecastParent;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  ForecastPoint: Omit<ForecastPoint, 'high' | 'low' | 'median'> & { high: ResolversParentTypes['Money'], low: ResolversParentTypes['Money'], median: ResolversParentTypes['Money'] };
  LocalDate: Scalars['LocalDate']['output'];
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: MoneyParent;
  String: Scalars['String']['output'];
  Query: Record<PropertyKey, never>;
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = AnalyticsContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CashFlowMonthResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CashFlowMonth'] = ResolversParentTypes['CashFlowMonth']> = {
  closingCash?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  moneyIn?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  moneyOut?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type DashboardResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Dashboard'] = ResolversParentTypes['Dashboard']> = {
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  cash?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  expectedIn30Days?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  expectedIn60Days?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  expectedIn90Days?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['Forecast']>, ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['CashFlowMonth']>, ParentType, ContextType>;
  openCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  overdueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paidThisMonth?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ForecastResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Forecast'] = ResolversParentTypes['Forecast'], FederationReferenceType extends FederationReferenceTypes['Forecast'] = FederationReferenceTypes['Forecast']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Forecast']> | FederationReferenceType, FederationReferenceType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  intervalPercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isBaseline?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ForecastMethod'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['ForecastPoint']>, ParentType, ContextType>;
};

export type ForecastPointResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastPoint'] = ResolversParentTypes['ForecastPoint']> = {
  high?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  median?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  decimal?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  dashboard?: Resolver<Maybe<ResolversTypes['Dashboard']>, ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['Forecast']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = AnalyticsContext> = {
  CashFlowMonth?: CashFlowMonthResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Dashboard?: DashboardResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Forecast?: ForecastResolvers<ContextType>;
  ForecastPoint?: ForecastPointResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = AnalyticsContext> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
