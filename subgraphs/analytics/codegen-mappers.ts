/** What codegen.ts is told of this subgraph: the resolvers' context and the type behind each GraphQL type. */
export const contextType = '../context.ts#AnalyticsContext';

export const mappers: Record<string, string> = {
  Money: '@finflow/shared/money#Money as MoneyParent',
  Dashboard: '../dashboard/dashboard.service.ts#Dashboard as DashboardParent',
  CashFlowMonth: '../dashboard/dashboard.service.ts#CashFlowMonth as CashFlowMonthParent',
  Category: '../categories/taxonomy.ts#Category as CategoryParent',
  CategorySuggestion: '../transaction/transaction.queries.ts#StoredSuggestion as SuggestionParent',
  CategoryChoice: '../categorizing/suggestion.ts#Choice as ChoiceParent',
  CategoryReason: '../categorizing/suggestion.ts#Reason as ReasonParent',
  CategoryModel:
    '../categories/model/category-model.service.ts#CategoryModelView as CategoryModelParent',
  CategorySettings: '../categories/category-settings.ts#SettingsRow as SettingsParent',
  Transaction: '../transaction/transaction.queries.ts#TransactionView as TransactionParent',
  JournalEntry: '../transaction/transaction.resolvers.ts#JournalEntryReference as EntryParent',
  Kpis: '../kpis/kpis.service.ts#Kpis as KpisParent',
  AnalyticsRow: '../analyze/analyze.resolvers.ts#AnalyticsRowParent',
  Anomaly: '../anomaly/anomaly.service.ts#ReviewedAnomaly as AnomalyParent',
  AnomalyEvidence: '../anomaly/anomaly.service.ts#AnomalyEvidence as AnomalyEvidenceParent',
  Forecast: '../forecast/present-outlook.ts#ForecastParent',
  CreditScore: '../credit/credit.service.ts#CreditReport as CreditReportParent',
  CreditScorePoint: '../credit/credit.service.ts#ScorePoint as ScorePointParent',
  CreditScoreUnavailable: '../credit/score.ts#ScoreGap as ScoreGapParent',
  CreditFactor: '../credit/score.ts#Factor as FactorParent',
  CreditImprovement: '../credit/present-credit.ts#ImprovementParent',
  LoanOffers: '../credit/credit.service.ts#Offers as OffersParent',
  LoanOffer: '../credit/present-credit.ts#LoanOfferParent',
};
