import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AnomalyPage_AnomalyFragment,
  AnomalyPageQuery,
  AnomalyPageQueryVariables,
  AnswerCameSubscription,
  AnswerCameSubscriptionVariables,
  ReviewAnomalyMutation,
  ReviewAnomalyMutationVariables,
} from './anomaly-page.queries.generated.ts';

const ANOMALY_PAGE_ANOMALY: TypedDocumentNode<AnomalyPage_AnomalyFragment> = gql`
  fragment AnomalyPage_anomaly on Anomaly {
    id
    kind
    status
    reason
    rarity
    date
    occurredAt
    reviewedAt
    amount {
      minor
      decimal
      currency
    }
    customer {
      id
      name
    }
    entry {
      id
    }
    payment {
      id
    }
    invoice {
      id
    }
    evidence {
      label
      value
      entry {
        id
      }
      payment {
        id
      }
      invoice {
        id
      }
    }
  }
`;

export const ANOMALY_PAGE: TypedDocumentNode<AnomalyPageQuery, AnomalyPageQueryVariables> = gql`
  query AnomalyPage($id: ID!) {
    anomaly(id: $id) {
      id
      ...AnomalyPage_anomaly @unmask
    }
  }
  ${ANOMALY_PAGE_ANOMALY}
`;

/** What somebody else says of it while it is looked at: the cache takes it up. */
export const ANSWER_CAME: TypedDocumentNode<
  AnswerCameSubscription,
  AnswerCameSubscriptionVariables
> = gql`
    subscription AnswerCame {
      anomalyReviewed {
        id
        status
        reviewedAt
      }
    }
  `;

export const REVIEW_ANOMALY: TypedDocumentNode<
  ReviewAnomalyMutation,
  ReviewAnomalyMutationVariables
> = gql`
  mutation ReviewAnomaly($input: ReviewAnomalyInput!) {
    reviewAnomaly(input: $input) {
      ... on AnomalyReviewed {
        anomaly {
          id
          status
          reviewedAt
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

export type AnomalyDetail = NonNullable<AnomalyPageQuery['anomaly']>;
