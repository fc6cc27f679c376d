import type Stripe from 'stripe';
import type { Outcome } from './methods/outcome.ts';

/** A Stripe object as it is kept: references are ids, expanded only when an answer asks for it. */
type WithReferences<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: string | null };

export type Intent = WithReferences<
  Stripe.PaymentIntent,
  'customer' | 'latest_charge' | 'payment_method'
>;
export type Charge = WithReferences<
  Stripe.Charge,
  'balance_transaction' | 'customer' | 'payment_intent' | 'failure_balance_transaction'
>;
export type Refund = WithReferences<
  Stripe.Refund,
  'balance_transaction' | 'charge' | 'payment_intent'
>;
export type Dispute = Omit<Stripe.Dispute, 'charge' | 'payment_intent'> & {
  readonly charge: string;
  readonly payment_intent: string | null;
};
export type BalanceTransaction = WithReferences<Stripe.BalanceTransaction, 'source'>;
export type Method = WithReferences<Stripe.PaymentMethod, 'customer'>;
export type SetupIntent = WithReferences<Stripe.SetupIntent, 'customer' | 'payment_method'>;
export type Payout = WithReferences<Stripe.Payout, 'balance_transaction' | 'destination'>;

/** An event with the object as it was at that moment. */
export interface SandboxEvent {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly data: { readonly object: object; readonly previous_attributes?: object };
  readonly livemode: false;
  readonly pending_webhooks: number;
  readonly request: Stripe.Event.Request | null;
  readonly type: Stripe.Event.Type;
}

/** How a payment method will behave. Kept apart: it never leaves the sandbox. */
export interface Behaviour {
  readonly id: string;
  readonly outcome: Outcome;
}

/** Where webhooks go. `isConfigured`: given at the start, not made through the API. */
export interface Endpoint {
  readonly id: string;
  readonly secret: string;
  readonly isConfigured: boolean;
  readonly shown: Stripe.WebhookEndpoint;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly eventId: string;
  readonly endpointId: string;
  readonly attempts: number;
  readonly dueAtMs: number;
  readonly lastError: string | null;
}

/** Something that will happen by itself later, such as the settlement of a bank debit. */
export interface Task {
  readonly id: string;
  readonly kind: 'settle_debit' | 'book_balance' | 'open_dispute' | 'settle_refund';
  readonly subjectId: string;
  readonly dueAtMs: number;
}

/** The answer to a request with an idempotency key; parameters are kept as a keyed hash only. */
export interface RememberedAnswer {
  readonly id: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly requestId: string;
  readonly createdAtMs: number;
  readonly status: number;
  readonly body: object;
}

/** Values that must survive a restart, such as the API keys. */
export interface Setting {
  readonly id: string;
  readonly value: string;
}

/** Which payout brought a balance transaction to the bank. */
export interface PaidOut {
  readonly id: string;
  readonly payoutId: string;
}

export interface Tables {
  payment_intents: Intent;
  charges: Charge;
  refunds: Refund;
  disputes: Dispute;
  balance_transactions: BalanceTransaction;
  payment_methods: Method;
  setup_intents: SetupIntent;
  customers: Stripe.Customer | Stripe.DeletedCustomer;
  payouts: Payout;
  events: SandboxEvent;
  webhook_endpoints: Endpoint;
  behaviours: Behaviour;
  deliveries: Delivery;
  tasks: Task;
  answers: RememberedAnswer;
  settings: Setting;
  paid_out: PaidOut;
}

export type TableName = keyof Tables;
