import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { InvoiceReference } from '../invoice/invoice-reference.ts';
import type { Money as MoneyParent } from '@finflow/shared/money';
import type { PayableInvoice } from '../invoice/payable-invoice.entity.ts';
import type { Payment as PaymentParent } from '../payment/payment.entity.ts';
import type { PaymentActivity as PaymentActivityParent } from '../payment/payment-activity.entity.ts';
import type { Refund as RefundParent } from '../refund/refund.entity.ts';
import type { PaymentsContext } from '../context.ts';
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
  /** An amount in the currency's minor unit (cents), an integer written as a string. */
  MinorUnits: { input: bigint; output: bigint; }
  _FieldSet: { input: string; output: string; }
};

export type Conflict = Refusal & {
  __typename?: 'Conflict';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** Payments adds to an invoice how it can be and was paid. */
export type Invoice = {
  __typename?: 'Invoice';
  id: Scalars['ID']['output'];
  /** The address to send to the customer; null while the invoice is a draft or payments has not heard of it yet. */
  paymentLink?: Maybe<Scalars['String']['output']>;
  /** Newest first. */
  payments: Array<Payment>;
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
  /** Gives money back, in part or in full. Without an amount: all that is left. */
  refundPayment: RefundPaymentResult;
  /** Begins (or resumes) the payment of what is due on the invoice of the caller's payment link. */
  startPayment: StartPaymentResult;
};


export type MutationRefundPaymentArgs = {
  input: RefundPaymentInput;
};


export type MutationStartPaymentArgs = {
  input: StartPaymentInput;
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

export type PayPage = {
  __typename?: 'PayPage';
  amountDue: Money;
  invoice: Invoice;
  isPaid: Scalars['Boolean']['output'];
  /** The newest attempt, if any. */
  latestPayment?: Maybe<Payment>;
  /** Who asks for the money. */
  organizationName: Scalars['String']['output'];
};

export type Payment = {
  __typename?: 'Payment';
  amount: Money;
  amountRefunded: Money;
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** Why it failed, in the bank's words. */
  failure?: Maybe<PaymentFailure>;
  /** What the provider keeps; null until it is known. */
  fee?: Maybe<Money>;
  id: Scalars['ID']['output'];
  invoice: Invoice;
  method?: Maybe<PaymentMethod>;
  /** Amount less fee and refunds. */
  net?: Maybe<Money>;
  provider: PaymentProviderName;
  refunds: Array<Refund>;
  status: PaymentStatus;
  /** What happened, oldest first. */
  timeline: Array<PaymentActivity>;
};

export type PaymentActivity = {
  __typename?: 'PaymentActivity';
  at: Scalars['DateTime']['output'];
  /** What caused it, such as payment_intent.succeeded or refund. */
  cause: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  message?: Maybe<Scalars['String']['output']>;
  status: PaymentStatus;
};

export type PaymentConnection = {
  __typename?: 'PaymentConnection';
  edges: Array<PaymentEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type PaymentEdge = {
  __typename?: 'PaymentEdge';
  cursor: Scalars['String']['output'];
  node: Payment;
};

export type PaymentFailure = {
  __typename?: 'PaymentFailure';
  /** Such as insufficient_funds. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

export type PaymentFilter = {
  invoiceId?: InputMaybe<Scalars['ID']['input']>;
  /** Any of these. */
  status?: InputMaybe<Array<PaymentStatus>>;
};

export type PaymentMethod = {
  __typename?: 'PaymentMethod';
  /** Such as visa. */
  brand?: Maybe<Scalars['String']['output']>;
  kind: PaymentMethodKind;
  last4?: Maybe<Scalars['String']['output']>;
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

export type PaymentRefunded = {
  __typename?: 'PaymentRefunded';
  payment: Payment;
  refund: Refund;
};

export type PaymentStarted = {
  __typename?: 'PaymentStarted';
  payment: Payment;
  surface: PaymentSurface;
};

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

/** What the browser needs to show the provider's own card form. No card number touches FinFlow's origin. */
export type PaymentSurface = {
  __typename?: 'PaymentSurface';
  /** Of this one payment; it can only confirm it. */
  clientSecret: Scalars['String']['output'];
  /** Where the sandbox serves its card form; null with Stripe itself. */
  elementsUrl?: Maybe<Scalars['String']['output']>;
  kind: PaymentSurfaceKind;
  publishableKey: Scalars['String']['output'];
};

export type PaymentSurfaceKind =
  /** The Stripe sandbox's card form, in an iframe of its own origin. */
  | 'SANDBOX_FRAME'
  /** Stripe's Payment Element. */
  | 'STRIPE_ELEMENTS';

/** The payment provider did not answer or refused; nothing was moved. Try again. */
export type ProviderUnavailable = Refusal & {
  __typename?: 'ProviderUnavailable';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** What the holder of a payment link sees. The link's token is the caller's credential. */
  payPage?: Maybe<PayPage>;
  payment?: Maybe<Payment>;
  /** At most 100 a page, newest first. */
  payments: PaymentConnection;
};


export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Refund = {
  __typename?: 'Refund';
  amount: Money;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  reason?: Maybe<Scalars['String']['output']>;
  status: RefundStatus;
};

export type RefundPaymentInput = {
  amountMinor?: InputMaybe<Scalars['MinorUnits']['input']>;
  idempotencyKey: Scalars['String']['input'];
  paymentId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type RefundPaymentResult = Conflict | InvalidInput | NotFound | PaymentRefunded | ProviderUnavailable;

export type RefundStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'PENDING';

/** An expected refusal: it changed nothing, and says why with a stable code. */
export type Refusal = {
  code: Scalars['String']['output'];
  /** The input field it concerns, as a dotted path. */
  field?: Maybe<Scalars['String']['output']>;
  /** A sentence that can be shown to a customer. */
  message: Scalars['String']['output'];
};

export type StartPaymentInput = {
  /** Chosen by the client; the same key never starts a second payment. */
  idempotencyKey: Scalars['String']['input'];
};

export type StartPaymentResult = Conflict | NotFound | PaymentStarted | ProviderUnavailable;



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
  Invoice: Invoice;
  Payment: Payment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Invoice:
    ( { __typename: 'Invoice' }
    & GraphQLRecursivePick<FederationTypes['Invoice'], {"id":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  RefundPaymentResult:
    | ( Conflict )
    | ( InvalidInput )
    | ( NotFound )
    | ( Omit<PaymentRefunded, 'payment' | 'refund'> & { payment: _RefType['Payment'], refund: _RefType['Refund'] } )
    | ( ProviderUnavailable )
  ;
  StartPaymentResult:
    | ( Conflict )
    | ( NotFound )
    | ( Omit<PaymentStarted, 'payment'> & { payment: _RefType['Payment'] } )
    | ( ProviderUnavailable )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Refusal:
    | ( Conflict )
    | ( InvalidInput )
    | ( NotFound )
    | ( ProviderUnavailable )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Conflict: ResolverTypeWrapper<Conflict>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  Invoice: ResolverTypeWrapper<InvoiceReference>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<MoneyParent>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PayPage: ResolverTypeWrapper<PayableInvoice>;
  Payment: ResolverTypeWrapper<PaymentParent>;
  PaymentActivity: ResolverTypeWrapper<PaymentActivityParent>;
  PaymentConnection: ResolverTypeWrapper<Omit<PaymentConnection, 'edges'> & { edges: Array<ResolversTypes['PaymentEdge']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PaymentEdge: ResolverTypeWrapper<Omit<PaymentEdge, 'node'> & { node: ResolversTypes['Payment'] }>;
  PaymentFailure: ResolverTypeWrapper<PaymentFailure>;
  PaymentFilter: PaymentFilter;
  PaymentMethod: ResolverTypeWrapper<PaymentMethod>;
  PaymentMethodKind: PaymentMethodKind;
  PaymentProviderName: PaymentProviderName;
  PaymentRefunded: ResolverTypeWrapper<Omit<PaymentRefunded, 'payment' | 'refund'> & { payment: ResolversTypes['Payment'], refund: ResolversTypes['Refund'] }>;
  PaymentStarted: ResolverTypeWrapper<Omit<PaymentStarted, 'payment'> & { payment: ResolversTypes['Payment'] }>;
  PaymentStatus: PaymentStatus;
  PaymentSurface: ResolverTypeWrapper<PaymentSurface>;
  PaymentSurfaceKind: PaymentSurfaceKind;
  ProviderUnavailable: ResolverTypeWrapper<ProviderUnavailable>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refund: ResolverTypeWrapper<RefundParent>;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundPaymentResult']>;
  RefundStatus: RefundStatus;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  StartPaymentInput: StartPaymentInput;
  StartPaymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartPaymentResult']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Conflict: Conflict;
  String: Scalars['String']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  InvalidInput: InvalidInput;
  Invoice: InvoiceReference;
  ID: Scalars['ID']['output'];
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: MoneyParent;
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  PayPage: PayableInvoice;
  Payment: PaymentParent;
  PaymentActivity: PaymentActivityParent;
  PaymentConnection: Omit<PaymentConnection, 'edges'> & { edges: Array<ResolversParentTypes['PaymentEdge']> };
  Int: Scalars['Int']['output'];
  PaymentEdge: Omit<PaymentEdge, 'node'> & { node: ResolversParentTypes['Payment'] };
  PaymentFailure: PaymentFailure;
  PaymentFilter: PaymentFilter;
  PaymentMethod: PaymentMethod;
  PaymentRefunded: Omit<PaymentRefunded, 'payment' | 'refund'> & { payment: ResolversParentTypes['Payment'], refund: ResolversParentTypes['Refund'] };
  PaymentStarted: Omit<PaymentStarted, 'payment'> & { payment: ResolversParentTypes['Payment'] };
  PaymentSurface: PaymentSurface;
  ProviderUnavailable: ProviderUnavailable;
  Query: Record<PropertyKey, never>;
  Refund: RefundParent;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentResult: ResolversUnionTypes<ResolversParentTypes>['RefundPaymentResult'];
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  StartPaymentInput: StartPaymentInput;
  StartPaymentResult: ResolversUnionTypes<ResolversParentTypes>['StartPaymentResult'];
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = PaymentsContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ConflictResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['Conflict'] = ResolversParentTypes['Conflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type InvalidInputResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvoiceResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['Invoice'] = ResolversParentTypes['Invoice'], FederationReferenceType extends FederationReferenceTypes['Invoice'] = FederationReferenceTypes['Invoice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Invoice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  paymentLink?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  decimal?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  refundPayment?: Resolver<ResolversTypes['RefundPaymentResult'], ParentType, ContextType, RequireFields<MutationRefundPaymentArgs, 'input'>>;
  startPayment?: Resolver<ResolversTypes['StartPaymentResult'], ParentType, ContextType, RequireFields<MutationStartPaymentArgs, 'input'>>;
};

export type NotFoundResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayPageResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PayPage'] = ResolversParentTypes['PayPage']> = {
  amountDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  invoice?: Resolver<ResolversTypes['Invoice'], ParentType, ContextType>;
  isPaid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  latestPayment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  organizationName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  amountRefunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['PaymentFailure']>, ParentType, ContextType>;
  fee?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoice?: Resolver<ResolversTypes['Invoice'], ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  net?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['PaymentProviderName'], ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['PaymentActivity']>, ParentType, ContextType>;
};

export type PaymentActivityResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PaymentActivity'] = ResolversParentTypes['PaymentActivity']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PaymentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
};

export type PaymentFailureResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PaymentFailure'] = ResolversParentTypes['PaymentFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentMethodResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PaymentMethod'] = ResolversParentTypes['PaymentMethod']> = {
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PaymentMethodKind'], ParentType, ContextType>;
  last4?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentRefundedResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PaymentRefunded'] = ResolversParentTypes['PaymentRefunded']> = {
  payment?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Refund'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentStartedResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PaymentStarted'] = ResolversParentTypes['PaymentStarted']> = {
  payment?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
  surface?: Resolver<ResolversTypes['PaymentSurface'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentSurfaceResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['PaymentSurface'] = ResolversParentTypes['PaymentSurface']> = {
  clientSecret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  elementsUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PaymentSurfaceKind'], ParentType, ContextType>;
  publishableKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProviderUnavailableResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['ProviderUnavailable'] = ResolversParentTypes['ProviderUnavailable']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  payPage?: Resolver<Maybe<ResolversTypes['PayPage']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  payments?: Resolver<ResolversTypes['PaymentConnection'], ParentType, ContextType, RequireFields<QueryPaymentsArgs, 'first'>>;
};

export type RefundResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
};

export type RefundPaymentResultResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['RefundPaymentResult'] = ResolversParentTypes['RefundPaymentResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'NotFound' | 'PaymentRefunded' | 'ProviderUnavailable', ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'NotFound' | 'ProviderUnavailable', ParentType, ContextType>;
};

export type StartPaymentResultResolvers<ContextType = PaymentsContext, ParentType extends ResolversParentTypes['StartPaymentResult'] = ResolversParentTypes['StartPaymentResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'NotFound' | 'PaymentStarted' | 'ProviderUnavailable', ParentType, ContextType>;
};

export type Resolvers<ContextType = PaymentsContext> = {
  Conflict?: ConflictResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Invoice?: InvoiceResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PayPage?: PayPageResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentActivity?: PaymentActivityResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  PaymentFailure?: PaymentFailureResolvers<ContextType>;
  PaymentMethod?: PaymentMethodResolvers<ContextType>;
  PaymentRefunded?: PaymentRefundedResolvers<ContextType>;
  PaymentStarted?: PaymentStartedResolvers<ContextType>;
  PaymentSurface?: PaymentSurfaceResolvers<ContextType>;
  ProviderUnavailable?: ProviderUnavailableResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundPaymentResult?: RefundPaymentResultResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  StartPaymentResult?: StartPaymentResultResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = PaymentsContext> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
