/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type InvoicePayments_InvoiceFragment = { __typename: 'Invoice', id: string, payments: Array<{ __typename: 'Payment', id: string, status: Types.PaymentStatus, createdAt: string, amount: { __typename: 'Money', minor: string, decimal: string, currency: string }, amountRefunded: { __typename: 'Money', minor: string, decimal: string, currency: string }, failure: { __typename: 'PaymentFailure', code: string, message: string } | null }> } & { ' $fragmentName'?: 'InvoicePayments_InvoiceFragment' };
