/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type InvoiceRow_InvoiceFragment = { __typename: 'Invoice', id: string, number: string | null, status: Types.InvoiceStatus, isOverdue: boolean, issueDate: string | null, dueDate: string, customer: { __typename: 'Customer', id: string, name: string }, total: { __typename: 'Money', minor: string, decimal: string, currency: string }, amountDue: { __typename: 'Money', minor: string, decimal: string, currency: string } } & { ' $fragmentName'?: 'InvoiceRow_InvoiceFragment' };
