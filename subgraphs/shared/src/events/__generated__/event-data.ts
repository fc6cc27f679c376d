// Generated from ../schemas by generate-types.ts; run `npm run codegen`.

/**
 * A person registered.
 */
export interface UserCreated {
  /**
   * A UUID in lower case.
   */
  userId: string;
}

/**
 * A person was erased.
 */
export interface UserDeleted {
  /**
   * A UUID in lower case.
   */
  userId: string;
}

/**
 * An organization was opened; accounting opens its chart of accounts. Without a time zone it is UTC.
 */
export interface OrganizationCreated {
  /**
   * A UUID in lower case.
   */
  organizationId: string;
  name: string;
  /**
   * ISO 4217.
   */
  baseCurrency: string;
  isDemo: boolean;
  /**
   * A UUID in lower case.
   */
  createdBy: string;
  /**
   * ISO 3166-1 alpha-2; null where nobody has said.
   */
  country?: string | null;
  /**
   * A zone of the IANA database, such as Europe/Berlin.
   */
  timeZone?: string;
}

/**
 * An organization got another name, country or time zone. What is not in it stays as it was.
 */
export interface OrganizationUpdated {
  /**
   * A UUID in lower case.
   */
  organizationId: string;
  name: string;
  /**
   * ISO 3166-1 alpha-2; null where nobody has said.
   */
  country?: string | null;
  /**
   * A zone of the IANA database, such as Europe/Berlin.
   */
  timeZone?: string;
}

/**
 * An organization was closed; everybody deletes what they hold of it.
 */
export interface OrganizationDeleted {
  /**
   * A UUID in lower case.
   */
  organizationId: string;
}

/**
 * Somebody joined, left, or got another role.
 */
export interface MemberChanged {
  /**
   * A UUID in lower case.
   */
  organizationId: string;
  /**
   * A UUID in lower case.
   */
  userId: string;
  /**
   * Null: not a member any more.
   */
  role: 'OWNER' | 'ADMIN' | 'ACCOUNTANT' | 'MEMBER' | 'VIEWER' | null;
}

/**
 * An API key of an organization was ended: programs that call by it are out.
 */
export interface ApiKeyRevoked {
  /**
   * A UUID in lower case.
   */
  organizationId: string;
  /**
   * A UUID in lower case.
   */
  apiKeyId: string;
}

/**
 * A session ended before its time: its user logged out, or one of its tokens was stolen.
 */
export interface SessionRevoked {
  /**
   * A UUID in lower case.
   */
  userId: string;
  /**
   * A UUID in lower case.
   */
  sessionId: string;
}

/**
 * An invoice was issued and posted.
 */
export interface InvoiceCreated {
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  number: string;
  /**
   * A UUID in lower case.
   */
  customerId: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Integer minor units of the currency beside it.
   */
  subtotalMinor: string;
  /**
   * Integer minor units of the currency beside it.
   */
  taxMinor: string;
  /**
   * Integer minor units of the currency beside it.
   */
  totalMinor: string;
  /**
   * A local business date, YYYY-MM-DD.
   */
  issueDate: string;
  /**
   * A local business date, YYYY-MM-DD.
   */
  dueDate: string;
}

/**
 * What is paid, due or refunded of an invoice changed.
 */
export interface InvoiceUpdated {
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  status: 'DRAFT' | 'OPEN' | 'PARTIALLY_PAID' | 'PAID';
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Integer minor units of the currency beside it.
   */
  totalMinor: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountPaidMinor: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountDueMinor: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountRefundedMinor: string;
  /**
   * Money recorded by hand, mirrored by payments as a payment with this id.
   */
  settlement?: {
    /**
     * A UUID in lower case.
     */
    id: string;
    /**
     * Integer minor units of the currency beside it.
     */
    amountMinor: string;
    method: 'BANK_TRANSFER' | 'CASH' | 'CHEQUE' | 'CARD' | 'BANK_DEBIT';
    /**
     * A local business date, YYYY-MM-DD.
     */
    paidOn: string;
  };
}

/**
 * Nothing is due of an invoice any more.
 */
export interface InvoicePaid {
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  number: string;
  /**
   * A UUID in lower case.
   */
  customerId: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Integer minor units of the currency beside it.
   */
  totalMinor: string;
  /**
   * A local business date, YYYY-MM-DD.
   */
  paidOn: string;
  /**
   * Money recorded by hand, mirrored by payments as a payment with this id.
   */
  settlement?: {
    /**
     * A UUID in lower case.
     */
    id: string;
    /**
     * Integer minor units of the currency beside it.
     */
    amountMinor: string;
    method: 'BANK_TRANSFER' | 'CASH' | 'CHEQUE' | 'CARD' | 'BANK_DEBIT';
    /**
     * A local business date, YYYY-MM-DD.
     */
    paidOn: string;
  };
}

/**
 * Somebody began to pay an invoice.
 */
