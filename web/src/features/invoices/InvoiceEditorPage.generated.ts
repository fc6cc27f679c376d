/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { InvoicePaper_InvoiceFragment } from '../../apollo/invoice-paper.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type InvoiceEditorQueryVariables = Exact<{
  id: string;
  isNew: boolean;
}>;


export type InvoiceEditorQuery = { me: { __typename: 'Me', organization: { __typename: 'Organization', id: string, name: string, baseCurrency: string, timeZone: string } | null } | null, invoice?: { __typename: 'Invoice', id: string, status: Types.InvoiceStatus, currency: string, number: string | null, issueDate: string | null, dueDate: string, notes: string | null, customer: { __typename: 'Customer', id: string, name: string, address: string | null }, lines: Array<{ __typename: 'InvoiceLine', id: string, description: string, quantity: string, discountPercent: string, taxPercent: string, unitPrice: { __typename: 'Money', minor: string, decimal: string, currency: string }, net: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, subtotal: { __typename: 'Money', minor: string, decimal: string, currency: string }, discountTotal: { __typename: 'Money', minor: string, decimal: string, currency: string }, taxTotal: { __typename: 'Money', minor: string, decimal: string, currency: string }, total: { __typename: 'Money', minor: string, decimal: string, currency: string } } | null };
