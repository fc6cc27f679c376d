import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AnomalyPage_AnomalyFragment,
  AnomalyPageQuery,
  AnomalyPageQueryVariables,
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