export interface PaymentCreated {
  /**
   * A UUID in lower case.
   */
  paymentId: string;
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountMinor: string;
  /**
   * ISO 4217.
   */
  currency: string;
  provider: 'STRIPE' | 'MANUAL';
}

/**
 * A payment changed its status without moving money; for screens.
 */
export interface PaymentUpdated {
  /**
   * A UUID in lower case.
   */
  paymentId: string;
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  status: 'PENDING' | 'PROCESSING' | 'REQUIRES_ACTION' | 'CANCELLED';
}

/**
 * The provider has the money.
 */
export interface PaymentCompleted {
  /**
   * A UUID in lower case.
   */
  paymentId: string;
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountMinor: string;
  /**
   * Integer minor units of the currency beside it.
   */
  feeMinor: string;
  /**
   * ISO 4217.
   */
  currency: string;
  provider: 'STRIPE' | 'MANUAL';
  /**
   * A local business date, YYYY-MM-DD.
   */
  completedOn: string;
  /**
   * How it was paid; older events don't say it.
   */
  method?: 'CARD' | 'BANK_TRANSFER' | 'CASH' | 'CHEQUE' | 'BANK_DEBIT';
}

/**
 * The bank or the provider said no; nothing was charged.
 */
export interface PaymentFailed {
  /**
   * A UUID in lower case.
   */
  paymentId: string;
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountMinor: string;
  /**
   * ISO 4217.
   */
  currency: string;
  reasonCode: string;
  reason: string;
  /**
   * The organization's day on which it was; older events don't say it.
   */
  failedOn?: string;
}

/**
 * Money went back to the customer.
 */
export interface PaymentRefunded {
  /**
   * A UUID in lower case.
   */
  paymentId: string;
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  /**
   * A UUID in lower case.
   */
  refundId: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountMinor: string;
  /**
   * ISO 4217.
   */
  currency: string;
  provider: 'STRIPE' | 'MANUAL';
  /**
   * Integer minor units of the currency beside it.
   */
  totalRefundedMinor: string;
  isFull: boolean;
  /**
   * A local business date, YYYY-MM-DD.
   */
  refundedOn: string;
}

/**
 * The customer's bank took the money back for now, gave it back, or keeps it.
 */
export interface PaymentDisputed {
  /**
   * A UUID in lower case.
   */
  paymentId: string;
  /**
   * A UUID in lower case.
   */
  invoiceId: string;
  /**
   * A UUID in lower case.
   */
  disputeId: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountMinor: string;
  /**
   * Integer minor units of the currency beside it.
   */
  feeMinor: string;
  /**
   * ISO 4217.
   */
  currency: string;
  phase: 'OPENED' | 'WON' | 'LOST';
  /**
   * A local business date, YYYY-MM-DD.
   */
  disputedOn: string;
}

/**
 * A journal entry was posted.
 */
export interface LedgerEntryPosted {
  /**
   * A UUID in lower case.
   */
  entryId: string;
  /**
   * Its place in the organization's hash chain.
   */
  sequence: number;
  /**
   * A local business date, YYYY-MM-DD.
   */
  date: string;
  kind: string;
  /**
   * What the entry was for, in the words of whoever wrote it. Absent in events of before it was told.
   */
  description?: string;
  /**
   * A UUID in lower case.
   */
  invoiceId?: string;
  /**
   * A UUID in lower case.
   */
  paymentId?: string;
  /**
   * The entry that this one takes back.
   */
  reversalOf?: string;
  /**
   * @minItems 2
   * @maxItems 1000
   */
  postings: {
    /**
     * A UUID in lower case.
     */
    accountId: string;
    accountCode: string;
    accountType: 'ASSET' | 'LIABILITY' | 'EQUITY' | 'INCOME' | 'EXPENSE';
    side: 'DEBIT' | 'CREDIT';
    /**
     * Integer minor units of the currency beside it.
     */
    amountMinor: string;
    /**
     * ISO 4217.
     */
    currency: string;
  }[];
}

/**
 * A new cash-flow forecast was made.
 */
export interface CashflowForecast {
  /**
   * A UUID in lower case.
   */
  forecastId: string;
  /**
   * ISO 4217.
   */
  currency: string;
  method: string;
  /**
   * RFC 3339 with time zone.
   */
  madeAt: string;
}

/**
 * It was decided what an expense was for: by a person, or by a model that was sure enough.
 */
export interface TransactionCategorized {
  /**
   * The journal entry of the expense.
   */
  transactionId: string;
  /**
   * A code of the taxonomy.
   */
  category: string;
  /**
   * The expense account that the category is booked on.
   */
  accountCode: string;
  decidedBy: 'PERSON' | 'MODEL';
  /**
   * The user or API key that decided. Absent for a model.
   */
  actorId?: string;
  /**
   * How likely the model found it. Absent for a person.
   */
  confidence?: number;
  /**
   * The model that decided. Absent for a person.
   */
  modelVersion?: string;
  /**
   * What a person was asked about. Absent where nobody was asked.
   */
  suggested?: {
    category: string;
    /**
     * How likely model and memory found it, before earlier answers were reckoned with.
     */
    probability: number;
    /**
     * Whether the organization had decided about the merchant before.
     */
    isKnown: boolean;
  };
  /**
   * Counts the decisions on this transaction: the highest holds.
   */
  revision: number;
  /**
   * Counts the decisions of the organization.
   */
  number: number;
}

