import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyParent } from '@finflow/shared/money';
import type { Dashboard as DashboardParent, CashFlowMonth as CashFlowMonthParent } from '../dashboard/dashboard.service.ts';
import type { Category as CategoryParent } from '../categories/taxonomy.ts';
import type { StoredSuggestion as SuggestionParent, TransactionView as TransactionParent } from '../transaction/transaction.queries.ts';
import type { Choice as ChoiceParent, Reason as ReasonParent } from '../categorizing/suggestion.ts';
import type { CategoryModelView as CategoryModelParent } from '../categories/model/category-model.service.ts';
import type { SettingsRow as SettingsParent } from '../categories/category-settings.ts';
import type { JournalEntryReference as EntryParent } from '../transaction/transaction.resolvers.ts';
import type { Kpis as KpisParent } from '../kpis/kpis.service.ts';
import type { AnalyticsRowParent } from '../analyze/analyze.resolvers.ts';
import type { ReviewedAnomaly as AnomalyParent, AnomalyEvidence as AnomalyEvidenceParent } from '../anomaly/anomaly.service.ts';
import type { ForecastParent } from '../forecast/present-outlook.ts';
import type { CreditReport as CreditReportParent, ScorePoint as ScorePointParent, Offers as OffersParent } from '../credit/credit.service.ts';
import type { ScoreGap as ScoreGapParent, Factor as FactorParent } from '../credit/score.ts';
import type { ImprovementParent, LoanOfferParent } from '../credit/present-credit.ts';
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

export type AcceptCategoriesInput = {
  /** 1 to 100, each with the category that was seen. */
  decisions: Array<CategoryDecisionInput>;
};

export type AcceptCategoriesResult = CategoriesAccepted | Conflict | InvalidInput | NotFound;

export type AnalyticsDimension =
  /** Of REVENUE, EXPENSES and PROFIT. */
  | 'ACCOUNT'
  /** Of INVOICED. */
  | 'CUSTOMER'
  /** Of SPENT: the entry's text, in small letters. */
  | 'MERCHANT';

export type AnalyticsGrain =
  | 'DAY'
  | 'MONTH'
  | 'QUARTER'
  /** All in one. */
  | 'TOTAL'
  /** Monday to Sunday. */
  | 'WEEK'
  | 'YEAR';

export type AnalyticsInput = {
  dimension?: InputMaybe<AnalyticsDimension>;
  from: Scalars['LocalDate']['input'];
  grain?: InputMaybe<AnalyticsGrain>;
  /** Only these account codes, customer ids or merchants, in capitals or not; at most 100. */
  keys?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At least one, each once. With a dimension all must have it. */
  measures: Array<AnalyticsMeasure>;
  /** The last day, included: up to 400 days by DAY, 5 years by WEEK, else 10 years. */
  to: Scalars['LocalDate']['input'];
};

export type AnalyticsMeasure =
  | 'EXPENSES'
  /** Totals of the invoices issued, tax included. */
  | 'INVOICED'
  | 'MONEY_IN'
  | 'MONEY_OUT'
  /** Revenue less expenses. */
  | 'PROFIT'
  | 'REVENUE'
  /** Expenses that were paid, by journal entry; what was taken back is not counted. */
  | 'SPENT';

export type AnalyticsRow = {
  __typename?: 'AnalyticsRow';
  /** Of the dimension CUSTOMER. */
  customer?: Maybe<Customer>;
  /** Null without a dimension, and where the books name none. */
  key?: Maybe<Scalars['String']['output']>;
  /** First day of the period, `from` where it began before. */
  start: Scalars['LocalDate']['output'];
  values: Array<Money>;
};

export type AnalyticsTable = {
  __typename?: 'AnalyticsTable';
  /** What the values of each row are, in their order. */
  measures: Array<AnalyticsMeasure>;
  /** By period, oldest first, then by key. Periods in which nothing happened have none. */
  rows: Array<AnalyticsRow>;
};

/** A record that is out of the ordinary, and why. */
export type Anomaly = {
  __typename?: 'Anomaly';
  amount: Money;
  customer?: Maybe<Customer>;
  /** The record's business date. */
  date: Scalars['LocalDate']['output'];
  entry?: Maybe<JournalEntry>;
  /** The numbers that speak for it, and the records it was compared with. */
  evidence: Array<AnomalyEvidence>;
  id: Scalars['ID']['output'];
  invoice?: Maybe<Invoice>;
  kind: AnomalyKind;
  /** When the record was made. */
  occurredAt: Scalars['DateTime']['output'];
  payment?: Maybe<Payment>;
  /** How probable something at least as odd is where all goes as usual: 0.001 is once in a thousand records. */
  rarity: Scalars['Float']['output'];
  /** A sentence with its numbers. */
  reason: Scalars['String']['output'];
  /** When the newest word was said; null while it is open. */
  reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  status: AnomalyStatus;
};

