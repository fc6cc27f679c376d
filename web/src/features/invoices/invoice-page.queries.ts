import { gql, type TypedDocumentNode } from '@apollo/client';
import { INVOICE_PAYMENTS } from './InvoicePayments.tsx';
import { INVOICE_SUMS } from './InvoiceSums.tsx';
import { INVOICE_TIMELINE } from './InvoiceTimeline.tsx';
import { INVOICE_PAPER } from '../../apollo/invoice-paper.ts';
import type {
  InvoicePageChangedSubscription,
  InvoicePageChangedSubscriptionVariables,
  InvoicePagePaymentSubscription,
  InvoicePagePaymentSubscriptionVariables,
  InvoicePageQuery,
  InvoicePageQueryVariables,
} from './invoice-page.queries.generated.ts';
import { PAYMENT_LINK } from './PaymentLink.tsx';

export const INVOICE_PAGE: TypedDocumentNode<InvoicePageQuery, InvoicePageQueryVariables> = gql`
  query InvoicePage($id: ID!) {
    me {
      organization {
        id
        name
        timeZone
      }
    }
    invoice(id: $id) {
      id
      number
      reference
      status
      isOverdue
      customer {
        id
        name
      }
      amountDue {
        minor
        decimal
        currency
      }
      ...InvoicePaper_invoice @unmask
      ...InvoiceSums_invoice
      ...InvoiceTimeline_invoice
      ...InvoicePayments_invoice
      ...PaymentLink_invoice
    }
  }
  ${INVOICE_PAPER}
  ${INVOICE_SUMS}
  ${INVOICE_TIMELINE}
  ${INVOICE_PAYMENTS}
  ${PAYMENT_LINK}
`;

/** Its answers go to the cache, from which each part of the page draws itself anew. */
export const INVOICE_PAGE_CHANGED: TypedDocumentNode<
  InvoicePageChangedSubscription,
  InvoicePageChangedSubscriptionVariables
> = gql`
  subscription InvoicePageChanged($id: ID!) {
    invoiceChanged(invoiceId: $id) {
      id
      number
      status
      isOverdue
      issueDate
      amountDue {
        minor
        decimal
        currency
      }
      ...InvoiceSums_invoice
      ...InvoiceTimeline_invoice
      ...InvoicePayments_invoice
      ...PaymentLink_invoice
    }
  }
  ${INVOICE_SUMS}
  ${INVOICE_TIMELINE}
  ${INVOICE_PAYMENTS}
  ${PAYMENT_LINK}
`;

/** A payment's news, with the invoice's own, so that a first attempt also appears in its list. */
export const INVOICE_PAGE_PAYMENT: TypedDocumentNode<
  InvoicePagePaymentSubscription,
  InvoicePagePaymentSubscriptionVariables
> = gql`
  subscription InvoicePagePayment($id: ID!) {
    paymentChanged(invoiceId: $id) {
      id
      status
      invoice {
        id
        ...InvoicePayments_invoice
      }
    }
  }
  ${INVOICE_PAYMENTS}
`;