/**
 * An organization said from which confidence on a category is taken without asking.
 */
export interface CategoryThresholdChanged {
  threshold: number;
  /**
   * Counts the changes: the highest holds.
   */
  revision: number;
  /**
   * The user or API key that changed it.
   */
  changedBy?: string;
}

/**
 * An organization's categories are suggested by another model from now on, or a new one was tried and the old one kept.
 */
export interface CategoryModelChanged {
  /**
   * The model that is used now. 0 is the general one.
   */
  version: number;
  /**
   * Counts the changes: the highest holds.
   */
  revision: number;
  /**
   * A new model was better on the organization's latest decisions; it was not; somebody chose an earlier one.
   */
  reason: 'TRAINED' | 'KEPT' | 'CHOSEN';
  /**
   * The organization's latest decision at that time.
   */
  decisionNumber: number;
  /**
   * What the new model was trained on. Absent where nothing was trained.
   */
  exampleCount?: number;
  /**
   * Of the new model, on the latest tenth of the examples, which it had not seen.
   */
  accuracy?: number;
  /**
   * Of the general model, on the same.
   */
  accuracyBefore?: number;
  /**
   * The user or API key that chose.
   */
  changedBy?: string;
}

/**
 * Something out of the ordinary was found in the books.
 */
export interface AnomalyDetected {
  /**
   * A UUID in lower case.
   */
  anomalyId: string;
  kind:
    | 'AMOUNT'
    | 'FREQUENCY'
    | 'DUPLICATE'
    | 'NEW_PAYEE'
    | 'UNUSUAL_HOUR'
    | 'UNUSUAL_ACCOUNT'
    | 'LEVEL_SHIFT';
  /**
   * What people's answers are remembered for: a party, an account.
   */
  group: string;
  /**
   * How probable something at least as odd is where all goes as usual.
   */
  rarity: number;
  /**
   * What kind of record it is.
   */
  source: 'ENTRY' | 'INVOICE' | 'RECEIPT' | 'REFUND' | 'FAILURE' | 'DISPUTE';
  /**
   * Of the entry, invoice, payment, refund or dispute; of a failed payment its event.
   */
  factId: string;
  /**
   * When the record was made.
   */
  occurredAt: string;
  /**
   * The record's business date.
   */
  date: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Integer minor units of the currency beside it.
   */
  amountMinor: string;
  /**
   * Where it stands in the books.
   */
  record: {
    /**
     * A UUID in lower case.
     */
    entryId?: string;
    /**
     * A UUID in lower case.
     */
    paymentId?: string;
    /**
     * A UUID in lower case.
     */
    invoiceId?: string;
  };
  /**
   * A UUID in lower case.
   */
  customerId?: string;
  /**
   * A sentence that says what is odd.
   */
  reason: string;
  /**
   * @maxItems 10
   */
  evidence: {
    label: string;
    value: string;
    /**
     * Where it stands in the books.
     */
    record?: {
      /**
       * A UUID in lower case.
       */
      entryId?: string;
      /**
       * A UUID in lower case.
       */
      paymentId?: string;
      /**
       * A UUID in lower case.
       */
      invoiceId?: string;
    };
  }[];
}

/**
 * Somebody said whether an anomaly was one. The newest word counts, and OPEN takes it back.
 */
export interface AnomalyReviewed {
  /**
   * A UUID in lower case.
   */
  anomalyId: string;
  verdict: 'EXPECTED' | 'CONFIRMED' | 'OPEN';
  /**
   * A user, or an API key.
   */
  reviewedBy: string;
}

export interface EventData {
  user_created: UserCreated;
  user_deleted: UserDeleted;
  organization_created: OrganizationCreated;
  organization_updated: OrganizationUpdated;
  organization_deleted: OrganizationDeleted;
  member_changed: MemberChanged;
  api_key_revoked: ApiKeyRevoked;
  session_revoked: SessionRevoked;
  invoice_created: InvoiceCreated;
  invoice_updated: InvoiceUpdated;
  invoice_paid: InvoicePaid;
  payment_created: PaymentCreated;
  payment_updated: PaymentUpdated;
  payment_completed: PaymentCompleted;
  payment_failed: PaymentFailed;
  payment_refunded: PaymentRefunded;
  payment_disputed: PaymentDisputed;
  ledger_entry_posted: LedgerEntryPosted;
  cashflow_forecast: CashflowForecast;
  transaction_categorized: TransactionCategorized;
  category_threshold_changed: CategoryThresholdChanged;
  category_model_changed: CategoryModelChanged;
  anomaly_detected: AnomalyDetected;
  anomaly_reviewed: AnomalyReviewed;
}
