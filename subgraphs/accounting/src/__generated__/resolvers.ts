import type { UploadedFile } from '@finflow/shared/graphql/upload';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyValue } from '@finflow/shared/money';
import type { Customer as CustomerEntity } from '../customers/customer.entity.ts';
import type { Invoice as InvoiceEntity } from '../invoices/invoice.entity.ts';
import type { LineOf } from '../invoices/invoice.queries.ts';
import type { InvoiceActivity as InvoiceActivityEntity } from '../invoices/invoice-activity.entity.ts';
import type { Account as AccountEntity } from '../ledger/account.entity.ts';
import type { JournalEntry as JournalEntryEntity, Posting as PostingEntity } from '../ledger/journal-entry.entity.ts';
import type { PaymentReference } from '../ledger/ledger.queries.ts';
import type { ReceivablesImport as ReceivablesImportEntity } from '../imports/receivables-import.entity.ts';
import type { AccountingContext } from '../context.ts';
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
  /** An exact decimal number written as a string, such as "2.5". */
  Decimal: { input: string; output: string; }
  /** A business date without a time zone, YYYY-MM-DD. */
  LocalDate: { input: string; output: string; }
  /** An amount in the currency's minor unit (cents), an integer written as a string. */
  MinorUnits: { input: bigint; output: bigint; }
  /** A file of a multipart request (graphql-multipart-request-spec). */
  Upload: { input: UploadedFile; output: UploadedFile; }
  _FieldSet: { input: string; output: string; }
};

export type Account = {
  __typename?: 'Account';
  /** Positive on the account's normal side. In the base currency, at the end of a day; without a date: today. */
  balance: Money;
  /** Such as 1100. */
  code: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  type: AccountType;
};


export type AccountBalanceArgs = {
  asOf?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type AccountType =
  | 'ASSET'
  | 'EQUITY'
  | 'EXPENSE'
  | 'INCOME'
  | 'LIABILITY';

export type AgingBucket = {
  __typename?: 'AgingBucket';
  amount: Money;
  count: Scalars['Int']['output'];
  /** "Not due", "1 to 30 days", "31 to 60 days", "61 to 90 days", "Over 90 days". */
  label: Scalars['String']['output'];
};

export type ClosePeriodInput = {
  through: Scalars['LocalDate']['input'];
};

export type ClosePeriodResult = Conflict | InvalidInput | PeriodClosed;

export type Conflict = Refusal & {
  __typename?: 'Conflict';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Customer = {
  __typename?: 'Customer';
  /** Postal address, lines separated by line breaks. */
  address?: Maybe<Scalars['String']['output']>;
  /** What the customer owes today, in the organization's base currency. */
  balance: Money;
  createdAt: Scalars['DateTime']['output'];
  email?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  invoiceCount: Scalars['Int']['output'];
  name: Scalars['String']['output'];
};

export type CustomerConnection = {
  __typename?: 'CustomerConnection';
  edges: Array<CustomerEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  cursor: Scalars['String']['output'];
  node: Customer;
};

export type CustomerInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
};

export type CustomerResult = Conflict | CustomerSaved | InvalidInput | NotFound;

export type CustomerSaved = {
  __typename?: 'CustomerSaved';
  customer: Customer;
};

export type DeleteInvoiceDraftInput = {
  id: Scalars['ID']['input'];
};

export type DeleteInvoiceDraftResult = Conflict | InvoiceDraftDeleted | NotFound;

export type ImportMode =
  /** One bad row and nothing is written. */
  | 'ALL_OR_NOTHING'
  /** Bad rows are reported, the others are written. */
  | 'GOOD_ROWS_ONLY';

export type ImportPreviewRow = {
  __typename?: 'ImportPreviewRow';
  amount: Money;
  customer: Scalars['String']['output'];
  dueDate: Scalars['LocalDate']['output'];
  issueDate: Scalars['LocalDate']['output'];
  line: Scalars['Int']['output'];
  number: Scalars['String']['output'];
  settledDate?: Maybe<Scalars['LocalDate']['output']>;
};

export type ImportReceivablesInput = {
  currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  file: Scalars['Upload']['input'];
  mode?: ImportMode;
};

export type ImportReceivablesResult = Conflict | InvalidInput | ReceivablesImportStarted;

export type ImportRowError = {
  __typename?: 'ImportRowError';
  code: Scalars['String']['output'];
  column?: Maybe<Scalars['String']['output']>;
  /** Line in the file, from 1 (the header). */
  line: Scalars['Int']['output'];
  message: Scalars['String']['output'];
};

export type ImportStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'RUNNING';

export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Invoice = {
  __typename?: 'Invoice';
  amountDue: Money;
  amountPaid: Money;
  amountRefunded: Money;
  createdAt: Scalars['DateTime']['output'];
  currency: Scalars['CurrencyCode']['output'];
  customer: Customer;
  discountTotal: Money;
  dueDate: Scalars['LocalDate']['output'];
  id: Scalars['ID']['output'];
  /** Open and past its due date. */
  isOverdue: Scalars['Boolean']['output'];
  /** Null while it is a draft. */
  issueDate?: Maybe<Scalars['LocalDate']['output']>;
  journalEntries: Array<JournalEntry>;
  lines: Array<InvoiceLine>;
  notes?: Maybe<Scalars['String']['output']>;
  /** Gapless per organization; null while it is a draft. */
  number?: Maybe<Scalars['String']['output']>;
  /** A link to the PDF that expires after some minutes; null while it is a draft. */
  pdfUrl?: Maybe<Scalars['String']['output']>;
  /** Its number in the file it was imported from. */
  reference?: Maybe<Scalars['String']['output']>;
  status: InvoiceStatus;
  /** Sum of the lines before discount and tax. */
  subtotal: Money;
  taxTotal: Money;
  /** What happened, oldest first. */
  timeline: Array<InvoiceActivity>;
  total: Money;
};

export type InvoiceActivity = {
  __typename?: 'InvoiceActivity';
  amount?: Maybe<Money>;
  at: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: InvoiceActivityKind;
  /** The payment it came from, if any. */
  paymentId?: Maybe<Scalars['ID']['output']>;
};

export type InvoiceActivityKind =
  | 'CREATED'
  | 'DISPUTED'
  | 'ISSUED'
  | 'PAID'
  | 'PAYMENT_RECEIVED'
  | 'REFUNDED';

export type InvoiceConnection = {
  __typename?: 'InvoiceConnection';
  edges: Array<InvoiceEdge>;
  pageInfo: PageInfo;
  /** Sums over the whole filtered list, not the page; drafts don't count. */
  totalAmount: Money;
  totalCount: Scalars['Int']['output'];
  totalDue: Money;
};

export type InvoiceDraftDeleted = {
  __typename?: 'InvoiceDraftDeleted';
  id: Scalars['ID']['output'];
};

export type InvoiceDraftInput = {
  /** Without it: the organization's base currency. Only the base currency is accepted for now. */
  currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  customerId: Scalars['ID']['input'];
  dueDate: Scalars['LocalDate']['input'];
  /** Given: the draft to change. */
  id?: InputMaybe<Scalars['ID']['input']>;
  lines: Array<InvoiceLineInput>;
  notes?: InputMaybe<Scalars['String']['input']>;
};

export type InvoiceEdge = {
  __typename?: 'InvoiceEdge';
  cursor: Scalars['String']['output'];
  node: Invoice;
};

export type InvoiceFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  issuedFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  issuedTo?: InputMaybe<Scalars['LocalDate']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Part of the number or of the customer's name. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Any of these. */
  status?: InputMaybe<Array<InvoiceStatus>>;
};

