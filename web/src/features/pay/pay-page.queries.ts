import { gql, type TypedDocumentNode } from '@apollo/client';
import { INVOICE_PAPER } from '../../apollo/invoice-paper.ts';
import type {
  PayInvoiceChangedSubscription,
  PayInvoiceChangedSubscriptionVariables,
  PayPageQuery,
  PayPageQueryVariables,
  PayPaymentChangedSubscription,
  PayPaymentChangedSubscriptionVariables,
} from './pay-page.queries.generated.ts';

/** Everything the holder of a payment link sees. The link is the caller's credential: no variables. */
export const PAY_PAGE: TypedDocumentNode<PayPageQuery, PayPageQueryVariables> = gql`
  query PayPage {
    payPage {
      organizationName
      isPaid
      amountDue {
        minor
        decimal
        currency
      }
      latestPayment {
        id
        status
        completedAt
        failure {
          code
          message
        }
        method {
          kind
          brand
          last4
        }
      }
      invoice {
        id
        isOverdue
        ...InvoicePaper_invoice @unmask
      }
    }
  }
  ${INVOICE_PAPER}
`;

/** Tells that something moved; the page then asks anew, because its sums come from two places. */
export const PAY_PAYMENT_CHANGED: TypedDocumentNode<
  PayPaymentChangedSubscription,
  PayPaymentChangedSubscriptionVariables
> = gql`
  subscription PayPaymentChanged($invoiceId: ID!) {
    paymentChanged(invoiceId: $invoiceId) {
      id
      status
      failure {
        code
        message
      }
    }
  }
`;

/** The same for money that came in another way, such as a bank transfer recorded by hand. */
export const PAY_INVOICE_CHANGED: TypedDocumentNode<
  PayInvoiceChangedSubscription,
  PayInvoiceChangedSubscriptionVariables
> = gql`
  subscription PayInvoiceChanged($invoiceId: ID!) {
    invoiceChanged(invoiceId: $invoiceId) {
      id
      status
    }
  }
`;

export type PayPageData = NonNullable<PayPageQuery['payPage']>;
