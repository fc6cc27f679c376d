export type AcceptCategoriesInput = {
  /** 1 to 100, each with the category that was seen. */
  decisions: Array<CategoryDecisionInput>;
};

export type AccountType =
  | 'ASSET'
  | 'EQUITY'
  | 'EXPENSE'
  | 'INCOME'
  | 'LIABILITY';

export type AnomalyFilter = {
  /** Any of these. */
  kind?: Array<AnomalyKind> | null | undefined;
  /** Any of these. */
  status?: Array<AnomalyStatus> | null | undefined;
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

export type ApiKeyState =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'REVOKED';

export type CategoryDecisionInput = {
  /** A category's code. */
  category: string;
  transactionId: string;
};

/** Who said what an expense was for. */
export type CategorySource =
  /** The account that it was booked on. */
  | 'BOOKS'
  | 'MODEL'
  | 'PERSON';

export type CategoryTrainingState =
  /** More decisions are needed first. */
  | 'COLLECTING'
  /** The last try failed. It is tried again by itself. */
  | 'FAILED'
  /** There are enough: it is trained now. */
  | 'UNDER_WAY';

export type CorrectCategoryInput = {
  /** A category's code. */
  category: string;
  transactionId: string;
};

export type CreateApiKeyInput = {
  /** The last day on which it is good, in UTC. Without it: no end. */
  expiresOn?: string | null | undefined;
  name: string;
  /** Such as invoices:read. Running the organization can't be given to a key. */
  scopes: Array<string>;
};

export type CreateOrganizationInput = {
  baseCurrency: string;
  /** ISO 3166-1 alpha-2, such as DE. */
  country?: string | null | undefined;
  name: string;
  /** A zone of the IANA database, such as Europe/Berlin. Without it: UTC. */
  timeZone?: string | null | undefined;
};

/** From 750 excellent, 650 good, 550 fair, 400 weak, below that poor. */
export type CreditBand =
  | 'EXCELLENT'
  | 'FAIR'
  | 'GOOD'
  | 'POOR'
  | 'WEAK';

export type CreditImprovementKind =
  | 'ADD_CASH'
  | 'COLLECT_OVERDUE'
  | 'CUT_COSTS'
  | 'GET_PAID_ON_TIME'
  | 'PAY_DEBTS'
  | 'RAISE_PRICES'
  | 'SPREAD_CUSTOMERS';

export type CreditScoreGap =
  /** Nothing was sold in the last twelve complete months. */
  | 'NO_SALES'
  /** Fewer than three complete months that earned or cost something. */
  | 'TOO_LITTLE_HISTORY';

export type CustomerInput = {
  address?: string | null | undefined;
  email?: string | null | undefined;
  name: string;
};

export type DeleteInvoiceDraftInput = {
  id: string;
};

/** An amount on this day and on the same day of every month after: a hire, a lease. */
export type ForecastEveryMonthInput = {
  /** In the organization's base currency; below zero it goes out. */
  amountMinor: string;
  /** The account's code, if it should count there. */
  code?: string | null | undefined;
  /** After today. */
  from: string;
};

export type ForecastGrain =
  | 'DAY'
  | 'MONTH'
  /** Monday to Sunday. */
  | 'WEEK';

export type ForecastInput = {
  grain?: ForecastGrain | null | undefined;
  /** Whole periods after the current one: 1 to 366 days (28), 1 to 53 weeks (13), 1 to 12 months (6). */
  horizon?: number | null | undefined;
  /**
   * What might happen, one after the other; at most 10 changes. Who pays later changes CASH_FLOW alone, a lost customer REVENUE too, and an amount
   * REVENUE or EXPENSE by its account; without one, an amount of every month by whether it comes in or goes out.
   */
  scenario?: Array<ForecastScenarioInput> | null | undefined;
  target?: ForecastTarget | null | undefined;
};

/** A customer gets no further invoices. */
export type ForecastLostCustomerInput = {
  customerId: string;
  /** What it owes is lost too; otherwise it is paid as before. A matter of CASH_FLOW alone: it was revenue when it was invoiced. */
  openInvoicesLost?: boolean | null | undefined;
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
  amountMinor: string;
  code?: string | null | undefined;
  /** After today. */
  on: string;
};

/** A customer pays later than it would. */
export type ForecastPaysLaterInput = {
  customerId: string;
  /** -365 to 365; below zero it pays earlier. */
  days: number;
};

/** Something that might happen: exactly one of its fields. */
export type ForecastScenarioInput = {
  everyMonth?: ForecastEveryMonthInput | null | undefined;
  lostCustomer?: ForecastLostCustomerInput | null | undefined;
  once?: ForecastOnceInput | null | undefined;
  paysLater?: ForecastPaysLaterInput | null | undefined;
};

export type ForecastTarget =
  /** Cash at the end of each period: bank and provider clearing accounts together. */
  | 'CASH_FLOW'
  /** What expense accounts were debited with. */
  | 'EXPENSE'
  /** What income accounts were credited with. */
  | 'REVENUE';

export type ImportMode =
  /** One bad row and nothing is written. */
  | 'ALL_OR_NOTHING'
  /** Bad rows are reported, the others are written. */
  | 'GOOD_ROWS_ONLY';

export type ImportReceivablesInput = {
  currency?: string | null | undefined;
  file: File;
  mode?: ImportMode;
};

export type ImportStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'RUNNING';

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

export type InvoiceActivityKind =
  | 'CREATED'
  | 'DISPUTED'
  | 'ISSUED'
  | 'PAID'
  | 'PAYMENT_RECEIVED'
  | 'REFUNDED';

export type InvoiceDraftInput = {
  /** Without it: the organization's base currency. Only the base currency is accepted for now. */
  currency?: string | null | undefined;
  customerId: string;
  dueDate: string;
  /** Given: the draft to change. */
  id?: string | null | undefined;
  lines: Array<InvoiceLineInput>;
  notes?: string | null | undefined;
};

export type InvoiceFilter = {
  customerId?: string | null | undefined;
  issuedFrom?: string | null | undefined;
  issuedTo?: string | null | undefined;
  overdue?: boolean | null | undefined;
  /** Part of the number or of the customer's name. */
  search?: string | null | undefined;
  /** Any of these. */
  status?: Array<InvoiceStatus> | null | undefined;
};

export type InvoiceLineInput = {
  description: string;
  discountPercent?: string | null | undefined;
  quantity: string;
  taxPercent?: string | null | undefined;
  unitPriceMinor: string;
};

export type InvoiceStatus =
  | 'DRAFT'
  | 'OPEN'
  | 'PAID'
  | 'PARTIALLY_PAID';

export type IssueInvoiceInput = {
  /** Chosen by the client; the same key never issues twice. */
  idempotencyKey: string;
  invoiceId: string;
  /** Without it: today. */
  issueDate?: string | null | undefined;
};

export type JournalEntryFilter = {
  accountId?: string | null | undefined;
  from?: string | null | undefined;
  invoiceId?: string | null | undefined;
  paymentId?: string | null | undefined;
  to?: string | null | undefined;
};

export type LoanKind =
  | 'TERM_LOAN'
  | 'WORKING_CAPITAL';

export type LoanOffersDecline =
  | 'AMOUNT_TOO_SMALL'
  | 'HISTORY_TOO_SHORT'
  | 'NO_PROFIT'
  | 'SCORE_TOO_LOW';

export type LogInInput = {
  email: string;
  password: string;
};

export type PaymentFilter = {
  invoiceId?: string | null | undefined;
  /** Any of these. */
  status?: Array<PaymentStatus> | null | undefined;
};

export type PaymentMethodKind =
  | 'BANK_DEBIT'
  | 'BANK_TRANSFER'
  | 'CARD'
  | 'CASH'
  | 'CHEQUE';

export type PaymentProviderName =
  /** Recorded by hand: bank transfer, cash, cheque. */
  | 'MANUAL'
  | 'STRIPE';

export type PaymentStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'DISPUTED'
  | 'FAILED'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'PROCESSING'
  | 'REFUNDED'
  | 'REQUIRES_ACTION';

export type PaymentSurfaceKind =
  /** The Stripe sandbox's card form, in an iframe of its own origin. */
  | 'SANDBOX_FRAME'
  /** Stripe's Payment Element. */
  | 'STRIPE_ELEMENTS';

export type PostJournalEntryInput = {
  date: string;
  description: string;
  idempotencyKey: string;
  postings: Array<PostingInput>;
};

export type PostingInput = {
  accountId: string;
  amountMinor: string;
  side: PostingSide;
};

export type PostingSide =
  | 'CREDIT'
  | 'DEBIT';

export type PreviewReceivablesImportInput = {
  /** Without it: the organization's base currency. */
  currency?: string | null | undefined;
  file: File;
};

export type RecordPaymentInput = {
  amountMinor: string;
  idempotencyKey: string;
  invoiceId: string;
  method?: PaymentMethodKind;
  /** Without it: today. */
  paidOn?: string | null | undefined;
};

export type RefundPaymentInput = {
  amountMinor?: string | null | undefined;
  idempotencyKey: string;
  paymentId: string;
  reason?: string | null | undefined;
};

export type RefundStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'PENDING';

export type RegisterInput = {
  baseCurrency: string;
  /** ISO 3166-1 alpha-2, such as DE. */
  country?: string | null | undefined;
  email: string;
  name: string;
  organizationName: string;
  password: string;
  /** A zone of the IANA database, such as Europe/Berlin. Without it: UTC. */
  timeZone?: string | null | undefined;
};

export type ReviewAnomalyInput = {
  anomalyId: string;
  verdict: AnomalyVerdict;
};

export type RevokeApiKeyInput = {
  apiKeyId: string;
};

export type Role =
  | 'ACCOUNTANT'
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER'
  | 'VIEWER';

export type RollbackCategoryModelInput = {
  /** 0 is the general one. */
  version: number;
};

export type SetCategoryThresholdInput = {
  /** 0.5 to 1. */
  threshold: number;
};

export type StartPaymentInput = {
  /** Chosen by the client; the same key never starts a second payment. */
  idempotencyKey: string;
};

export type UpdateOrganizationInput = {
  /** ISO 3166-1 alpha-2, such as DE. Null: nobody says. Without it: as it was. */
  country?: string | null | undefined;
  name: string;
  /** A zone of the IANA database, such as Europe/Berlin. Without it: as it was. */
  timeZone?: string | null | undefined;
};

export type UpdateProfileInput = {
  name: string;
};
