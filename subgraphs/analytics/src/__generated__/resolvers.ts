import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyParent } from '@finflow/shared/money';
import type { Dashboard as DashboardParent, CashFlowMonth as CashFlowMonthParent } from '../dashboard/dashboard.service.ts';
import type { ForecastParent } from '../forecast/present-outlook.ts';
import type { AnalyticsContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
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

/** Accounting's. Here it stands for whom a part of a forecast comes from. */
export type Customer = {
  __typename?: 'Customer';
  id: Scalars['ID']['output'];
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
  /** The last day that it knew. */
  asOf: Scalars['LocalDate']['output'];
  /** How the same methods did on the past. Null with too little of it. */
  backtest?: Maybe<ForecastBacktest>;
  /** What for, over all periods; the greatest first, the last one stands for all others. */
  categories: Array<ForecastCategory>;
  currency: Scalars['CurrencyCode']['output'];
  /** What is left of the period of `asOf`; null on its last day. */
  current?: Maybe<ForecastPoint>;
  /** Who pays, over all periods; the greatest first, the last one stands for all others. */
  customers: Array<ForecastCustomer>;
  grain: ForecastGrain;
  /** The newest periods of the past, oldest first; the current one up to `asOf`. */
  history: Array<ForecastPast>;
  id: Scalars['ID']['output'];
  /** How much of the truth the points' low and high should hold: 80. */
  intervalPercent: Scalars['Int']['output'];
  /** The models could not answer: this is the simple rule that stands in for them. */
  isBaseline: Scalars['Boolean']['output'];
  madeAt: Scalars['DateTime']['output'];
  /** The methods that had a say, the weightiest first. */
  members: Array<ForecastMember>;
  method: ForecastMethod;
  /** The periods after it, nearest first. */
  points: Array<ForecastPoint>;
  target: ForecastTarget;
};

export type ForecastBacktest = {
  __typename?: 'ForecastBacktest';
  /** Mean absolute error over that of repeating the last season (MASE). Under 1 is better than repeating it. */
  mase: Scalars['Float']['output'];
  /** Mean absolute error of a period. */
  meanError: Money;
  /** How many days of the past it was asked on. */
  origins: Scalars['Int']['output'];
};

export type ForecastCategory = {
  __typename?: 'ForecastCategory';
  /** The account's code in the chart of accounts. Null: all others. */
  code?: Maybe<Scalars['String']['output']>;
  expected: Money;
  known: Money;
};

export type ForecastConnection = {
  __typename?: 'ForecastConnection';
  edges: Array<ForecastEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ForecastCustomer = {
  __typename?: 'ForecastCustomer';
  /** Null: all others. */
  customer?: Maybe<Customer>;
  expected: Money;
  known: Money;
};

export type ForecastEdge = {
  __typename?: 'ForecastEdge';
  cursor: Scalars['String']['output'];
  node: Forecast;
};

export type ForecastGrain =
  | 'DAY'
  | 'MONTH'
  /** Monday to Sunday. */
  | 'WEEK';

export type ForecastInput = {
  grain?: InputMaybe<ForecastGrain>;
  /** Whole periods after the current one: 1 to 366 days (28), 1 to 53 weeks (13), 1 to 12 months (6). */
  horizon?: InputMaybe<Scalars['Int']['input']>;
  target?: InputMaybe<ForecastTarget>;
};

/** Where so many percent of outcomes should lie. */
export type ForecastInterval = {
  __typename?: 'ForecastInterval';
  high: Money;
  low: Money;
  percent: Scalars['Int']['output'];
};

export type ForecastMember = {
  __typename?: 'ForecastMember';
  name: Scalars['String']['output'];
  /** Its share of the forecast, 0 to 1. */
  weight: Scalars['Float']['output'];
};

export type ForecastMethod =
  /** Several methods, each weighed by how it did on the past. */
  | 'ENSEMBLE'
  /** What the books already know (open invoices, what comes back regularly), and several methods for the rest. */
  | 'KNOWN_AND_ENSEMBLE'
  /** Same month of the year before with a drift, interval from past errors. It stands in when the models can't answer. */
  | 'SEASONAL_BASELINE';

export type ForecastPast = {
  __typename?: 'ForecastPast';
  /** Its last day, or `asOf`. */
  end: Scalars['LocalDate']['output'];
  /** What the period brought: net cash, revenue, or expense. */
  flow: Money;
  start: Scalars['LocalDate']['output'];
  /** Of cash: what was there at the end. Of revenue and expense: what the period brought. */
  value: Money;
};

export type ForecastPoint = {
  __typename?: 'ForecastPoint';
  /** Its last day. */
  end: Scalars['LocalDate']['output'];
  /** The part that only history speaks for. */
  expected: Money;
  /** What the period brings: net cash, revenue, or expense. It is known plus expected. */
  flow: Money;
  flowIntervals: Array<ForecastInterval>;
  high: Money;
  /** At 50, 80 and 95 %. */
  intervals: Array<ForecastInterval>;
  /** The part that the books already name: open invoices, what comes back regularly. */
  known: Money;
  /** The bounds of the 80 % interval. */
  low: Money;
  /** Of cash: what is there at the end. Of revenue and expense: what the period brings. */
  median: Money;
  /** First day of the month in which the period begins. */
  month: Scalars['LocalDate']['output'];
  start: Scalars['LocalDate']['output'];
};

export type ForecastTarget =
  /** Cash at the end of each period: bank and provider clearing accounts together. */
  | 'CASH_FLOW'
  /** What expense accounts were debited with. */
  | 'EXPENSE'
  /** What income accounts were credited with. */
  | 'REVENUE';

export type Money = {
  __typename?: 'Money';
  currency: Scalars['CurrencyCode']['output'];
  /** The same amount with the currency's decimals, for reading: "1234.50". */
  decimal: Scalars['String']['output'];
  minor: Scalars['MinorUnits']['output'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** The figures of the first screen. Null until the organization's events have arrived. */
  dashboard?: Maybe<Dashboard>;
  /**
   * Without input the newest cash-flow forecast that was stored; null until there is one. With input, an answer that is made now and not stored:
   * its id finds nothing later; null while there is no past to go by.
   */
  forecast?: Maybe<Forecast>;
  /** The cash-flow forecasts that were made, newest first: the newest 50, and the last one of each month. At most 100 a page. */
  forecasts: ForecastConnection;
};


export type QueryForecastArgs = {
  input?: InputMaybe<ForecastInput>;
};


export type QueryForecastsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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
  Customer: ResolverTypeWrapper<Customer>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Dashboard: ResolverTypeWrapper<DashboardParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Forecast: ResolverTypeWrapper<ForecastParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ForecastBacktest: ResolverTypeWrapper<Omit<ForecastBacktest, 'meanError'> & { meanError: ResolversTypes['Money'] }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ForecastCategory: ResolverTypeWrapper<Omit<ForecastCategory, 'expected' | 'known'> & { expected: ResolversTypes['Money'], known: ResolversTypes['Money'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ForecastConnection: ResolverTypeWrapper<Omit<ForecastConnection, 'edges'> & { edges: Array<ResolversTypes['ForecastEdge']> }>;
  ForecastCustomer: ResolverTypeWrapper<Omit<ForecastCustomer, 'expected' | 'known'> & { expected: ResolversTypes['Money'], known: ResolversTypes['Money'] }>;
  ForecastEdge: ResolverTypeWrapper<Omit<ForecastEdge, 'node'> & { node: ResolversTypes['Forecast'] }>;
  ForecastGrain: ForecastGrain;
  ForecastInput: ForecastInput;
  ForecastInterval: ResolverTypeWrapper<Omit<ForecastInterval, 'high' | 'low'> & { high: ResolversTypes['Money'], low: ResolversTypes['Money'] }>;
  ForecastMember: ResolverTypeWrapper<ForecastMember>;
  ForecastMethod: ForecastMethod;
  ForecastPast: ResolverTypeWrapper<Omit<ForecastPast, 'flow' | 'value'> & { flow: ResolversTypes['Money'], value: ResolversTypes['Money'] }>;
  ForecastPoint: ResolverTypeWrapper<Omit<ForecastPoint, 'expected' | 'flow' | 'flowIntervals' | 'high' | 'intervals' | 'known' | 'low' | 'median'> & { expected: ResolversTypes['Money'], flow: ResolversTypes['Money'], flowIntervals: Array<ResolversTypes['ForecastInterval']>, high: ResolversTypes['Money'], intervals: Array<ResolversTypes['ForecastInterval']>, known: ResolversTypes['Money'], low: ResolversTypes['Money'], median: ResolversTypes['Money'] }>;
  ForecastTarget: ForecastTarget;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<MoneyParent>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CashFlowMonth: CashFlowMonthParent;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Customer: Customer;
  ID: Scalars['ID']['output'];
  Dashboard: DashboardParent;
  Int: Scalars['Int']['output'];
  DateTime: Scalars['DateTime']['output'];
  Forecast: ForecastParent;
  Boolean: Scalars['Boolean']['output'];
  ForecastBacktest: Omit<ForecastBacktest, 'meanError'> & { meanError: ResolversParentTypes['Money'] };
  Float: Scalars['Float']['output'];
  ForecastCategory: Omit<ForecastCategory, 'expected' | 'known'> & { expected: ResolversParentTypes['Money'], known: ResolversParentTypes['Money'] };
  String: Scalars['String']['output'];
  ForecastConnection: Omit<ForecastConnection, 'edges'> & { edges: Array<ResolversParentTypes['ForecastEdge']> };
  ForecastCustomer: Omit<ForecastCustomer, 'expected' | 'known'> & { expected: ResolversParentTypes['Money'], known: ResolversParentTypes['Money'] };
  ForecastEdge: Omit<ForecastEdge, 'node'> & { node: ResolversParentTypes['Forecast'] };
  ForecastInput: ForecastInput;
  ForecastInterval: Omit<ForecastInterval, 'high' | 'low'> & { high: ResolversParentTypes['Money'], low: ResolversParentTypes['Money'] };
  ForecastMember: ForecastMember;
  ForecastPast: Omit<ForecastPast, 'flow' | 'value'> & { flow: ResolversParentTypes['Money'], value: ResolversParentTypes['Money'] };
  ForecastPoint: Omit<ForecastPoint, 'expected' | 'flow' | 'flowIntervals' | 'high' | 'intervals' | 'known' | 'low' | 'median'> & { expected: ResolversParentTypes['Money'], flow: ResolversParentTypes['Money'], flowIntervals: Array<ResolversParentTypes['ForecastInterval']>, high: ResolversParentTypes['Money'], intervals: Array<ResolversParentTypes['ForecastInterval']>, known: ResolversParentTypes['Money'], low: ResolversParentTypes['Money'], median: ResolversParentTypes['Money'] };
  LocalDate: Scalars['LocalDate']['output'];
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: MoneyParent;
  PageInfo: PageInfo;
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

export type CustomerResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

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
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  backtest?: Resolver<Maybe<ResolversTypes['ForecastBacktest']>, ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['ForecastCategory']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  current?: Resolver<Maybe<ResolversTypes['ForecastPoint']>, ParentType, ContextType>;
  customers?: Resolver<Array<ResolversTypes['ForecastCustomer']>, ParentType, ContextType>;
  grain?: Resolver<ResolversTypes['ForecastGrain'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['ForecastPast']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  intervalPercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isBaseline?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['ForecastMember']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ForecastMethod'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['ForecastPoint']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['ForecastTarget'], ParentType, ContextType>;
};

export type ForecastBacktestResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastBacktest'] = ResolversParentTypes['ForecastBacktest']> = {
  mase?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanError?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  origins?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ForecastCategoryResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastCategory'] = ResolversParentTypes['ForecastCategory']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ForecastConnectionResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastConnection'] = ResolversParentTypes['ForecastConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ForecastEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ForecastCustomerResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastCustomer'] = ResolversParentTypes['ForecastCustomer']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ForecastEdgeResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastEdge'] = ResolversParentTypes['ForecastEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Forecast'], ParentType, ContextType>;
};

export type ForecastIntervalResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastInterval'] = ResolversParentTypes['ForecastInterval']> = {
  high?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ForecastMemberResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastMember'] = ResolversParentTypes['ForecastMember']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ForecastPastResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastPast'] = ResolversParentTypes['ForecastPast']> = {
  end?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  flow?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ForecastPointResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastPoint'] = ResolversParentTypes['ForecastPoint']> = {
  end?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  flow?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  flowIntervals?: Resolver<Array<ResolversTypes['ForecastInterval']>, ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  intervals?: Resolver<Array<ResolversTypes['ForecastInterval']>, ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  median?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
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

export type PageInfoResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  dashboard?: Resolver<Maybe<ResolversTypes['Dashboard']>, ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['Forecast']>, ParentType, ContextType, Partial<QueryForecastArgs>>;
  forecasts?: Resolver<ResolversTypes['ForecastConnection'], ParentType, ContextType, RequireFields<QueryForecastsArgs, 'first'>>;
};

export type Resolvers<ContextType = AnalyticsContext> = {
  CashFlowMonth?: CashFlowMonthResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  Dashboard?: DashboardResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Forecast?: ForecastResolvers<ContextType>;
  ForecastBacktest?: ForecastBacktestResolvers<ContextType>;
  ForecastCategory?: ForecastCategoryResolvers<ContextType>;
  ForecastConnection?: ForecastConnectionResolvers<ContextType>;
  ForecastCustomer?: ForecastCustomerResolvers<ContextType>;
  ForecastEdge?: ForecastEdgeResolvers<ContextType>;
  ForecastInterval?: ForecastIntervalResolvers<ContextType>;
  ForecastMember?: ForecastMemberResolvers<ContextType>;
  ForecastPast?: ForecastPastResolvers<ContextType>;
  ForecastPoint?: ForecastPointResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = AnalyticsContext> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
