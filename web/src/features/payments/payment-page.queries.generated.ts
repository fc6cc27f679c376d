/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type PaymentPage_PaymentFragment = { __typename: 'Payment', id: string, status: Types.PaymentStatus, provider: Types.PaymentProviderName, createdAt: string, completedAt: string | null, amount: { __typename: 'Money', minor: string, decimal: string, currency: string }, amountRefunded: { __typename: 'Money', minor: string, decimal: string, currency: string }, fee: { __typename: 'Money', minor: string, decimal: string, currency: string } | null, net: { __typename: 'Money', minor: string, decimal: string, currency: string } | null, method: { __typename: 'PaymentMethod', kind: Types.PaymentMethodKind, brand: string | null, last4: string | null } | null, failure: { __typename: 'PaymentFailure', code: string, message: string } | null, invoice: { __typename: 'Invoice', id: string, number: string | null, customer: { __typename: 'Customer', id: string, name: string } }, refunds: Array<{ __typename: 'Refund', id: string, status: Types.RefundStatus, reason: string | null, createdAt: string, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, timeline: Array<{ __typename: 'PaymentActivity', id: string, status: Types.PaymentStatus, at: string, cause: string, message: string | null }>, journalEntries: Array<{ __typename: 'JournalEntry', id: string, sequence: number, date: string, description: string }> } & { ' $fragmentName'?: 'PaymentPage_PaymentFragment' };

export type PaymentPageQueryVariables = Exact<{
  id: string;
}>;


export type PaymentPageQuery = { payment: { __typename: 'Payment', id: string, status: Types.PaymentStatus, provider: Types.PaymentProviderName, createdAt: string, completedAt: string | null, amount: { __typename: 'Money', minor: string, decimal: string, currency: string }, amountRefunded: { __typename: 'Money', minor: string, decimal: string, currency: string }, fee: { __typename: 'Money', minor: string, decimal: string, currency: string } | null, net: { __typename: 'Money', minor: string, decimal: string, currency: string } | null, method: { __typename: 'PaymentMethod', kind: Types.PaymentMethodKind, brand: string | null, last4: string | null } | null, failure: { __typename: 'PaymentFailure', code: string, message: string } | null, invoice: { __typename: 'Invoice', id: string, number: string | null, customer: { __typename: 'Customer', id: string, name: string } }, refunds: Array<{ __typename: 'Refund', id: string, status: Types.RefundStatus, reason: string | null, createdAt: string, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, timeline: Array<{ __typename: 'PaymentActivity', id: string, status: Types.PaymentStatus, at: string, cause: string, message: string | null }>, journalEntries: Array<{ __typename: 'JournalEntry', id: string, sequence: number, date: string, description: string }> } | null };

export type PaymentPageChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type PaymentPageChangedSubscription = { paymentChanged: { __typename: 'Payment', id: string, status: Types.PaymentStatus } };

export type PaymentPagePostedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PaymentPagePostedSubscription = { ledgerEntryPosted: { __typename: 'JournalEntry', id: string } };
