/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { InvoicePaper_InvoiceFragment } from '../../apollo/invoice-paper.generated.ts';
import type { InvoiceSums_InvoiceFragment } from './InvoiceSums.generated.ts';
import type { InvoiceTimeline_InvoiceFragment } from './InvoiceTimeline.generated.ts';
import type { InvoicePayments_InvoiceFragment } from './InvoicePayments.generated.ts';
import type { PaymentLink_InvoiceFragment } from './PaymentLink.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type InvoicePageQueryVariables = Exact<{
  id: string;
}>;


export type InvoicePageQuery = { me: { __typename: 'Me', organization: { __typename: 'Organization', id: string, name: string, timeZone: string } | null } | null, invoice: (
    { __typename: 'Invoice', id: string, number: string | null, reference: string | null, status: Types.InvoiceStatus, isOverdue: boolean, issueDate: string | null, dueDate: string, notes: string | null, customer: { __typename: 'Customer', id: string, name: string, address: string | null }, amountDue: { __typename: 'Money', minor: string, decimal: string, currency: string }, lines: Array<{ __typename: 'InvoiceLine', id: string, description: string, quantity: string, discountPercent: string, taxPercent: string, unitPrice: { __typename: 'Money', minor: string, decimal: string, currency: string }, net: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, subtotal: { __typename: 'Money', minor: string, decimal: string, currency: string }, discountTotal: { __typename: 'Money', minor: string, decimal: string, currency: string }, taxTotal: { __typename: 'Money', minor: string, decimal: string, currency: string }, total: { __typename: 'Money', minor: string, decimal: string, currency: string } }
    & { ' $fragmentRefs'?: { 'InvoiceSums_InvoiceFragment': InvoiceSums_InvoiceFragment;'InvoiceTimeline_InvoiceFragment': InvoiceTimeline_InvoiceFragment;'InvoicePayments_InvoiceFragment': InvoicePayments_InvoiceFragment;'PaymentLink_InvoiceFragment': PaymentLink_InvoiceFragment } }
  ) | null };

export type InvoicePageChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type InvoicePageChangedSubscription = { invoiceChanged: (
    { __typename: 'Invoice', id: string, number: string | null, status: Types.InvoiceStatus, isOverdue: boolean, issueDate: string | null, amountDue: { __typename: 'Money', minor: string, decimal: string, currency: string } }
    & { ' $fragmentRefs'?: { 'InvoiceSums_InvoiceFragment': InvoiceSums_InvoiceFragment;'InvoiceTimeline_InvoiceFragment': InvoiceTimeline_InvoiceFragment;'InvoicePayments_InvoiceFragment': InvoicePayments_InvoiceFragment;'PaymentLink_InvoiceFragment': PaymentLink_InvoiceFragment } }
  ) };

export type InvoicePagePaymentSubscriptionVariables = Exact<{
  id: string;
}>;


export type InvoicePagePaymentSubscription = { paymentChanged: { __typename: 'Payment', id: string, status: Types.PaymentStatus, invoice: (
      { __typename: 'Invoice', id: string }
      & { ' $fragmentRefs'?: { 'InvoicePayments_InvoiceFragment': InvoicePayments_InvoiceFragment } }
    ) } };