export type InvoiceLine = {
  __typename?: 'InvoiceLine';
  description: Scalars['String']['output'];
  /** 0 to 100, up to 4 decimals. */
  discountPercent: Scalars['Decimal']['output'];
  id: Scalars['ID']['output'];
  /** After discount, before tax. */
  net: Money;
  /** Up to 6 decimals. */
  quantity: Scalars['Decimal']['output'];
  tax: Money;
  /** 0 to 100, up to 4 decimals. */
  taxPercent: Scalars['Decimal']['output'];
  unitPrice: Money;
};

export type InvoiceLineInput = {
  description: Scalars['String']['input'];
  discountPercent?: InputMaybe<Scalars['Decimal']['input']>;
  quantity: Scalars['Decimal']['input'];
  taxPercent?: InputMaybe<Scalars['Decimal']['input']>;
  unitPriceMinor: Scalars['MinorUnits']['input'];
};

export type InvoiceResult = Conflict | InvalidInput | InvoiceSaved | NotFound;

export type InvoiceSaved = {
  __typename?: 'InvoiceSaved';
  invoice: Invoice;
};

export type InvoiceStatus =
  | 'DRAFT'
  | 'OPEN'
  | 'PAID'
  | 'PARTIALLY_PAID';

export type InvoicedTotal = {
  __typename?: 'InvoicedTotal';
  count: Scalars['Int']['output'];
  total: Money;
};