export type AnomalyConnection = {
  __typename?: 'AnomalyConnection';
  edges: Array<AnomalyEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AnomalyEdge = {
  __typename?: 'AnomalyEdge';
  cursor: Scalars['String']['output'];
  node: Anomaly;
};

export type AnomalyEvidence = {
  __typename?: 'AnomalyEvidence';
  entry?: Maybe<JournalEntry>;
  invoice?: Maybe<Invoice>;
  label: Scalars['String']['output'];
  payment?: Maybe<Payment>;
  value: Scalars['String']['output'];
};

export type AnomalyFilter = {
  /** Any of these. */
  kind?: InputMaybe<Array<AnomalyKind>>;
  /** Any of these. */
  status?: InputMaybe<Array<AnomalyStatus>>;
};

export type AnomalyKind =
  /** Much more, or much less, than usual with this party. */
  | 'AMOUNT'
  /** The same amount with the same party within days, or an invoice that was paid twice. */
  | 'DUPLICATE'
  /** Too many within a week, or too soon after the last. */
  | 'FREQUENCY'
  /** Four weeks that came to much more than four weeks usually do. */
  | 'LEVEL_SHIFT'
  /** Somebody new, and large. */
  | 'NEW_PAYEE'
  /** Booked to an account on which this party usually doesn't stand. */
  | 'UNUSUAL_ACCOUNT'
  /** At an hour at which that hardly ever happens. */
  | 'UNUSUAL_HOUR';

export type AnomalyReviewed = {
  __typename?: 'AnomalyReviewed';
  anomaly: Anomaly;
};

export type AnomalyStatus =
  | 'CONFIRMED'
  | 'EXPECTED'
  /** Nobody has said anything of it yet, or what was said was taken back. */
  | 'OPEN';

export type AnomalyVerdict =
  /** It was worth a look. */
  | 'CONFIRMED'
  /** All is well with it. */
  | 'EXPECTED'
  /** What was said before is taken back: it waits for a look again. */
  | 'OPEN';

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

export type CategoriesAccepted = {
  __typename?: 'CategoriesAccepted';
  /** In the order of the input. */
  transactions: Array<Transaction>;
};

export type CategorizeTextInput = {
  /** What was paid, above zero. */
  amountMinor: Scalars['MinorUnits']['input'];
  currency: Scalars['CurrencyCode']['input'];
  /** Today if left out. */
  date?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 1 to 500 characters. */
  text: Scalars['String']['input'];
};

export type CategorizeTextResult = InvalidInput | TextCategorized;

export type Category = {
  __typename?: 'Category';
  /** The expense account that it is booked on. */
  accountCode: Scalars['String']['output'];
  /** Stable, such as SOFTWARE. */
  code: Scalars['ID']['output'];
  /** What belongs here. */
  description: Scalars['String']['output'];
  /** Merchant category codes (ISO 18245) that belong here. */
  merchantCodes: Array<MerchantCodeRange>;
  name: Scalars['String']['output'];
  /** Plaid's personal finance categories that belong here. */
  plaid: Array<PlaidCategory>;
};

export type CategoryChoice = {
  __typename?: 'CategoryChoice';
  category: Category;
  confidence: Scalars['Float']['output'];
};

export type CategoryDecisionInput = {
  /** A category's code. */
  category: Scalars['ID']['input'];
  transactionId: Scalars['ID']['input'];
};

/** A model that suggests categories. It is trained when people have decided much that is new, and used when it is better. */
export type CategoryModel = {
  __typename?: 'CategoryModel';
  /** Share of the latest tenth of them suggested right, unseen in training; null for the general one. */
  accuracy?: Maybe<Scalars['Float']['output']>;
  /** The general model's share of the same. */
  accuracyBefore?: Maybe<Scalars['Float']['output']>;
  /** On how many decisions; null for the general one. */
  exampleCount?: Maybe<Scalars['Int']['output']>;
  isActive: Scalars['Boolean']['output'];
  /** Null for the general one. */
  trainedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Counts the organization's own models; 0 is the general one. */
  version: Scalars['Int']['output'];
};

export type CategoryModelChosen = {
  __typename?: 'CategoryModelChosen';
  models: Array<CategoryModel>;
};

export type CategoryReason = {
  __typename?: 'CategoryReason';
  /** How many past decisions; null for other kinds. */
  count?: Maybe<Scalars['Int']['output']>;
  kind: CategoryReasonKind;
  /** A sentence for people. */
  text: Scalars['String']['output'];
  /** The words of the text that speak for it; none for other kinds. */
  words: Array<Scalars['String']['output']>;
};

export type CategoryReasonKind =
  | 'AMOUNT'
  | 'PAST_DECISIONS'
  /** No known word of the text says so, but all of it together looks like the category. Told only where nothing else is. */
  | 'WHOLE_NAME'
  | 'WORDS';

export type CategorySettings = {
  __typename?: 'CategorySettings';
  /** From this confidence on a category is taken without asking: 0.5 to 1. */
  threshold: Scalars['Float']['output'];
  /** How many expenses wait for a person. */
  waitingCount: Scalars['Int']['output'];
};

/** Who said what an expense was for. */
export type CategorySource =
  /** The account that it was booked on. */
  | 'BOOKS'
  | 'MODEL'
  | 'PERSON';

export type CategorySpending = {
  __typename?: 'CategorySpending';
  accountCode: Scalars['String']['output'];
  /** Null for an account that is no category's. */
  category?: Maybe<Category>;
  spent: Money;
};

export type CategorySuggestion = {
  __typename?: 'CategorySuggestion';
  /** The next three, likeliest first. */
  alternatives: Array<CategoryChoice>;
  category: Category;
  /** How likely, 0 to 1: of all suggestions with 0.8 about four in five are right. */
  confidence: Scalars['Float']['output'];
  modelVersion: Scalars['String']['output'];
  /** Why, strongest first. */
  reasons: Array<CategoryReason>;
};

export type CategoryThresholdSet = {
  __typename?: 'CategoryThresholdSet';
  settings: CategorySettings;
};

export type CategoryTraining = {
  __typename?: 'CategoryTraining';
  /** So many more decisions of people, and a model is trained. */
  decisionsToGo: Scalars['Int']['output'];
  /** The last training that came to its end, also where its model was not better. Null before the first. */
  lastTrial?: Maybe<CategoryTrial>;
  state: CategoryTrainingState;
};

export type CategoryTrainingState =
  /** More decisions are needed first. */
  | 'COLLECTING'
  /** The last try failed. It is tried again by itself. */
  | 'FAILED'
  /** There are enough: it is trained now. */
  | 'UNDER_WAY';

export type CategoryTrial = {
  __typename?: 'CategoryTrial';
  /** Share of the latest tenth of them suggested right, unseen in training. */
  accuracy: Scalars['Float']['output'];
  /** The general model's share of the same. */
  accuracyBefore: Scalars['Float']['output'];
  at: Scalars['DateTime']['output'];
  /** On how many decisions. */
  exampleCount: Scalars['Int']['output'];
  /** Whether it was better than the general one, and is used since. Otherwise nothing changed. */
  isBetter: Scalars['Boolean']['output'];
};

export type Conflict = Refusal & {
  __typename?: 'Conflict';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type CorrectCategoryInput = {
  /** A category's code. */
  category: Scalars['ID']['input'];
  transactionId: Scalars['ID']['input'];
};

export type CorrectCategoryResult = Conflict | InvalidInput | NotFound | TransactionCategorized;

/** From 750 excellent, 650 good, 550 fair, 400 weak, below that poor. */
export type CreditBand =
  | 'EXCELLENT'
  | 'FAIR'
  | 'GOOD'
  | 'POOR'
  | 'WEAK';

export type CreditFactor = {
  __typename?: 'CreditFactor';
  /** Stable, such as CASH_COVER. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Added to the score of an ordinary business, or taken off. */
  points: Scalars['Int']['output'];
  /** The figure in words. */
  sentence: Scalars['String']['output'];
  unit: CreditUnit;
  /** Null where it isn't known, or has no end because there are no debts; the sentence says which. */
  value?: Maybe<Scalars['Float']['output']>;
};

export type CreditImprovement = {
  __typename?: 'CreditImprovement';
  /** What it takes, where it is a matter of an amount. */
  amount?: Maybe<Money>;
  gain: Scalars['Int']['output'];
  kind: CreditImprovementKind;
  /** The score that the books would have. */
  score: Scalars['Int']['output'];
  sentence: Scalars['String']['output'];
};

export type CreditImprovementKind =
  | 'ADD_CASH'
  | 'COLLECT_OVERDUE'
  | 'CUT_COSTS'
  | 'GET_PAID_ON_TIME'
  | 'PAY_DEBTS'
  | 'RAISE_PRICES'
  | 'SPREAD_CUSTOMERS';

export type CreditScore = {
  __typename?: 'CreditScore';
  asOf: Scalars['LocalDate']['output'];
  band: CreditBand;
  /** All figures that the score goes by, those that move it most first. */
  factors: Array<CreditFactor>;
  /** What would raise the score, the most helpful first; each is scored by itself, by the same rules. */
  improvements: Array<CreditImprovement>;
  /** The score of an ordinary business. With the points of all factors it makes the score. */
  ordinaryScore: Scalars['Int']['output'];
  /** The five factors that move the score most. */
  reasons: Array<CreditFactor>;
  /** 0 to 1000. More is safer. */
  score: Scalars['Int']['output'];
};

export type CreditScoreGap =
  /** Nothing was sold in the last twelve complete months. */
  | 'NO_SALES'
  /** Fewer than three complete months that earned or cost something. */
  | 'TOO_LITTLE_HISTORY';

export type CreditScorePoint = {
  __typename?: 'CreditScorePoint';
  /** The end of a month, or today. */
  asOf: Scalars['LocalDate']['output'];
  band: CreditBand;
  score: Scalars['Int']['output'];
};

export type CreditScoreResult = CreditScore | CreditScoreUnavailable;

/** The books give no score. */
export type CreditScoreUnavailable = {
  __typename?: 'CreditScoreUnavailable';
  code: CreditScoreGap;
  message: Scalars['String']['output'];
};

export type CreditUnit =
  | 'DAYS'
  | 'MONTHS'
  /** A share; 1 is 100 %. */
  | 'PERCENT'
  | 'RATIO';

/** Accounting's. Here it stands for whom a figure is about. */
export type Customer = {
  __typename?: 'Customer';
  id: Scalars['ID']['output'];
};

export type CustomerRank = {
  __typename?: 'CustomerRank';
  /** Invoices. */
  count: Scalars['Int']['output'];
  customer: Customer;
  invoiced: Money;
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
  /** How the same methods did on the past; of cash, on the part that only history speaks for. Null with too little of it. */
  backtest?: Maybe<ForecastBacktest>;
  /** What for, over all periods; the greatest first, the last one stands for all others. */
  categories: Array<ForecastCategory>;
  currency: Scalars['CurrencyCode']['output'];
  /** What is left of the period of `asOf`; null on its last day. */
  current?: Maybe<ForecastPoint>;
  /** Who pays, over all periods; the greatest first, the last one stands for all others. */
  customers: Array<ForecastCustomer>;
  /** What each change of the scenario does to the figure by the end, in their order. Empty without a scenario. */
  effects: Array<Money>;
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
  /** How forecasts of this kind turned out in the newest periods that are over. Null with too little past. */
  record?: Maybe<ForecastRecord>;
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

/** An amount on this day and on the same day of every month after: a hire, a lease. */
export type ForecastEveryMonthInput = {
  /** In the organization's base currency; below zero it goes out. */
  amountMinor: Scalars['MinorUnits']['input'];
  /** The account's code, if it should count there. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** After today. */
  from: Scalars['LocalDate']['input'];
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
  /**
   * What might happen, one after the other; at most 10 changes. Who pays later changes CASH_FLOW alone, a lost customer REVENUE too, and an amount
   * REVENUE or EXPENSE by its account; without one, an amount of every month by whether it comes in or goes out.
   */
  scenario?: InputMaybe<Array<ForecastScenarioInput>>;
  target?: InputMaybe<ForecastTarget>;
};

/** Where so many percent of outcomes should lie. */
export type ForecastInterval = {
  __typename?: 'ForecastInterval';
  high: Money;
  low: Money;
  percent: Scalars['Int']['output'];
};

/** A customer gets no further invoices. */
export type ForecastLostCustomerInput = {
  customerId: Scalars['ID']['input'];
  /** What it owes is lost too; otherwise it is paid as before. A matter of CASH_FLOW alone: it was revenue when it was invoiced. */
  openInvoicesLost?: InputMaybe<Scalars['Boolean']['input']>;
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

export type ForecastOnceInput = {
  /** In the organization's base currency; below zero it goes out. */
  amountMinor: Scalars['MinorUnits']['input'];
  code?: InputMaybe<Scalars['String']['input']>;
  /** After today. */
  on: Scalars['LocalDate']['input'];
};

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

/** A customer pays later than it would. */
export type ForecastPaysLaterInput = {
  customerId: Scalars['ID']['input'];
  /** -365 to 365; below zero it pays earlier. */
  days: Scalars['Int']['input'];
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

/** How forecasts turned out, each of them made at the end of the period before. */
export type ForecastRecord = {
  __typename?: 'ForecastRecord';
  /** Newest first. */
  forecasts: Array<PastForecast>;
  /** The share of outcomes inside the 80 % interval, 0 to 1. */
  insideShare: Scalars['Float']['output'];
  /** Mean absolute difference of what was likely and what came. */
  meanError: Money;
};

/** Something that might happen: exactly one of its fields. */
export type ForecastScenarioInput = {
  everyMonth?: InputMaybe<ForecastEveryMonthInput>;
  lostCustomer?: InputMaybe<ForecastLostCustomerInput>;
  once?: InputMaybe<ForecastOnceInput>;
  paysLater?: InputMaybe<ForecastPaysLaterInput>;
};

export type ForecastTarget =
  /** Cash at the end of each period: bank and provider clearing accounts together. */
  | 'CASH_FLOW'
  /** What expense accounts were debited with. */
  | 'EXPENSE'
  /** What income accounts were credited with. */
  | 'REVENUE';

export type Insight = {
  __typename?: 'Insight';
  evidence: InsightEvidence;
  /** The same for a week. */
  id: Scalars['ID']['output'];
  kind: InsightKind;
  /** About how much money it is. */
  stake: Money;
  /** One sentence with its numbers. It names nobody: the evidence does. */
  text: Scalars['String']['output'];
  /** The Monday on which its week begins. */
  week: Scalars['LocalDate']['output'];
};

/** Where an insight's numbers stand. */
export type InsightEvidence = {
  __typename?: 'InsightEvidence';
  accountCode?: Maybe<Scalars['String']['output']>;
  customer?: Maybe<Customer>;
  from: Scalars['LocalDate']['output'];
  to: Scalars['LocalDate']['output'];
};

export type InsightKind =
  /** One customer makes 30 % of what is invoiced, or more. */
  | 'LARGE_CUSTOMER'
  /** A customer owes for a week or longer. */
  | 'LATE_PAYER'
  /** Sales of four weeks differ by a fifth or more from usual. */
  | 'SALES_CHANGED'
  /** Cash lasts less than six months. */
  | 'SHORT_RUNWAY'
  /** Customers pay a week later than a quarter ago, or later. */
  | 'SLOWER_PAYMENTS'
  /** An expense account took a fifth more than usual, or more than that. */
  | 'SPENDING_UP'
  /** Expenses wait for a category. */
  | 'UNCATEGORIZED';

export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** Accounting's. Here it stands for where an anomaly was found. */
export type Invoice = {
  __typename?: 'Invoice';
  id: Scalars['ID']['output'];
};

export type JournalEntry = {
  __typename?: 'JournalEntry';
  id: Scalars['ID']['output'];
};

export type KpiAmount = {
  __typename?: 'KpiAmount';
  change: Money;
  /** In percent of what it was before; null where that was nothing. */
  changePercent?: Maybe<Scalars['Float']['output']>;
  current: Money;
  previous: Money;
};

/** Days, both included. */
export type KpiPeriod = {
  __typename?: 'KpiPeriod';
  from: Scalars['LocalDate']['output'];
  to: Scalars['LocalDate']['output'];
};

/** In the organization's base currency. */
export type Kpis = {
  __typename?: 'Kpis';
  /** By how much cash shrinks in an average month, of the last three whole ones. Null where it doesn't. */
  burn?: Maybe<Money>;
  /** Bank and provider clearing accounts together, at the period's end. */
  cash: KpiAmount;
  /** Whole months, or a month so far: as many months before, as far into them. Else as many days right before. */
  comparedWith: KpiPeriod;
  /** Receivables at the period's end over what was invoiced in the 90 days before, times 90. Null without invoices. */
  daysSalesOutstanding?: Maybe<Scalars['Float']['output']>;
  expenses: KpiAmount;
  /** Totals of the invoices issued, tax included. */
  invoiced: KpiAmount;
  moneyIn: KpiAmount;
  moneyOut: KpiAmount;
  period: KpiPeriod;
  profit: KpiAmount;
  /** Open invoices as they are today, whatever the period, by days overdue. */
  receivableAges: Array<ReceivableAge>;
  /** What customers owed at the period's end, by the ledger. */
  receivables: KpiAmount;
  revenue: KpiAmount;
  /** For how many months cash lasts at that burn. */
  runwayMonths?: Maybe<Scalars['Float']['output']>;
  /** Expense accounts by what was booked on them in the period. At most 50. */
  spendingByCategory: Array<CategorySpending>;
  /** By what they were invoiced in the period. At most 50. */
  topCustomers: Array<CustomerRank>;
  /** By what was paid to them in the period, as the entries' texts name them. At most 50. */
  topMerchants: Array<MerchantRank>;
};


/** In the organization's base currency. */
export type KpisSpendingByCategoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** In the organization's base currency. */
export type KpisTopCustomersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** In the organization's base currency. */
export type KpisTopMerchantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type KpisInput = {
  /** Without it: the first of the month of `to`. */
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  /** The last day, included. Without it: today. */
  to?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type LoanKind =
  | 'TERM_LOAN'
  | 'WORKING_CAPITAL';

export type LoanOffer = {
  __typename?: 'LoanOffer';
  amount: Money;
  /** An average month's profit over the monthly payment. */
  coverage: Scalars['Float']['output'];
  kind: LoanKind;
  monthlyPayment: Money;
  termMonths: Scalars['Int']['output'];
  /** All payments less the amount. */
  totalInterest: Money;
  /** Hundredths of a percent a year: 890 is 8.9 %. */
  yearlyRateBasisPoints: Scalars['Int']['output'];
};

export type LoanOffers = {
  __typename?: 'LoanOffers';
  asOf: Scalars['LocalDate']['output'];
  band: CreditBand;
  /** Why there are no offers. */
  declined?: Maybe<LoanOffersDeclined>;
  /** Always true: the offers show what a policy would say. No lender makes them. */
  isIllustrative: Scalars['Boolean']['output'];
  offers: Array<LoanOffer>;
  score: Scalars['Int']['output'];
};

export type LoanOffersDecline =
  | 'AMOUNT_TOO_SMALL'
  | 'HISTORY_TOO_SHORT'
  | 'NO_PROFIT'
  | 'SCORE_TOO_LOW';

export type LoanOffersDeclined = {
  __typename?: 'LoanOffersDeclined';
  code: LoanOffersDecline;
  message: Scalars['String']['output'];
};

export type LoanOffersResult = CreditScoreUnavailable | LoanOffers;

export type MerchantCodeRange = {
  __typename?: 'MerchantCodeRange';
  from: Scalars['Int']['output'];
  to: Scalars['Int']['output'];
};

export type MerchantRank = {
  __typename?: 'MerchantRank';
  /** Entries. */
  count: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  spent: Money;
};

export type Money = {
  __typename?: 'Money';
  currency: Scalars['CurrencyCode']['output'];
  /** The same amount with the currency's decimals, for reading: "1234.50". */
  decimal: Scalars['String']['output'];
  minor: Scalars['MinorUnits']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Says it of up to 100 expenses, of all or of none. */
  acceptCategories: AcceptCategoriesResult;
  /** Says what an expense was for. Similar ones that wait are suggested anew at once. Saying it twice changes nothing. */
  correctCategory: CorrectCategoryResult;
  /** Says whether an anomaly was to be expected. The newest word counts, and OPEN takes it back; it makes the next of its kind and party harder, or easier, to raise. */
  reviewAnomaly: ReviewAnomalyResult;
  /** Goes back to an earlier model. What waits is suggested anew by it; what was decided stays. */
  rollbackCategoryModel: RollbackCategoryModelResult;
  /** From which confidence on a category is taken without asking. What waits and is above it now is taken at once. */
  setCategoryThreshold: SetCategoryThresholdResult;
};


export type MutationAcceptCategoriesArgs = {
  input: AcceptCategoriesInput;
};


export type MutationCorrectCategoryArgs = {
  input: CorrectCategoryInput;
};


export type MutationReviewAnomalyArgs = {
  input: ReviewAnomalyInput;
};


export type MutationRollbackCategoryModelArgs = {
  input: RollbackCategoryModelInput;
};


export type MutationSetCategoryThresholdArgs = {
  input: SetCategoryThresholdInput;
};

export type NotFound = Refusal & {
  __typename?: 'NotFound';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type PastForecast = {
  __typename?: 'PastForecast';
  actual: Money;
  /** The last day that it knew. */
  asOf: Scalars['LocalDate']['output'];
  end: Scalars['LocalDate']['output'];
  high: Money;
  isInside: Scalars['Boolean']['output'];
  /** The bounds of the 80 % interval. */
  low: Money;
  median: Money;
  start: Scalars['LocalDate']['output'];
  /** It was told then. Otherwise it was made afterwards, from what the books knew then. */
  wasPublished: Scalars['Boolean']['output'];
};

/** Payments'. Here it stands for where an anomaly was found. */
export type Payment = {
  __typename?: 'Payment';
  id: Scalars['ID']['output'];
};

export type PlaidCategory = {
  __typename?: 'PlaidCategory';
  detailed: Scalars['String']['output'];
  primary: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Sums of what the books say, by period and, where asked, by account, customer or merchant; in the base currency. At most 1000 rows. */
  analytics: AnalyticsTable;
  /** What is out of the ordinary in the books, newest first. At most 100 a page. */
  anomalies: AnomalyConnection;
  anomaly?: Maybe<Anomaly>;
  /** What money can go out for: the taxonomy, each category with its account in the ledger. */
  categories: Array<Category>;
  /** What a text would be suggested, by all that the organization decided so far. Stores nothing. */
  categorizeText: CategorizeTextResult;
  /** The models that can suggest categories, the newest first. The general one is the last. */
  categoryModels: Array<CategoryModel>;
  categorySettings: CategorySettings;
  /** How the organization's own model is coming along. */
  categoryTraining: CategoryTraining;
  /**
   * The business's credit score as of today, in its base currency, with what moved it and what would raise it. Null until the
   * organization's events have arrived.
   */
  creditScore?: Maybe<CreditScoreResult>;
  /**
   * The scores at the ends of the last months (1 to 24) and today, oldest first, by today's rules and what the log tells of those days
   * now. Days with too little to go by are left out.
   */
  creditScores: Array<CreditScorePoint>;
  /** The figures of the first screen. Null until the organization's events have arrived. */
  dashboard?: Maybe<Dashboard>;
  /**
   * Without input the newest cash-flow forecast that was stored; null until there is one. With input, an answer that is made now and not stored:
   * its id finds nothing later; null while there is no past to go by.
   */
  forecast?: Maybe<Forecast>;
  /** The cash-flow forecasts that were made, newest first: the newest 50, and the last one of each month. At most 100 a page. */
  forecasts: ForecastConnection;
  /** What is worth a look this week, by last Sunday's books: at most five, those about most money first. */
  insights: Array<Insight>;
  /** Key figures of a period, beside the one before. Without input this month so far. Null until the organization's events have arrived. */
  kpis?: Maybe<Kpis>;
  /**
   * What a written, illustrative policy would offer for this score. No lender stands behind it. Null until the organization's events
   * have arrived.
   */
  loanOffers?: Maybe<LoanOffersResult>;
  transaction?: Maybe<Transaction>;
  /** Expenses with what they were for, newest first. At most 100 a page. */
  transactions: TransactionConnection;
};


export type QueryAnalyticsArgs = {
  input: AnalyticsInput;
};


export type QueryAnomaliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AnomalyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAnomalyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCategorizeTextArgs = {
  input: CategorizeTextInput;
};


export type QueryCreditScoresArgs = {
  months?: Scalars['Int']['input'];
};


export type QueryForecastArgs = {
  input?: InputMaybe<ForecastInput>;
};


export type QueryForecastsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryKpisArgs = {
  input?: InputMaybe<KpisInput>;
};


export type QueryTransactionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ReceivableAge = {
  __typename?: 'ReceivableAge';
  count: Scalars['Int']['output'];
  due: Money;
  /** Days overdue. Null: not yet due. */
  fromDays?: Maybe<Scalars['Int']['output']>;
  /** Null: without end. */
  toDays?: Maybe<Scalars['Int']['output']>;
};

export type Refusal = {
  code: Scalars['String']['output'];
  /** The input field it concerns, as a dotted path. */
  field?: Maybe<Scalars['String']['output']>;
  /** A sentence that can be shown to a customer. */
  message: Scalars['String']['output'];
};

export type ReviewAnomalyInput = {
  anomalyId: Scalars['ID']['input'];
  verdict: AnomalyVerdict;
};

export type ReviewAnomalyResult = AnomalyReviewed | NotFound;

export type RollbackCategoryModelInput = {
  /** 0 is the general one. */
  version: Scalars['Int']['input'];
};

export type RollbackCategoryModelResult = CategoryModelChosen | NotFound;

export type SetCategoryThresholdInput = {
  /** 0.5 to 1. */
  threshold: Scalars['Float']['input'];
};

export type SetCategoryThresholdResult = CategoryThresholdSet | InvalidInput;

export type TextCategorized = {
  __typename?: 'TextCategorized';
  suggestion: CategorySuggestion;
};

/** Money that went out, by the journal entry that tells of it. */
export type Transaction = {
  __typename?: 'Transaction';
  /** The expense account that the entry was booked on at first. */
  accountCode: Scalars['String']['output'];
  amount: Money;
  categorizedBy?: Maybe<CategorySource>;
  /** Null while it waits. */
  category?: Maybe<Category>;
  /** How sure the model was that decided, 0 to 1. */
  confidence?: Maybe<Scalars['Float']['output']>;
  date: Scalars['LocalDate']['output'];
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  entry: JournalEntry;
  /** The journal entry's id. */
  id: Scalars['ID']['output'];
  /** The entry was taken back: it needs no category. */
  isReversed: Scalars['Boolean']['output'];
  /** It has no category yet, and a person is asked. */
  needsReview: Scalars['Boolean']['output'];
  /** Only while it waits; null until the model has looked at it. */
  suggestion?: Maybe<CategorySuggestion>;
  /** What the entry says; empty where it says nothing. */
  text: Scalars['String']['output'];
};

export type TransactionCategorized = {
  __typename?: 'TransactionCategorized';
  transaction: Transaction;
};

export type TransactionConnection = {
  __typename?: 'TransactionConnection';
  edges: Array<TransactionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TransactionEdge = {
  __typename?: 'TransactionEdge';
  cursor: Scalars['String']['output'];
  node: Transaction;
};

export type TransactionFilter = {
  /** A category's code. */
  category?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  needsReview?: InputMaybe<Scalars['Boolean']['input']>;
  /** Part of the text. */
  search?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['LocalDate']['input']>;
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
  Anomaly: Anomaly;
  Forecast: Forecast;
  Transaction: Transaction;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Anomaly:
    ( { __typename: 'Anomaly' }
    & GraphQLRecursivePick<FederationTypes['Anomaly'], {"id":true}> );
  Forecast:
    ( { __typename: 'Forecast' }
    & GraphQLRecursivePick<FederationTypes['Forecast'], {"id":true}> );
  Transaction:
    ( { __typename: 'Transaction' }
    & GraphQLRecursivePick<FederationTypes['Transaction'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AcceptCategoriesResult:
    | ( Omit<CategoriesAccepted, 'transactions'> & { transactions: Array<_RefType['Transaction']> } )
    | ( Conflict )
    | ( InvalidInput )
    | ( NotFound )
  ;
  CategorizeTextResult:
    | ( InvalidInput )
    | ( Omit<TextCategorized, 'suggestion'> & { suggestion: _RefType['CategorySuggestion'] } )
  ;
  CorrectCategoryResult:
    | ( Conflict )
    | ( InvalidInput )
    | ( NotFound )
    | ( Omit<TransactionCategorized, 'transaction'> & { transaction: _RefType['Transaction'] } )
  ;
  CreditScoreResult:
    | ( CreditReportParent )
    | ( ScoreGapParent )
  ;
  LoanOffersResult:
    | ( ScoreGapParent )
    | ( OffersParent )
  ;
  ReviewAnomalyResult:
    | ( Omit<AnomalyReviewed, 'anomaly'> & { anomaly: _RefType['Anomaly'] } )
    | ( NotFound )
  ;
  RollbackCategoryModelResult:
    | ( Omit<CategoryModelChosen, 'models'> & { models: Array<_RefType['CategoryModel']> } )
    | ( NotFound )
  ;
  SetCategoryThresholdResult:
    | ( Omit<CategoryThresholdSet, 'settings'> & { settings: _RefType['CategorySettings'] } )
    | ( InvalidInput )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Refusal:
    | ( Conflict )
    | ( InvalidInput )
    | ( NotFound )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptCategoriesInput: AcceptCategoriesInput;
  AcceptCategoriesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptCategoriesResult']>;
  AnalyticsDimension: AnalyticsDimension;
  AnalyticsGrain: AnalyticsGrain;
  AnalyticsInput: AnalyticsInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AnalyticsMeasure: AnalyticsMeasure;
  AnalyticsRow: ResolverTypeWrapper<AnalyticsRowParent>;
  AnalyticsTable: ResolverTypeWrapper<Omit<AnalyticsTable, 'rows'> & { rows: Array<ResolversTypes['AnalyticsRow']> }>;
  Anomaly: ResolverTypeWrapper<AnomalyParent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AnomalyConnection: ResolverTypeWrapper<Omit<AnomalyConnection, 'edges'> & { edges: Array<ResolversTypes['AnomalyEdge']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AnomalyEdge: ResolverTypeWrapper<Omit<AnomalyEdge, 'node'> & { node: ResolversTypes['Anomaly'] }>;
  AnomalyEvidence: ResolverTypeWrapper<AnomalyEvidenceParent>;
  AnomalyFilter: AnomalyFilter;
  AnomalyKind: AnomalyKind;
  AnomalyReviewed: ResolverTypeWrapper<Omit<AnomalyReviewed, 'anomaly'> & { anomaly: ResolversTypes['Anomaly'] }>;
  AnomalyStatus: AnomalyStatus;
  AnomalyVerdict: AnomalyVerdict;
  CashFlowMonth: ResolverTypeWrapper<CashFlowMonthParent>;
  CategoriesAccepted: ResolverTypeWrapper<Omit<CategoriesAccepted, 'transactions'> & { transactions: Array<ResolversTypes['Transaction']> }>;
  CategorizeTextInput: CategorizeTextInput;
  CategorizeTextResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CategorizeTextResult']>;
  Category: ResolverTypeWrapper<CategoryParent>;
  CategoryChoice: ResolverTypeWrapper<ChoiceParent>;
  CategoryDecisionInput: CategoryDecisionInput;
  CategoryModel: ResolverTypeWrapper<CategoryModelParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CategoryModelChosen: ResolverTypeWrapper<Omit<CategoryModelChosen, 'models'> & { models: Array<ResolversTypes['CategoryModel']> }>;
  CategoryReason: ResolverTypeWrapper<ReasonParent>;
  CategoryReasonKind: CategoryReasonKind;
  CategorySettings: ResolverTypeWrapper<SettingsParent>;
  CategorySource: CategorySource;
  CategorySpending: ResolverTypeWrapper<Omit<CategorySpending, 'category' | 'spent'> & { category?: Maybe<ResolversTypes['Category']>, spent: ResolversTypes['Money'] }>;
  CategorySuggestion: ResolverTypeWrapper<SuggestionParent>;
  CategoryThresholdSet: ResolverTypeWrapper<Omit<CategoryThresholdSet, 'settings'> & { settings: ResolversTypes['CategorySettings'] }>;
  CategoryTraining: ResolverTypeWrapper<CategoryTraining>;
  CategoryTrainingState: CategoryTrainingState;
  CategoryTrial: ResolverTypeWrapper<CategoryTrial>;
  Conflict: ResolverTypeWrapper<Conflict>;
  CorrectCategoryInput: CorrectCategoryInput;
  CorrectCategoryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CorrectCategoryResult']>;
  CreditBand: CreditBand;
  CreditFactor: ResolverTypeWrapper<FactorParent>;
  CreditImprovement: ResolverTypeWrapper<ImprovementParent>;
  CreditImprovementKind: CreditImprovementKind;
  CreditScore: ResolverTypeWrapper<CreditReportParent>;
  CreditScoreGap: CreditScoreGap;
  CreditScorePoint: ResolverTypeWrapper<ScorePointParent>;
  CreditScoreResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreditScoreResult']>;
  CreditScoreUnavailable: ResolverTypeWrapper<ScoreGapParent>;
  CreditUnit: CreditUnit;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Customer: ResolverTypeWrapper<Customer>;
  CustomerRank: ResolverTypeWrapper<Omit<CustomerRank, 'invoiced'> & { invoiced: ResolversTypes['Money'] }>;
  Dashboard: ResolverTypeWrapper<DashboardParent>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Forecast: ResolverTypeWrapper<ForecastParent>;
  ForecastBacktest: ResolverTypeWrapper<Omit<ForecastBacktest, 'meanError'> & { meanError: ResolversTypes['Money'] }>;
  ForecastCategory: ResolverTypeWrapper<Omit<ForecastCategory, 'expected' | 'known'> & { expected: ResolversTypes['Money'], known: ResolversTypes['Money'] }>;
  ForecastConnection: ResolverTypeWrapper<Omit<ForecastConnection, 'edges'> & { edges: Array<ResolversTypes['ForecastEdge']> }>;
  ForecastCustomer: ResolverTypeWrapper<Omit<ForecastCustomer, 'expected' | 'known'> & { expected: ResolversTypes['Money'], known: ResolversTypes['Money'] }>;
  ForecastEdge: ResolverTypeWrapper<Omit<ForecastEdge, 'node'> & { node: ResolversTypes['Forecast'] }>;
  ForecastEveryMonthInput: ForecastEveryMonthInput;
  ForecastGrain: ForecastGrain;
  ForecastInput: ForecastInput;
  ForecastInterval: ResolverTypeWrapper<Omit<ForecastInterval, 'high' | 'low'> & { high: ResolversTypes['Money'], low: ResolversTypes['Money'] }>;
  ForecastLostCustomerInput: ForecastLostCustomerInput;
  ForecastMember: ResolverTypeWrapper<ForecastMember>;
  ForecastMethod: ForecastMethod;
  ForecastOnceInput: ForecastOnceInput;
  ForecastPast: ResolverTypeWrapper<Omit<ForecastPast, 'flow' | 'value'> & { flow: ResolversTypes['Money'], value: ResolversTypes['Money'] }>;
  ForecastPaysLaterInput: ForecastPaysLaterInput;
  ForecastPoint: ResolverTypeWrapper<Omit<ForecastPoint, 'expected' | 'flow' | 'flowIntervals' | 'high' | 'intervals' | 'known' | 'low' | 'median'> & { expected: ResolversTypes['Money'], flow: ResolversTypes['Money'], flowIntervals: Array<ResolversTypes['ForecastInterval']>, high: ResolversTypes['Money'], intervals: Array<ResolversTypes['ForecastInterval']>, known: ResolversTypes['Money'], low: ResolversTypes['Money'], median: ResolversTypes['Money'] }>;
  ForecastRecord: ResolverTypeWrapper<Omit<ForecastRecord, 'forecasts' | 'meanError'> & { forecasts: Array<ResolversTypes['PastForecast']>, meanError: ResolversTypes['Money'] }>;
  ForecastScenarioInput: ForecastScenarioInput;
  ForecastTarget: ForecastTarget;
  Insight: ResolverTypeWrapper<Omit<Insight, 'stake'> & { stake: ResolversTypes['Money'] }>;
  InsightEvidence: ResolverTypeWrapper<InsightEvidence>;
  InsightKind: InsightKind;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  Invoice: ResolverTypeWrapper<Invoice>;
  JournalEntry: ResolverTypeWrapper<EntryParent>;
  KpiAmount: ResolverTypeWrapper<Omit<KpiAmount, 'change' | 'current' | 'previous'> & { change: ResolversTypes['Money'], current: ResolversTypes['Money'], previous: ResolversTypes['Money'] }>;
  KpiPeriod: ResolverTypeWrapper<KpiPeriod>;
  Kpis: ResolverTypeWrapper<KpisParent>;
  KpisInput: KpisInput;
  LoanKind: LoanKind;
  LoanOffer: ResolverTypeWrapper<LoanOfferParent>;
  LoanOffers: ResolverTypeWrapper<OffersParent>;
  LoanOffersDecline: LoanOffersDecline;
  LoanOffersDeclined: ResolverTypeWrapper<LoanOffersDeclined>;
  LoanOffersResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LoanOffersResult']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  MerchantCodeRange: ResolverTypeWrapper<MerchantCodeRange>;
  MerchantRank: ResolverTypeWrapper<Omit<MerchantRank, 'spent'> & { spent: ResolversTypes['Money'] }>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<MoneyParent>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PastForecast: ResolverTypeWrapper<Omit<PastForecast, 'actual' | 'high' | 'low' | 'median'> & { actual: ResolversTypes['Money'], high: ResolversTypes['Money'], low: ResolversTypes['Money'], median: ResolversTypes['Money'] }>;
  Payment: ResolverTypeWrapper<Payment>;
  PlaidCategory: ResolverTypeWrapper<PlaidCategory>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceivableAge: ResolverTypeWrapper<Omit<ReceivableAge, 'due'> & { due: ResolversTypes['Money'] }>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  ReviewAnomalyInput: ReviewAnomalyInput;
  ReviewAnomalyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReviewAnomalyResult']>;
  RollbackCategoryModelInput: RollbackCategoryModelInput;
  RollbackCategoryModelResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RollbackCategoryModelResult']>;
  SetCategoryThresholdInput: SetCategoryThresholdInput;
  SetCategoryThresholdResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetCategoryThresholdResult']>;
  TextCategorized: ResolverTypeWrapper<Omit<TextCategorized, 'suggestion'> & { suggestion: ResolversTypes['CategorySuggestion'] }>;
  Transaction: ResolverTypeWrapper<TransactionParent>;
  TransactionCategorized: ResolverTypeWrapper<Omit<TransactionCategorized, 'transaction'> & { transaction: ResolversTypes['Transaction'] }>;
  TransactionConnection: ResolverTypeWrapper<Omit<TransactionConnection, 'edges'> & { edges: Array<ResolversTypes['TransactionEdge']> }>;
  TransactionEdge: ResolverTypeWrapper<Omit<TransactionEdge, 'node'> & { node: ResolversTypes['Transaction'] }>;
  TransactionFilter: TransactionFilter;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptCategoriesInput: AcceptCategoriesInput;
  AcceptCategoriesResult: ResolversUnionTypes<ResolversParentTypes>['AcceptCategoriesResult'];
  AnalyticsInput: AnalyticsInput;
  String: Scalars['String']['output'];
  AnalyticsRow: AnalyticsRowParent;
  AnalyticsTable: Omit<AnalyticsTable, 'rows'> & { rows: Array<ResolversParentTypes['AnalyticsRow']> };
  Anomaly: AnomalyParent;
  ID: Scalars['ID']['output'];
  Float: Scalars['Float']['output'];
  AnomalyConnection: Omit<AnomalyConnection, 'edges'> & { edges: Array<ResolversParentTypes['AnomalyEdge']> };
  Int: Scalars['Int']['output'];
  AnomalyEdge: Omit<AnomalyEdge, 'node'> & { node: ResolversParentTypes['Anomaly'] };
  AnomalyEvidence: AnomalyEvidenceParent;
  AnomalyFilter: AnomalyFilter;
  AnomalyReviewed: Omit<AnomalyReviewed, 'anomaly'> & { anomaly: ResolversParentTypes['Anomaly'] };
  CashFlowMonth: CashFlowMonthParent;
  CategoriesAccepted: Omit<CategoriesAccepted, 'transactions'> & { transactions: Array<ResolversParentTypes['Transaction']> };
  CategorizeTextInput: CategorizeTextInput;
  CategorizeTextResult: ResolversUnionTypes<ResolversParentTypes>['CategorizeTextResult'];
  Category: CategoryParent;
  CategoryChoice: ChoiceParent;
  CategoryDecisionInput: CategoryDecisionInput;
  CategoryModel: CategoryModelParent;
  Boolean: Scalars['Boolean']['output'];
  CategoryModelChosen: Omit<CategoryModelChosen, 'models'> & { models: Array<ResolversParentTypes['CategoryModel']> };
  CategoryReason: ReasonParent;
  CategorySettings: SettingsParent;
  CategorySpending: Omit<CategorySpending, 'category' | 'spent'> & { category?: Maybe<ResolversParentTypes['Category']>, spent: ResolversParentTypes['Money'] };
  CategorySuggestion: SuggestionParent;
  CategoryThresholdSet: Omit<CategoryThresholdSet, 'settings'> & { settings: ResolversParentTypes['CategorySettings'] };
  CategoryTraining: CategoryTraining;
  CategoryTrial: CategoryTrial;
  Conflict: Conflict;
  CorrectCategoryInput: CorrectCategoryInput;
  CorrectCategoryResult: ResolversUnionTypes<ResolversParentTypes>['CorrectCategoryResult'];
  CreditFactor: FactorParent;
  CreditImprovement: ImprovementParent;
  CreditScore: CreditReportParent;
  CreditScorePoint: ScorePointParent;
  CreditScoreResult: ResolversUnionTypes<ResolversParentTypes>['CreditScoreResult'];
  CreditScoreUnavailable: ScoreGapParent;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Customer: Customer;
  CustomerRank: Omit<CustomerRank, 'invoiced'> & { invoiced: ResolversParentTypes['Money'] };
  Dashboard: DashboardParent;
  DateTime: Scalars['DateTime']['output'];
  Forecast: ForecastParent;
  ForecastBacktest: Omit<ForecastBacktest, 'meanError'> & { meanError: ResolversParentTypes['Money'] };
  ForecastCategory: Omit<ForecastCategory, 'expected' | 'known'> & { expected: ResolversParentTypes['Money'], known: ResolversParentTypes['Money'] };
  ForecastConnection: Omit<ForecastConnection, 'edges'> & { edges: Array<ResolversParentTypes['ForecastEdge']> };
  ForecastCustomer: Omit<ForecastCustomer, 'expected' | 'known'> & { expected: ResolversParentTypes['Money'], known: ResolversParentTypes['Money'] };
  ForecastEdge: Omit<ForecastEdge, 'node'> & { node: ResolversParentTypes['Forecast'] };
  ForecastEveryMonthInput: ForecastEveryMonthInput;
  ForecastInput: ForecastInput;
  ForecastInterval: Omit<ForecastInterval, 'high' | 'low'> & { high: ResolversParentTypes['Money'], low: ResolversParentTypes['Money'] };
  ForecastLostCustomerInput: ForecastLostCustomerInput;
  ForecastMember: ForecastMember;
  ForecastOnceInput: ForecastOnceInput;
  ForecastPast: Omit<ForecastPast, 'flow' | 'value'> & { flow: ResolversParentTypes['Money'], value: ResolversParentTypes['Money'] };
  ForecastPaysLaterInput: ForecastPaysLaterInput;
  ForecastPoint: Omit<ForecastPoint, 'expected' | 'flow' | 'flowIntervals' | 'high' | 'intervals' | 'known' | 'low' | 'median'> & { expected: ResolversParentTypes['Money'], flow: ResolversParentTypes['Money'], flowIntervals: Array<ResolversParentTypes['ForecastInterval']>, high: ResolversParentTypes['Money'], intervals: Array<ResolversParentTypes['ForecastInterval']>, known: ResolversParentTypes['Money'], low: ResolversParentTypes['Money'], median: ResolversParentTypes['Money'] };
  ForecastRecord: Omit<ForecastRecord, 'forecasts' | 'meanError'> & { forecasts: Array<ResolversParentTypes['PastForecast']>, meanError: ResolversParentTypes['Money'] };
  ForecastScenarioInput: ForecastScenarioInput;
  Insight: Omit<Insight, 'stake'> & { stake: ResolversParentTypes['Money'] };
  InsightEvidence: InsightEvidence;
  InvalidInput: InvalidInput;
  Invoice: Invoice;
  JournalEntry: EntryParent;
  KpiAmount: Omit<KpiAmount, 'change' | 'current' | 'previous'> & { change: ResolversParentTypes['Money'], current: ResolversParentTypes['Money'], previous: ResolversParentTypes['Money'] };
  KpiPeriod: KpiPeriod;
  Kpis: KpisParent;
  KpisInput: KpisInput;
  LoanOffer: LoanOfferParent;
  LoanOffers: OffersParent;
  LoanOffersDeclined: LoanOffersDeclined;
  LoanOffersResult: ResolversUnionTypes<ResolversParentTypes>['LoanOffersResult'];
  LocalDate: Scalars['LocalDate']['output'];
  MerchantCodeRange: MerchantCodeRange;
  MerchantRank: Omit<MerchantRank, 'spent'> & { spent: ResolversParentTypes['Money'] };
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: MoneyParent;
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  PageInfo: PageInfo;
  PastForecast: Omit<PastForecast, 'actual' | 'high' | 'low' | 'median'> & { actual: ResolversParentTypes['Money'], high: ResolversParentTypes['Money'], low: ResolversParentTypes['Money'], median: ResolversParentTypes['Money'] };
  Payment: Payment;
  PlaidCategory: PlaidCategory;
  Query: Record<PropertyKey, never>;
  ReceivableAge: Omit<ReceivableAge, 'due'> & { due: ResolversParentTypes['Money'] };
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  ReviewAnomalyInput: ReviewAnomalyInput;
  ReviewAnomalyResult: ResolversUnionTypes<ResolversParentTypes>['ReviewAnomalyResult'];
  RollbackCategoryModelInput: RollbackCategoryModelInput;
  RollbackCategoryModelResult: ResolversUnionTypes<ResolversParentTypes>['RollbackCategoryModelResult'];
  SetCategoryThresholdInput: SetCategoryThresholdInput;
  SetCategoryThresholdResult: ResolversUnionTypes<ResolversParentTypes>['SetCategoryThresholdResult'];
  TextCategorized: Omit<TextCategorized, 'suggestion'> & { suggestion: ResolversParentTypes['CategorySuggestion'] };
  Transaction: TransactionParent;
  TransactionCategorized: Omit<TransactionCategorized, 'transaction'> & { transaction: ResolversParentTypes['Transaction'] };
  TransactionConnection: Omit<TransactionConnection, 'edges'> & { edges: Array<ResolversParentTypes['TransactionEdge']> };
  TransactionEdge: Omit<TransactionEdge, 'node'> & { node: ResolversParentTypes['Transaction'] };
  TransactionFilter: TransactionFilter;
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = AnalyticsContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AcceptCategoriesResultResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['AcceptCategoriesResult'] = ResolversParentTypes['AcceptCategoriesResult']> = {
  __resolveType?: TypeResolveFn<'CategoriesAccepted' | 'Conflict' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type AnalyticsRowResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['AnalyticsRow'] = ResolversParentTypes['AnalyticsRow']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type AnalyticsTableResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['AnalyticsTable'] = ResolversParentTypes['AnalyticsTable']> = {
  measures?: Resolver<Array<ResolversTypes['AnalyticsMeasure']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['AnalyticsRow']>, ParentType, ContextType>;
};

export type AnomalyResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Anomaly'] = ResolversParentTypes['Anomaly'], FederationReferenceType extends FederationReferenceTypes['Anomaly'] = FederationReferenceTypes['Anomaly']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Anomaly']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['AnomalyEvidence']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['Invoice']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AnomalyKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  rarity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AnomalyStatus'], ParentType, ContextType>;
};

export type AnomalyConnectionResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['AnomalyConnection'] = ResolversParentTypes['AnomalyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AnomalyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AnomalyEdgeResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['AnomalyEdge'] = ResolversParentTypes['AnomalyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Anomaly'], ParentType, ContextType>;
};

export type AnomalyEvidenceResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['AnomalyEvidence'] = ResolversParentTypes['AnomalyEvidence']> = {
  entry?: Resolver<Maybe<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['Invoice']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnomalyReviewedResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['AnomalyReviewed'] = ResolversParentTypes['AnomalyReviewed']> = {
  anomaly?: Resolver<ResolversTypes['Anomaly'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CashFlowMonthResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CashFlowMonth'] = ResolversParentTypes['CashFlowMonth']> = {
  closingCash?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  moneyIn?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  moneyOut?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CategoriesAcceptedResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategoriesAccepted'] = ResolversParentTypes['CategoriesAccepted']> = {
  transactions?: Resolver<Array<ResolversTypes['Transaction']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategorizeTextResultResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategorizeTextResult'] = ResolversParentTypes['CategorizeTextResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'TextCategorized', ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  merchantCodes?: Resolver<Array<ResolversTypes['MerchantCodeRange']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plaid?: Resolver<Array<ResolversTypes['PlaidCategory']>, ParentType, ContextType>;
};

export type CategoryChoiceResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategoryChoice'] = ResolversParentTypes['CategoryChoice']> = {
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CategoryModelResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategoryModel'] = ResolversParentTypes['CategoryModel']> = {
  accuracy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  accuracyBefore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  exampleCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  trainedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CategoryModelChosenResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategoryModelChosen'] = ResolversParentTypes['CategoryModelChosen']> = {
  models?: Resolver<Array<ResolversTypes['CategoryModel']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryReasonResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategoryReason'] = ResolversParentTypes['CategoryReason']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CategoryReasonKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  words?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CategorySettingsResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategorySettings'] = ResolversParentTypes['CategorySettings']> = {
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  waitingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CategorySpendingResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategorySpending'] = ResolversParentTypes['CategorySpending']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  spent?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CategorySuggestionResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategorySuggestion'] = ResolversParentTypes['CategorySuggestion']> = {
  alternatives?: Resolver<Array<ResolversTypes['CategoryChoice']>, ParentType, ContextType>;
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  modelVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['CategoryReason']>, ParentType, ContextType>;
};

export type CategoryThresholdSetResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategoryThresholdSet'] = ResolversParentTypes['CategoryThresholdSet']> = {
  settings?: Resolver<ResolversTypes['CategorySettings'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryTrainingResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategoryTraining'] = ResolversParentTypes['CategoryTraining']> = {
  decisionsToGo?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastTrial?: Resolver<Maybe<ResolversTypes['CategoryTrial']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CategoryTrainingState'], ParentType, ContextType>;
};

export type CategoryTrialResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CategoryTrial'] = ResolversParentTypes['CategoryTrial']> = {
  accuracy?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  accuracyBefore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  exampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isBetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConflictResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Conflict'] = ResolversParentTypes['Conflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectCategoryResultResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CorrectCategoryResult'] = ResolversParentTypes['CorrectCategoryResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'NotFound' | 'TransactionCategorized', ParentType, ContextType>;
};

export type CreditFactorResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CreditFactor'] = ResolversParentTypes['CreditFactor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['CreditUnit'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CreditImprovementResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CreditImprovement'] = ResolversParentTypes['CreditImprovement']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  gain?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CreditImprovementKind'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreditScoreResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CreditScore'] = ResolversParentTypes['CreditScore']> = {
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  band?: Resolver<ResolversTypes['CreditBand'], ParentType, ContextType>;
  factors?: Resolver<Array<ResolversTypes['CreditFactor']>, ParentType, ContextType>;
  improvements?: Resolver<Array<ResolversTypes['CreditImprovement']>, ParentType, ContextType>;
  ordinaryScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['CreditFactor']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreditScorePointResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CreditScorePoint'] = ResolversParentTypes['CreditScorePoint']> = {
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  band?: Resolver<ResolversTypes['CreditBand'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreditScoreResultResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CreditScoreResult'] = ResolversParentTypes['CreditScoreResult']> = {
  __resolveType?: TypeResolveFn<'CreditScore' | 'CreditScoreUnavailable', ParentType, ContextType>;
};

export type CreditScoreUnavailableResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CreditScoreUnavailable'] = ResolversParentTypes['CreditScoreUnavailable']> = {
  code?: Resolver<ResolversTypes['CreditScoreGap'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CustomerResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CustomerRankResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['CustomerRank'] = ResolversParentTypes['CustomerRank']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  invoiced?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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
  effects?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  grain?: Resolver<ResolversTypes['ForecastGrain'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['ForecastPast']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  intervalPercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isBaseline?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['ForecastMember']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ForecastMethod'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['ForecastPoint']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['ForecastRecord']>, ParentType, ContextType>;
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

export type ForecastRecordResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ForecastRecord'] = ResolversParentTypes['ForecastRecord']> = {
  forecasts?: Resolver<Array<ResolversTypes['PastForecast']>, ParentType, ContextType>;
  insideShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanError?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type InsightResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Insight'] = ResolversParentTypes['Insight']> = {
  evidence?: Resolver<ResolversTypes['InsightEvidence'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InsightKind'], ParentType, ContextType>;
  stake?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  week?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type InsightEvidenceResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['InsightEvidence'] = ResolversParentTypes['InsightEvidence']> = {
  accountCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvoiceResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Invoice'] = ResolversParentTypes['Invoice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type JournalEntryResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['JournalEntry'] = ResolversParentTypes['JournalEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type KpiAmountResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['KpiAmount'] = ResolversParentTypes['KpiAmount']> = {
  change?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  changePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type KpiPeriodResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['KpiPeriod'] = ResolversParentTypes['KpiPeriod']> = {
  from?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type KpisResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Kpis'] = ResolversParentTypes['Kpis']> = {
  burn?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  cash?: Resolver<ResolversTypes['KpiAmount'], ParentType, ContextType>;
  comparedWith?: Resolver<ResolversTypes['KpiPeriod'], ParentType, ContextType>;
  daysSalesOutstanding?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  expenses?: Resolver<ResolversTypes['KpiAmount'], ParentType, ContextType>;
  invoiced?: Resolver<ResolversTypes['KpiAmount'], ParentType, ContextType>;
  moneyIn?: Resolver<ResolversTypes['KpiAmount'], ParentType, ContextType>;
  moneyOut?: Resolver<ResolversTypes['KpiAmount'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['KpiPeriod'], ParentType, ContextType>;
  profit?: Resolver<ResolversTypes['KpiAmount'], ParentType, ContextType>;
  receivableAges?: Resolver<Array<ResolversTypes['ReceivableAge']>, ParentType, ContextType>;
  receivables?: Resolver<ResolversTypes['KpiAmount'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['KpiAmount'], ParentType, ContextType>;
  runwayMonths?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  spendingByCategory?: Resolver<Array<ResolversTypes['CategorySpending']>, ParentType, ContextType, RequireFields<KpisSpendingByCategoryArgs, 'first'>>;
  topCustomers?: Resolver<Array<ResolversTypes['CustomerRank']>, ParentType, ContextType, RequireFields<KpisTopCustomersArgs, 'first'>>;
  topMerchants?: Resolver<Array<ResolversTypes['MerchantRank']>, ParentType, ContextType, RequireFields<KpisTopMerchantsArgs, 'first'>>;
};

export type LoanOfferResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['LoanOffer'] = ResolversParentTypes['LoanOffer']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LoanKind'], ParentType, ContextType>;
  monthlyPayment?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  termMonths?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalInterest?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  yearlyRateBasisPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LoanOffersResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['LoanOffers'] = ResolversParentTypes['LoanOffers']> = {
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  band?: Resolver<ResolversTypes['CreditBand'], ParentType, ContextType>;
  declined?: Resolver<Maybe<ResolversTypes['LoanOffersDeclined']>, ParentType, ContextType>;
  isIllustrative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  offers?: Resolver<Array<ResolversTypes['LoanOffer']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoanOffersDeclinedResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['LoanOffersDeclined'] = ResolversParentTypes['LoanOffersDeclined']> = {
  code?: Resolver<ResolversTypes['LoanOffersDecline'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LoanOffersResultResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['LoanOffersResult'] = ResolversParentTypes['LoanOffersResult']> = {
  __resolveType?: TypeResolveFn<'CreditScoreUnavailable' | 'LoanOffers', ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type MerchantCodeRangeResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['MerchantCodeRange'] = ResolversParentTypes['MerchantCodeRange']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MerchantRankResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['MerchantRank'] = ResolversParentTypes['MerchantRank']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  spent?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  decimal?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptCategories?: Resolver<ResolversTypes['AcceptCategoriesResult'], ParentType, ContextType, RequireFields<MutationAcceptCategoriesArgs, 'input'>>;
  correctCategory?: Resolver<ResolversTypes['CorrectCategoryResult'], ParentType, ContextType, RequireFields<MutationCorrectCategoryArgs, 'input'>>;
  reviewAnomaly?: Resolver<ResolversTypes['ReviewAnomalyResult'], ParentType, ContextType, RequireFields<MutationReviewAnomalyArgs, 'input'>>;
  rollbackCategoryModel?: Resolver<ResolversTypes['RollbackCategoryModelResult'], ParentType, ContextType, RequireFields<MutationRollbackCategoryModelArgs, 'input'>>;
  setCategoryThreshold?: Resolver<ResolversTypes['SetCategoryThresholdResult'], ParentType, ContextType, RequireFields<MutationSetCategoryThresholdArgs, 'input'>>;
};

export type NotFoundResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PastForecastResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['PastForecast'] = ResolversParentTypes['PastForecast']> = {
  actual?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  isInside?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  median?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  wasPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PlaidCategoryResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['PlaidCategory'] = ResolversParentTypes['PlaidCategory']> = {
  detailed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  primary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  analytics?: Resolver<ResolversTypes['AnalyticsTable'], ParentType, ContextType, RequireFields<QueryAnalyticsArgs, 'input'>>;
  anomalies?: Resolver<ResolversTypes['AnomalyConnection'], ParentType, ContextType, RequireFields<QueryAnomaliesArgs, 'first'>>;
  anomaly?: Resolver<Maybe<ResolversTypes['Anomaly']>, ParentType, ContextType, RequireFields<QueryAnomalyArgs, 'id'>>;
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  categorizeText?: Resolver<ResolversTypes['CategorizeTextResult'], ParentType, ContextType, RequireFields<QueryCategorizeTextArgs, 'input'>>;
  categoryModels?: Resolver<Array<ResolversTypes['CategoryModel']>, ParentType, ContextType>;
  categorySettings?: Resolver<ResolversTypes['CategorySettings'], ParentType, ContextType>;
  categoryTraining?: Resolver<ResolversTypes['CategoryTraining'], ParentType, ContextType>;
  creditScore?: Resolver<Maybe<ResolversTypes['CreditScoreResult']>, ParentType, ContextType>;
  creditScores?: Resolver<Array<ResolversTypes['CreditScorePoint']>, ParentType, ContextType, RequireFields<QueryCreditScoresArgs, 'months'>>;
  dashboard?: Resolver<Maybe<ResolversTypes['Dashboard']>, ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['Forecast']>, ParentType, ContextType, Partial<QueryForecastArgs>>;
  forecasts?: Resolver<ResolversTypes['ForecastConnection'], ParentType, ContextType, RequireFields<QueryForecastsArgs, 'first'>>;
  insights?: Resolver<Array<ResolversTypes['Insight']>, ParentType, ContextType>;
  kpis?: Resolver<Maybe<ResolversTypes['Kpis']>, ParentType, ContextType, Partial<QueryKpisArgs>>;
  loanOffers?: Resolver<Maybe<ResolversTypes['LoanOffersResult']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType, RequireFields<QueryTransactionArgs, 'id'>>;
  transactions?: Resolver<ResolversTypes['TransactionConnection'], ParentType, ContextType, RequireFields<QueryTransactionsArgs, 'first'>>;
};

export type ReceivableAgeResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ReceivableAge'] = ResolversParentTypes['ReceivableAge']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  fromDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  toDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type ReviewAnomalyResultResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['ReviewAnomalyResult'] = ResolversParentTypes['ReviewAnomalyResult']> = {
  __resolveType?: TypeResolveFn<'AnomalyReviewed' | 'NotFound', ParentType, ContextType>;
};

export type RollbackCategoryModelResultResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['RollbackCategoryModelResult'] = ResolversParentTypes['RollbackCategoryModelResult']> = {
  __resolveType?: TypeResolveFn<'CategoryModelChosen' | 'NotFound', ParentType, ContextType>;
};

export type SetCategoryThresholdResultResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['SetCategoryThresholdResult'] = ResolversParentTypes['SetCategoryThresholdResult']> = {
  __resolveType?: TypeResolveFn<'CategoryThresholdSet' | 'InvalidInput', ParentType, ContextType>;
};

export type TextCategorizedResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['TextCategorized'] = ResolversParentTypes['TextCategorized']> = {
  suggestion?: Resolver<ResolversTypes['CategorySuggestion'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransactionResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction'], FederationReferenceType extends FederationReferenceTypes['Transaction'] = FederationReferenceTypes['Transaction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Transaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  categorizedBy?: Resolver<Maybe<ResolversTypes['CategorySource']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['JournalEntry'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isReversed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  needsReview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suggestion?: Resolver<Maybe<ResolversTypes['CategorySuggestion']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TransactionCategorizedResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['TransactionCategorized'] = ResolversParentTypes['TransactionCategorized']> = {
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransactionConnectionResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['TransactionConnection'] = ResolversParentTypes['TransactionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TransactionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransactionEdgeResolvers<ContextType = AnalyticsContext, ParentType extends ResolversParentTypes['TransactionEdge'] = ResolversParentTypes['TransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type Resolvers<ContextType = AnalyticsContext> = {
  AcceptCategoriesResult?: AcceptCategoriesResultResolvers<ContextType>;
  AnalyticsRow?: AnalyticsRowResolvers<ContextType>;
  AnalyticsTable?: AnalyticsTableResolvers<ContextType>;
  Anomaly?: AnomalyResolvers<ContextType>;
  AnomalyConnection?: AnomalyConnectionResolvers<ContextType>;
  AnomalyEdge?: AnomalyEdgeResolvers<ContextType>;
  AnomalyEvidence?: AnomalyEvidenceResolvers<ContextType>;
  AnomalyReviewed?: AnomalyReviewedResolvers<ContextType>;
  CashFlowMonth?: CashFlowMonthResolvers<ContextType>;
  CategoriesAccepted?: CategoriesAcceptedResolvers<ContextType>;
  CategorizeTextResult?: CategorizeTextResultResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CategoryChoice?: CategoryChoiceResolvers<ContextType>;
  CategoryModel?: CategoryModelResolvers<ContextType>;
  CategoryModelChosen?: CategoryModelChosenResolvers<ContextType>;
  CategoryReason?: CategoryReasonResolvers<ContextType>;
  CategorySettings?: CategorySettingsResolvers<ContextType>;
  CategorySpending?: CategorySpendingResolvers<ContextType>;
  CategorySuggestion?: CategorySuggestionResolvers<ContextType>;
  CategoryThresholdSet?: CategoryThresholdSetResolvers<ContextType>;
  CategoryTraining?: CategoryTrainingResolvers<ContextType>;
  CategoryTrial?: CategoryTrialResolvers<ContextType>;
  Conflict?: ConflictResolvers<ContextType>;
  CorrectCategoryResult?: CorrectCategoryResultResolvers<ContextType>;
  CreditFactor?: CreditFactorResolvers<ContextType>;
  CreditImprovement?: CreditImprovementResolvers<ContextType>;
  CreditScore?: CreditScoreResolvers<ContextType>;
  CreditScorePoint?: CreditScorePointResolvers<ContextType>;
  CreditScoreResult?: CreditScoreResultResolvers<ContextType>;
  CreditScoreUnavailable?: CreditScoreUnavailableResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  CustomerRank?: CustomerRankResolvers<ContextType>;
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
  ForecastRecord?: ForecastRecordResolvers<ContextType>;
  Insight?: InsightResolvers<ContextType>;
  InsightEvidence?: InsightEvidenceResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Invoice?: InvoiceResolvers<ContextType>;
  JournalEntry?: JournalEntryResolvers<ContextType>;
  KpiAmount?: KpiAmountResolvers<ContextType>;
  KpiPeriod?: KpiPeriodResolvers<ContextType>;
  Kpis?: KpisResolvers<ContextType>;
  LoanOffer?: LoanOfferResolvers<ContextType>;
  LoanOffers?: LoanOffersResolvers<ContextType>;
  LoanOffersDeclined?: LoanOffersDeclinedResolvers<ContextType>;
  LoanOffersResult?: LoanOffersResultResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  MerchantCodeRange?: MerchantCodeRangeResolvers<ContextType>;
  MerchantRank?: MerchantRankResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PastForecast?: PastForecastResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PlaidCategory?: PlaidCategoryResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReceivableAge?: ReceivableAgeResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  ReviewAnomalyResult?: ReviewAnomalyResultResolvers<ContextType>;
  RollbackCategoryModelResult?: RollbackCategoryModelResultResolvers<ContextType>;
  SetCategoryThresholdResult?: SetCategoryThresholdResultResolvers<ContextType>;
  TextCategorized?: TextCategorizedResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  TransactionCategorized?: TransactionCategorizedResolvers<ContextType>;
  TransactionConnection?: TransactionConnectionResolvers<ContextType>;
  TransactionEdge?: TransactionEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = AnalyticsContext> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
