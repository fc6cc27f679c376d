import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  PaymentPage_PaymentFragment,
  PaymentPageChangedSubscription,
  PaymentPageChangedSubscriptionVariables,
  PaymentPagePostedSubscription,
  PaymentPagePostedSubscriptionVariables,
  PaymentPageQuery,
  PaymentPageQueryVariables,
} from './payment-page.queries.generated.ts';

/** All of one payment, for its own page. */
export const PAYMENT_PAGE_PAYMENT: TypedDocumentNode<PaymentPage_PaymentFragment> = gql`
  fragment PaymentPage_payment on Payment {
    id
    status
    provider
    createdAt
    completedAt
    amount {
      minor
      decimal
      currency
    }
    amountRefunded {
      minor
      decimal
      currency
    }
    fee {
      minor
      decimal
      currency
    }
    net {
      minor
      decimal
      currency
    }
    method {
      kind
      brand
      last4
    }
    failure {
      code
      message
    }
    invoice {
      id
      number
      customer {
        id
        name
      }
    }
    refunds {
      id
      status
      reason
      createdAt
      amount {
        minor
        decimal
        currency
      }
    }
    timeline {
      id
      status
      at
      cause
      message
    }
    journalEntries {
      id
      sequence
      date
      description
    }
  }
`;

export type PaymentDetail = PaymentPage_PaymentFragment;

export const PAYMENT_PAGE: TypedDocumentNode<PaymentPageQuery, PaymentPageQueryVariables> = gql`
  query PaymentPage($id: ID!) {
    payment(id: $id) {
      id
      ...PaymentPage_payment @unmask
    }
  }
  ${PAYMENT_PAGE_PAYMENT}
`;

/** The books follow a payment within a moment: the page asks anew at each event. */
export const PAYMENT_PAGE_CHANGED: TypedDocumentNode<
  PaymentPageChangedSubscription,
  PaymentPageChangedSubscriptionVariables
> = gql`
  subscription PaymentPageChanged($id: ID!) {
    paymentChanged(paymentId: $id) {
      id
      status
    }
  }
`;

/** The entries of a refund come a moment after the refund itself. */
export const PAYMENT_PAGE_POSTED: TypedDocumentNode<
  PaymentPagePostedSubscription,
  PaymentPagePostedSubscriptionVariables
> = gql`
  subscription PaymentPagePosted {
    ledgerEntryPosted {
      id
    }
  }
`;