export type IssueInvoiceInput = {
  /** Chosen by the client; the same key never issues twice. */
  idempotencyKey: Scalars['String']['input'];
  invoiceId: Scalars['ID']['input'];
  /** Without it: today. */
  issueDate?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type JournalEntry = {
  __typename?: 'JournalEntry';
  createdAt: Scalars['DateTime']['output'];
  date: Scalars['LocalDate']['output'];
  description: Scalars['String']['output'];
  /** SHA-256 over the entry and the hash before it, in hexadecimal. */
  hash: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  invoice?: Maybe<Invoice>;
  /** The named posting it came from, such as ISSUE_INVOICE or RECEIVE_PAYMENT. */
  kind: Scalars['String']['output'];
  payment?: Maybe<Payment>;
  postings: Array<Posting>;
  reversalOf?: Maybe<JournalEntry>;
  /** Position in the organization's hash chain, from 1, without gaps. */
  sequence: Scalars['Int']['output'];
};

export type JournalEntryConnection = {
  __typename?: 'JournalEntryConnection';
  edges: Array<JournalEntryEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type JournalEntryEdge = {
  __typename?: 'JournalEntryEdge';
  cursor: Scalars['String']['output'];
  node: JournalEntry;
};

export type JournalEntryFilter = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  invoiceId?: InputMaybe<Scalars['ID']['input']>;
  paymentId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type JournalEntryPosted = {
  __typename?: 'JournalEntryPosted';
  entry: JournalEntry;
};

export type JournalEntryResult = Conflict | InvalidInput | JournalEntryPosted | NotFound;

export type Money = {
  __typename?: 'Money';
  currency: Scalars['CurrencyCode']['output'];
  /** The same amount with the currency's decimals, for reading: "1234.50". */
  decimal: Scalars['String']['output'];
  minor: Scalars['MinorUnits']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** No entry can be dated on or before this day afterwards. */
  closePeriod: ClosePeriodResult;
  createCustomer: CustomerResult;
  deleteInvoiceDraft: DeleteInvoiceDraftResult;
  /** Imports a receivables file through the same services as by hand. A row that was imported before is skipped. */
  importReceivables: ImportReceivablesResult;
  /** Gives the draft its number and posts Dr receivable, Cr revenue, Cr tax payable. It can't be changed afterwards. */
  issueInvoice: InvoiceResult;
  /** A manual journal entry of two or more postings, balanced per currency. */
  postJournalEntry: JournalEntryResult;
  /** Reads a receivables file and says what an import would do. Writes nothing. */
  previewReceivablesImport: PreviewReceivablesImportResult;
  /** Records money that came in outside the payment provider (bank transfer, cash, cheque). */
  recordPayment: InvoiceResult;
  /** Posts the opposite of an entry. The entry itself stays. */
  reverseJournalEntry: JournalEntryResult;
  /** Creates a draft, or changes it when an id is given. Only drafts can be changed. */
  saveInvoiceDraft: InvoiceResult;
  updateCustomer: CustomerResult;
};


export type MutationClosePeriodArgs = {
  input: ClosePeriodInput;
};


export type MutationCreateCustomerArgs = {
  input: CustomerInput;
};


export type MutationDeleteInvoiceDraftArgs = {
  input: DeleteInvoiceDraftInput;
};


export type MutationImportReceivablesArgs = {
  input: ImportReceivablesInput;
};


export type MutationIssueInvoiceArgs = {
  input: IssueInvoiceInput;
};


export type MutationPostJournalEntryArgs = {
  input: PostJournalEntryInput;
};


export type MutationPreviewReceivablesImportArgs = {
  input: PreviewReceivablesImportInput;
};


export type MutationRecordPaymentArgs = {
  input: RecordPaymentInput;
};


export type MutationReverseJournalEntryArgs = {
  input: ReverseJournalEntryInput;
};


export type MutationSaveInvoiceDraftArgs = {
  input: InvoiceDraftInput;
};


export type MutationUpdateCustomerArgs = {
  id: Scalars['ID']['input'];
  input: CustomerInput;
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

/** Accounting adds to a payment what the books say of it. */
export type Payment = {
  __typename?: 'Payment';
  id: Scalars['ID']['output'];
  journalEntries: Array<JournalEntry>;
};

export type PaymentMethodKind =
  | 'BANK_DEBIT'
  | 'BANK_TRANSFER'
  | 'CARD'
  | 'CASH'
  | 'CHEQUE';

export type PeriodClosed = {
  __typename?: 'PeriodClosed';
  through: Scalars['LocalDate']['output'];
};

export type PostJournalEntryInput = {
  date: Scalars['LocalDate']['input'];
  description: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  postings: Array<PostingInput>;
};

export type Posting = {
  __typename?: 'Posting';
  account: Account;
  amount: Money;
  side: PostingSide;
};

export type PostingInput = {
  accountId: Scalars['ID']['input'];
  amountMinor: Scalars['MinorUnits']['input'];
  side: PostingSide;
};

export type PostingSide =
  | 'CREDIT'
  | 'DEBIT';

export type PreviewReceivablesImportInput = {
  /** Without it: the organization's base currency. */
  currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  file: Scalars['Upload']['input'];
};

export type PreviewReceivablesImportResult = InvalidInput | ReceivablesImportPreview;

export type Query = {
  __typename?: 'Query';
  account?: Maybe<Account>;
  /** The chart of accounts, by code. */
  accounts: Array<Account>;
  customer?: Maybe<Customer>;
  /** At most 100 a page, by name. */
  customers: CustomerConnection;
  invoice?: Maybe<Invoice>;
  /** Sum of the invoices issued between two dates, both included. */
  invoiced: InvoicedTotal;
  /** At most 100 a page, newest issue date first; drafts stand before all. */
  invoices: InvoiceConnection;
  /** At most 100 a page, newest first. */
  journalEntries: JournalEntryConnection;
  journalEntry?: Maybe<JournalEntry>;
  /** What customers owed at the end of a day, from the ledger's own dates. Without a date: today. */
  receivables: Receivables;
  receivablesImport?: Maybe<ReceivablesImport>;
  /** Every account's balance at the end of a day. Without a date: today. */
  trialBalance: TrialBalance;
};


export type QueryAccountArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryInvoiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInvoicedArgs = {
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  to?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QueryInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InvoiceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryJournalEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<JournalEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryJournalEntryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReceivablesArgs = {
  asOf?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QueryReceivablesImportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTrialBalanceArgs = {
  asOf?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type Receivables = {
  __typename?: 'Receivables';
  aging: Array<AgingBucket>;
  asOf: Scalars['LocalDate']['output'];
  open: Money;
  openCount: Scalars['Int']['output'];
  overdue: Money;
  overdueCount: Scalars['Int']['output'];
};

export type ReceivablesImport = {
  __typename?: 'ReceivablesImport';
  /** The first 200. */
  errors: Array<ImportRowError>;
  /** Why it failed, when it did. */
  failure?: Maybe<Scalars['String']['output']>;
  fileName: Scalars['String']['output'];
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Rows written. */
  invoicesImported: Scalars['Int']['output'];
  mode: ImportMode;
  rowsDone: Scalars['Int']['output'];
  rowsRejected: Scalars['Int']['output'];
  /** Rows that an earlier import had brought in. */
  rowsSkipped: Scalars['Int']['output'];
  rowsTotal: Scalars['Int']['output'];
  startedAt: Scalars['DateTime']['output'];
  status: ImportStatus;
};

export type ReceivablesImportPreview = {
  __typename?: 'ReceivablesImportPreview';
  customers: Scalars['Int']['output'];
  /** The first 200. */
  errors: Array<ImportRowError>;
  fileName: Scalars['String']['output'];
  rowsGood: Scalars['Int']['output'];
  /** Rows that are in the books already. */
  rowsKnown: Scalars['Int']['output'];
  rowsRejected: Scalars['Int']['output'];
  rowsTotal: Scalars['Int']['output'];
  /** The first 20 rows that would be written. */
  sample: Array<ImportPreviewRow>;
  total: Money;
};

export type ReceivablesImportStarted = {
  __typename?: 'ReceivablesImportStarted';
  import: ReceivablesImport;
};

export type RecordPaymentInput = {
  amountMinor: Scalars['MinorUnits']['input'];
  idempotencyKey: Scalars['String']['input'];
  invoiceId: Scalars['ID']['input'];
  method?: PaymentMethodKind;
  /** Without it: today. */
  paidOn?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** An expected refusal: it changed nothing, and says why with a stable code. */
export type Refusal = {
  code: Scalars['String']['output'];
  /** The input field it concerns, as a dotted path. */
  field?: Maybe<Scalars['String']['output']>;
  /** A sentence that can be shown to a customer. */
  message: Scalars['String']['output'];
};

export type ReverseJournalEntryInput = {
  /** Without it: today. */
  date?: InputMaybe<Scalars['LocalDate']['input']>;
  entryId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type TrialBalance = {
  __typename?: 'TrialBalance';
  asOf: Scalars['LocalDate']['output'];
  /** True when debits equal credits in every currency. */
  isBalanced: Scalars['Boolean']['output'];
  rows: Array<TrialBalanceRow>;
  totals: Array<TrialBalanceTotal>;
};

export type TrialBalanceRow = {
  __typename?: 'TrialBalanceRow';
  account: Account;
  credit: Money;
  debit: Money;
};

export type TrialBalanceTotal = {
  __typename?: 'TrialBalanceTotal';
  credit: Money;
  currency: Scalars['CurrencyCode']['output'];
  debit: Money;
  /** Debit less credit: always zero. */
  difference: Money;
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
  Account: Account;
  Customer: Customer;
  Invoice: Invoice;
  JournalEntry: JournalEntry;
  Payment: Payment;
  ReceivablesImport: ReceivablesImport;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Account:
    ( { __typename: 'Account' }
    & GraphQLRecursivePick<FederationTypes['Account'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Invoice:
    ( { __typename: 'Invoice' }
    & GraphQLRecursivePick<FederationTypes['Invoice'], {"id":true}> );
  JournalEntry:
    ( { __typename: 'JournalEntry' }
    & GraphQLRecursivePick<FederationTypes['JournalEntry'], {"id":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
  ReceivablesImport:
    ( { __typename: 'ReceivablesImport' }
    & GraphQLRecursivePick<FederationTypes['ReceivablesImport'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ClosePeriodResult:
    | ( Conflict )
    | ( InvalidInput )
    | ( PeriodClosed )
  ;
  CustomerResult:
    | ( Conflict )
    | ( Omit<CustomerSaved, 'customer'> & { customer: _RefType['Customer'] } )
    | ( InvalidInput )
    | ( NotFound )
  ;
  DeleteInvoiceDraftResult:
    | ( Conflict )
    | ( InvoiceDraftDeleted )
    | ( NotFound )
  ;
  ImportReceivablesResult:
    | ( Conflict )
    | ( InvalidInput )
    | ( Omit<ReceivablesImportStarted, 'import'> & { import: _RefType['ReceivablesImport'] } )
  ;
  InvoiceResult:
    | ( Conflict )
    | ( InvalidInput )
    | ( Omit<InvoiceSaved, 'invoice'> & { invoice: _RefType['Invoice'] } )
    | ( NotFound )
  ;
  JournalEntryResult:
    | ( Conflict )
    | ( InvalidInput )
    | ( Omit<JournalEntryPosted, 'entry'> & { entry: _RefType['JournalEntry'] } )
    | ( NotFound )
  ;
  PreviewReceivablesImportResult:
    | ( InvalidInput )
    | ( Omit<ReceivablesImportPreview, 'sample' | 'total'> & { sample: Array<_RefType['ImportPreviewRow']>, total: _RefType['Money'] } )
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
  Account: ResolverTypeWrapper<AccountEntity>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccountType: AccountType;
  AgingBucket: ResolverTypeWrapper<Omit<AgingBucket, 'amount'> & { amount: ResolversTypes['Money'] }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ClosePeriodInput: ClosePeriodInput;
  ClosePeriodResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ClosePeriodResult']>;
  Conflict: ResolverTypeWrapper<Conflict>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Customer: ResolverTypeWrapper<CustomerEntity>;
  CustomerConnection: ResolverTypeWrapper<Omit<CustomerConnection, 'edges'> & { edges: Array<ResolversTypes['CustomerEdge']> }>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerInput: CustomerInput;
  CustomerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CustomerResult']>;
  CustomerSaved: ResolverTypeWrapper<Omit<CustomerSaved, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteInvoiceDraftInput: DeleteInvoiceDraftInput;
  DeleteInvoiceDraftResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteInvoiceDraftResult']>;
  ImportMode: ImportMode;
  ImportPreviewRow: ResolverTypeWrapper<Omit<ImportPreviewRow, 'amount'> & { amount: ResolversTypes['Money'] }>;
  ImportReceivablesInput: ImportReceivablesInput;
  ImportReceivablesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImportReceivablesResult']>;
  ImportRowError: ResolverTypeWrapper<ImportRowError>;
  ImportStatus: ImportStatus;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  Invoice: ResolverTypeWrapper<InvoiceEntity>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  InvoiceActivity: ResolverTypeWrapper<InvoiceActivityEntity>;
  InvoiceActivityKind: InvoiceActivityKind;
  InvoiceConnection: ResolverTypeWrapper<Omit<InvoiceConnection, 'edges' | 'totalAmount' | 'totalDue'> & { edges: Array<ResolversTypes['InvoiceEdge']>, totalAmount: ResolversTypes['Money'], totalDue: ResolversTypes['Money'] }>;
  InvoiceDraftDeleted: ResolverTypeWrapper<InvoiceDraftDeleted>;
  InvoiceDraftInput: InvoiceDraftInput;
  InvoiceEdge: ResolverTypeWrapper<Omit<InvoiceEdge, 'node'> & { node: ResolversTypes['Invoice'] }>;
  InvoiceFilter: InvoiceFilter;
  InvoiceLine: ResolverTypeWrapper<LineOf>;
  InvoiceLineInput: InvoiceLineInput;
  InvoiceResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InvoiceResult']>;
  InvoiceSaved: ResolverTypeWrapper<Omit<InvoiceSaved, 'invoice'> & { invoice: ResolversTypes['Invoice'] }>;
  InvoiceStatus: InvoiceStatus;
  InvoicedTotal: ResolverTypeWrapper<Omit<InvoicedTotal, 'total'> & { total: ResolversTypes['Money'] }>;
  IssueInvoiceInput: IssueInvoiceInput;
  JournalEntry: ResolverTypeWrapper<JournalEntryEntity>;
  JournalEntryConnection: ResolverTypeWrapper<Omit<JournalEntryConnection, 'edges'> & { edges: Array<ResolversTypes['JournalEntryEdge']> }>;
  JournalEntryEdge: ResolverTypeWrapper<Omit<JournalEntryEdge, 'node'> & { node: ResolversTypes['JournalEntry'] }>;
  JournalEntryFilter: JournalEntryFilter;
  JournalEntryPosted: ResolverTypeWrapper<Omit<JournalEntryPosted, 'entry'> & { entry: ResolversTypes['JournalEntry'] }>;
  JournalEntryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['JournalEntryResult']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<MoneyValue>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payment: ResolverTypeWrapper<PaymentReference>;
  PaymentMethodKind: PaymentMethodKind;
  PeriodClosed: ResolverTypeWrapper<PeriodClosed>;
  PostJournalEntryInput: PostJournalEntryInput;
  Posting: ResolverTypeWrapper<PostingEntity>;
  PostingInput: PostingInput;
  PostingSide: PostingSide;
  PreviewReceivablesImportInput: PreviewReceivablesImportInput;
  PreviewReceivablesImportResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PreviewReceivablesImportResult']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Receivables: ResolverTypeWrapper<Omit<Receivables, 'aging' | 'open' | 'overdue'> & { aging: Array<ResolversTypes['AgingBucket']>, open: ResolversTypes['Money'], overdue: ResolversTypes['Money'] }>;
  ReceivablesImport: ResolverTypeWrapper<ReceivablesImportEntity>;
  ReceivablesImportPreview: ResolverTypeWrapper<Omit<ReceivablesImportPreview, 'sample' | 'total'> & { sample: Array<ResolversTypes['ImportPreviewRow']>, total: ResolversTypes['Money'] }>;
  ReceivablesImportStarted: ResolverTypeWrapper<Omit<ReceivablesImportStarted, 'import'> & { import: ResolversTypes['ReceivablesImport'] }>;
  RecordPaymentInput: RecordPaymentInput;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  ReverseJournalEntryInput: ReverseJournalEntryInput;
  TrialBalance: ResolverTypeWrapper<Omit<TrialBalance, 'rows' | 'totals'> & { rows: Array<ResolversTypes['TrialBalanceRow']>, totals: Array<ResolversTypes['TrialBalanceTotal']> }>;
  TrialBalanceRow: ResolverTypeWrapper<Omit<TrialBalanceRow, 'account' | 'credit' | 'debit'> & { account: ResolversTypes['Account'], credit: ResolversTypes['Money'], debit: ResolversTypes['Money'] }>;
  TrialBalanceTotal: ResolverTypeWrapper<Omit<TrialBalanceTotal, 'credit' | 'debit' | 'difference'> & { credit: ResolversTypes['Money'], debit: ResolversTypes['Money'], difference: ResolversTypes['Money'] }>;
  Upload: ResolverTypeWrapper<Scalars['Upload']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountEntity;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AgingBucket: Omit<AgingBucket, 'amount'> & { amount: ResolversParentTypes['Money'] };
  Int: Scalars['Int']['output'];
  ClosePeriodInput: ClosePeriodInput;
  ClosePeriodResult: ResolversUnionTypes<ResolversParentTypes>['ClosePeriodResult'];
  Conflict: Conflict;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Customer: CustomerEntity;
  CustomerConnection: Omit<CustomerConnection, 'edges'> & { edges: Array<ResolversParentTypes['CustomerEdge']> };
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerInput: CustomerInput;
  CustomerResult: ResolversUnionTypes<ResolversParentTypes>['CustomerResult'];
  CustomerSaved: Omit<CustomerSaved, 'customer'> & { customer: ResolversParentTypes['Customer'] };
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeleteInvoiceDraftInput: DeleteInvoiceDraftInput;
  DeleteInvoiceDraftResult: ResolversUnionTypes<ResolversParentTypes>['DeleteInvoiceDraftResult'];
  ImportPreviewRow: Omit<ImportPreviewRow, 'amount'> & { amount: ResolversParentTypes['Money'] };
  ImportReceivablesInput: ImportReceivablesInput;
  ImportReceivablesResult: ResolversUnionTypes<ResolversParentTypes>['ImportReceivablesResult'];
  ImportRowError: ImportRowError;
  InvalidInput: InvalidInput;
  Invoice: InvoiceEntity;
  Boolean: Scalars['Boolean']['output'];
  InvoiceActivity: InvoiceActivityEntity;
  InvoiceConnection: Omit<InvoiceConnection, 'edges' | 'totalAmount' | 'totalDue'> & { edges: Array<ResolversParentTypes['InvoiceEdge']>, totalAmount: ResolversParentTypes['Money'], totalDue: ResolversParentTypes['Money'] };
  InvoiceDraftDeleted: InvoiceDraftDeleted;
  InvoiceDraftInput: InvoiceDraftInput;
  InvoiceEdge: Omit<InvoiceEdge, 'node'> & { node: ResolversParentTypes['Invoice'] };
  InvoiceFilter: InvoiceFilter;
  InvoiceLine: LineOf;
  InvoiceLineInput: InvoiceLineInput;
  InvoiceResult: ResolversUnionTypes<ResolversParentTypes>['InvoiceResult'];
  InvoiceSaved: Omit<InvoiceSaved, 'invoice'> & { invoice: ResolversParentTypes['Invoice'] };
  InvoicedTotal: Omit<InvoicedTotal, 'total'> & { total: ResolversParentTypes['Money'] };
  IssueInvoiceInput: IssueInvoiceInput;
  JournalEntry: JournalEntryEntity;
  JournalEntryConnection: Omit<JournalEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['JournalEntryEdge']> };
  JournalEntryEdge: Omit<JournalEntryEdge, 'node'> & { node: ResolversParentTypes['JournalEntry'] };
  JournalEntryFilter: JournalEntryFilter;
  JournalEntryPosted: Omit<JournalEntryPosted, 'entry'> & { entry: ResolversParentTypes['JournalEntry'] };
  JournalEntryResult: ResolversUnionTypes<ResolversParentTypes>['JournalEntryResult'];
  LocalDate: Scalars['LocalDate']['output'];
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: MoneyValue;
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  PageInfo: PageInfo;
  Payment: PaymentReference;
  PeriodClosed: PeriodClosed;
  PostJournalEntryInput: PostJournalEntryInput;
  Posting: PostingEntity;
  PostingInput: PostingInput;
  PreviewReceivablesImportInput: PreviewReceivablesImportInput;
  PreviewReceivablesImportResult: ResolversUnionTypes<ResolversParentTypes>['PreviewReceivablesImportResult'];
  Query: Record<PropertyKey, never>;
  Receivables: Omit<Receivables, 'aging' | 'open' | 'overdue'> & { aging: Array<ResolversParentTypes['AgingBucket']>, open: ResolversParentTypes['Money'], overdue: ResolversParentTypes['Money'] };
  ReceivablesImport: ReceivablesImportEntity;
  ReceivablesImportPreview: Omit<ReceivablesImportPreview, 'sample' | 'total'> & { sample: Array<ResolversParentTypes['ImportPreviewRow']>, total: ResolversParentTypes['Money'] };
  ReceivablesImportStarted: Omit<ReceivablesImportStarted, 'import'> & { import: ResolversParentTypes['ReceivablesImport'] };
  RecordPaymentInput: RecordPaymentInput;
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  ReverseJournalEntryInput: ReverseJournalEntryInput;
  TrialBalance: Omit<TrialBalance, 'rows' | 'totals'> & { rows: Array<ResolversParentTypes['TrialBalanceRow']>, totals: Array<ResolversParentTypes['TrialBalanceTotal']> };
  TrialBalanceRow: Omit<TrialBalanceRow, 'account' | 'credit' | 'debit'> & { account: ResolversParentTypes['Account'], credit: ResolversParentTypes['Money'], debit: ResolversParentTypes['Money'] };
  TrialBalanceTotal: Omit<TrialBalanceTotal, 'credit' | 'debit' | 'difference'> & { credit: ResolversParentTypes['Money'], debit: ResolversParentTypes['Money'], difference: ResolversParentTypes['Money'] };
  Upload: Scalars['Upload']['output'];
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = AccountingContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'], FederationReferenceType extends FederationReferenceTypes['Account'] = FederationReferenceTypes['Account']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Account']> | FederationReferenceType, FederationReferenceType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType, Partial<AccountBalanceArgs>>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AccountType'], ParentType, ContextType>;
};

export type AgingBucketResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['AgingBucket'] = ResolversParentTypes['AgingBucket']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClosePeriodResultResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['ClosePeriodResult'] = ResolversParentTypes['ClosePeriodResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'PeriodClosed', ParentType, ContextType>;
};

export type ConflictResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Conflict'] = ResolversParentTypes['Conflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CustomerResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerResultResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['CustomerResult'] = ResolversParentTypes['CustomerResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'CustomerSaved' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type CustomerSavedResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['CustomerSaved'] = ResolversParentTypes['CustomerSaved']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteInvoiceDraftResultResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['DeleteInvoiceDraftResult'] = ResolversParentTypes['DeleteInvoiceDraftResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvoiceDraftDeleted' | 'NotFound', ParentType, ContextType>;
};

export type ImportPreviewRowResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['ImportPreviewRow'] = ResolversParentTypes['ImportPreviewRow']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueDate?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  issueDate?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  settledDate?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type ImportReceivablesResultResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['ImportReceivablesResult'] = ResolversParentTypes['ImportReceivablesResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'ReceivablesImportStarted', ParentType, ContextType>;
};

export type ImportRowErrorResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['ImportRowError'] = ResolversParentTypes['ImportRowError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvoiceResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Invoice'] = ResolversParentTypes['Invoice'], FederationReferenceType extends FederationReferenceTypes['Invoice'] = FederationReferenceTypes['Invoice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Invoice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amountDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  amountPaid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  amountRefunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  dueDate?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issueDate?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  journalEntries?: Resolver<Array<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['InvoiceLine']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pdfUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InvoiceStatus'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['InvoiceActivity']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type InvoiceActivityResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvoiceActivity'] = ResolversParentTypes['InvoiceActivity']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InvoiceActivityKind'], ParentType, ContextType>;
  paymentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type InvoiceConnectionResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvoiceConnection'] = ResolversParentTypes['InvoiceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InvoiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type InvoiceDraftDeletedResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvoiceDraftDeleted'] = ResolversParentTypes['InvoiceDraftDeleted']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvoiceEdgeResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvoiceEdge'] = ResolversParentTypes['InvoiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invoice'], ParentType, ContextType>;
};

export type InvoiceLineResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvoiceLine'] = ResolversParentTypes['InvoiceLine']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  discountPercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxPercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type InvoiceResultResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvoiceResult'] = ResolversParentTypes['InvoiceResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'InvoiceSaved' | 'NotFound', ParentType, ContextType>;
};

export type InvoiceSavedResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvoiceSaved'] = ResolversParentTypes['InvoiceSaved']> = {
  invoice?: Resolver<ResolversTypes['Invoice'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvoicedTotalResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['InvoicedTotal'] = ResolversParentTypes['InvoicedTotal']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type JournalEntryResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['JournalEntry'] = ResolversParentTypes['JournalEntry'], FederationReferenceType extends FederationReferenceTypes['JournalEntry'] = FederationReferenceTypes['JournalEntry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JournalEntry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['Invoice']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  postings?: Resolver<Array<ResolversTypes['Posting']>, ParentType, ContextType>;
  reversalOf?: Resolver<Maybe<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JournalEntryConnectionResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['JournalEntryConnection'] = ResolversParentTypes['JournalEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['JournalEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JournalEntryEdgeResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['JournalEntryEdge'] = ResolversParentTypes['JournalEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['JournalEntry'], ParentType, ContextType>;
};

export type JournalEntryPostedResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['JournalEntryPosted'] = ResolversParentTypes['JournalEntryPosted']> = {
  entry?: Resolver<ResolversTypes['JournalEntry'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JournalEntryResultResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['JournalEntryResult'] = ResolversParentTypes['JournalEntryResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'JournalEntryPosted' | 'NotFound', ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  decimal?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  closePeriod?: Resolver<ResolversTypes['ClosePeriodResult'], ParentType, ContextType, RequireFields<MutationClosePeriodArgs, 'input'>>;
  createCustomer?: Resolver<ResolversTypes['CustomerResult'], ParentType, ContextType, RequireFields<MutationCreateCustomerArgs, 'input'>>;
  deleteInvoiceDraft?: Resolver<ResolversTypes['DeleteInvoiceDraftResult'], ParentType, ContextType, RequireFields<MutationDeleteInvoiceDraftArgs, 'input'>>;
  importReceivables?: Resolver<ResolversTypes['ImportReceivablesResult'], ParentType, ContextType, RequireFields<MutationImportReceivablesArgs, 'input'>>;
  issueInvoice?: Resolver<ResolversTypes['InvoiceResult'], ParentType, ContextType, RequireFields<MutationIssueInvoiceArgs, 'input'>>;
  postJournalEntry?: Resolver<ResolversTypes['JournalEntryResult'], ParentType, ContextType, RequireFields<MutationPostJournalEntryArgs, 'input'>>;
  previewReceivablesImport?: Resolver<ResolversTypes['PreviewReceivablesImportResult'], ParentType, ContextType, RequireFields<MutationPreviewReceivablesImportArgs, 'input'>>;
  recordPayment?: Resolver<ResolversTypes['InvoiceResult'], ParentType, ContextType, RequireFields<MutationRecordPaymentArgs, 'input'>>;
  reverseJournalEntry?: Resolver<ResolversTypes['JournalEntryResult'], ParentType, ContextType, RequireFields<MutationReverseJournalEntryArgs, 'input'>>;
  saveInvoiceDraft?: Resolver<ResolversTypes['InvoiceResult'], ParentType, ContextType, RequireFields<MutationSaveInvoiceDraftArgs, 'input'>>;
  updateCustomer?: Resolver<ResolversTypes['CustomerResult'], ParentType, ContextType, RequireFields<MutationUpdateCustomerArgs, 'id' | 'input'>>;
};

export type NotFoundResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  journalEntries?: Resolver<Array<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
};

export type PeriodClosedResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['PeriodClosed'] = ResolversParentTypes['PeriodClosed']> = {
  through?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostingResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Posting'] = ResolversParentTypes['Posting']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['PostingSide'], ParentType, ContextType>;
};

export type PreviewReceivablesImportResultResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['PreviewReceivablesImportResult'] = ResolversParentTypes['PreviewReceivablesImportResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'ReceivablesImportPreview', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountArgs, 'id'>>;
  accounts?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, RequireFields<QueryCustomersArgs, 'first'>>;
  invoice?: Resolver<Maybe<ResolversTypes['Invoice']>, ParentType, ContextType, RequireFields<QueryInvoiceArgs, 'id'>>;
  invoiced?: Resolver<ResolversTypes['InvoicedTotal'], ParentType, ContextType, Partial<QueryInvoicedArgs>>;
  invoices?: Resolver<ResolversTypes['InvoiceConnection'], ParentType, ContextType, RequireFields<QueryInvoicesArgs, 'first'>>;
  journalEntries?: Resolver<ResolversTypes['JournalEntryConnection'], ParentType, ContextType, RequireFields<QueryJournalEntriesArgs, 'first'>>;
  journalEntry?: Resolver<Maybe<ResolversTypes['JournalEntry']>, ParentType, ContextType, RequireFields<QueryJournalEntryArgs, 'id'>>;
  receivables?: Resolver<ResolversTypes['Receivables'], ParentType, ContextType, Partial<QueryReceivablesArgs>>;
  receivablesImport?: Resolver<Maybe<ResolversTypes['ReceivablesImport']>, ParentType, ContextType, RequireFields<QueryReceivablesImportArgs, 'id'>>;
  trialBalance?: Resolver<ResolversTypes['TrialBalance'], ParentType, ContextType, Partial<QueryTrialBalanceArgs>>;
};

export type ReceivablesResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Receivables'] = ResolversParentTypes['Receivables']> = {
  aging?: Resolver<Array<ResolversTypes['AgingBucket']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  openCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  overdueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReceivablesImportResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['ReceivablesImport'] = ResolversParentTypes['ReceivablesImport'], FederationReferenceType extends FederationReferenceTypes['ReceivablesImport'] = FederationReferenceTypes['ReceivablesImport']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ReceivablesImport']> | FederationReferenceType, FederationReferenceType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['ImportRowError']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoicesImported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['ImportMode'], ParentType, ContextType>;
  rowsDone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsRejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsSkipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsTotal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ImportStatus'], ParentType, ContextType>;
};

export type ReceivablesImportPreviewResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['ReceivablesImportPreview'] = ResolversParentTypes['ReceivablesImportPreview']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['ImportRowError']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rowsGood?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsKnown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsRejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsTotal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sample?: Resolver<Array<ResolversTypes['ImportPreviewRow']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReceivablesImportStartedResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['ReceivablesImportStarted'] = ResolversParentTypes['ReceivablesImportStarted']> = {
  import?: Resolver<ResolversTypes['ReceivablesImport'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type TrialBalanceResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['TrialBalance'] = ResolversParentTypes['TrialBalance']> = {
  asOf?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  isBalanced?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['TrialBalanceRow']>, ParentType, ContextType>;
  totals?: Resolver<Array<ResolversTypes['TrialBalanceTotal']>, ParentType, ContextType>;
};

export type TrialBalanceRowResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['TrialBalanceRow'] = ResolversParentTypes['TrialBalanceRow']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type TrialBalanceTotalResolvers<ContextType = AccountingContext, ParentType extends ResolversParentTypes['TrialBalanceTotal'] = ResolversParentTypes['TrialBalanceTotal']> = {
  credit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export interface UploadScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Upload'], any> {
  name: 'Upload';
}

export type Resolvers<ContextType = AccountingContext> = {
  Account?: AccountResolvers<ContextType>;
  AgingBucket?: AgingBucketResolvers<ContextType>;
  ClosePeriodResult?: ClosePeriodResultResolvers<ContextType>;
  Conflict?: ConflictResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerResult?: CustomerResultResolvers<ContextType>;
  CustomerSaved?: CustomerSavedResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeleteInvoiceDraftResult?: DeleteInvoiceDraftResultResolvers<ContextType>;
  ImportPreviewRow?: ImportPreviewRowResolvers<ContextType>;
  ImportReceivablesResult?: ImportReceivablesResultResolvers<ContextType>;
  ImportRowError?: ImportRowErrorResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Invoice?: InvoiceResolvers<ContextType>;
  InvoiceActivity?: InvoiceActivityResolvers<ContextType>;
  InvoiceConnection?: InvoiceConnectionResolvers<ContextType>;
  InvoiceDraftDeleted?: InvoiceDraftDeletedResolvers<ContextType>;
  InvoiceEdge?: InvoiceEdgeResolvers<ContextType>;
  InvoiceLine?: InvoiceLineResolvers<ContextType>;
  InvoiceResult?: InvoiceResultResolvers<ContextType>;
  InvoiceSaved?: InvoiceSavedResolvers<ContextType>;
  InvoicedTotal?: InvoicedTotalResolvers<ContextType>;
  JournalEntry?: JournalEntryResolvers<ContextType>;
  JournalEntryConnection?: JournalEntryConnectionResolvers<ContextType>;
  JournalEntryEdge?: JournalEntryEdgeResolvers<ContextType>;
  JournalEntryPosted?: JournalEntryPostedResolvers<ContextType>;
  JournalEntryResult?: JournalEntryResultResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PeriodClosed?: PeriodClosedResolvers<ContextType>;
  Posting?: PostingResolvers<ContextType>;
  PreviewReceivablesImportResult?: PreviewReceivablesImportResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Receivables?: ReceivablesResolvers<ContextType>;
  ReceivablesImport?: ReceivablesImportResolvers<ContextType>;
  ReceivablesImportPreview?: ReceivablesImportPreviewResolvers<ContextType>;
  ReceivablesImportStarted?: ReceivablesImportStartedResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  TrialBalance?: TrialBalanceResolvers<ContextType>;
  TrialBalanceRow?: TrialBalanceRowResolvers<ContextType>;
  TrialBalanceTotal?: TrialBalanceTotalResolvers<ContextType>;
  Upload?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = AccountingContext> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
