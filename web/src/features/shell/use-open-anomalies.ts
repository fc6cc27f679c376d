import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import type {
  AnomalyCameSubscription,
  AnomalyCameSubscriptionVariables,
  AnswerWasGivenSubscription,
  AnswerWasGivenSubscriptionVariables,
  OpenAnomaliesQuery,
  OpenAnomaliesQueryVariables,
} from './use-open-anomalies.generated.ts';

const OPEN_ANOMALIES: TypedDocumentNode<OpenAnomaliesQuery, OpenAnomaliesQueryVariables> = gql`
  query OpenAnomalies {
    open: anomalies(first: 1, filter: { status: [OPEN] }) {
      totalCount
    }
  }
`;

const ANOMALY_CAME: TypedDocumentNode<AnomalyCameSubscription, AnomalyCameSubscriptionVariables> =
  gql`
    subscription AnomalyCame {
      anomalyDetected {
        id
      }
    }
  `;

const ANSWER_WAS_GIVEN: TypedDocumentNode<
  AnswerWasGivenSubscription,
  AnswerWasGivenSubscriptionVariables
> = gql`
  subscription AnswerWasGiven {
    anomalyReviewed {
      id
    }
  }
`;

/** How many anomalies wait for a look, live. Zero until it is known. */
export function useOpenAnomalies(): number {
  // The cache keeps the list of the open ones in the same place: asked anew, a count must not take its rows away.
  const { data, refetch } = useQuery(OPEN_ANOMALIES, { refetchWritePolicy: 'merge' });
  useRefetchOn(ANOMALY_CAME, refetch);
  useRefetchOn(ANSWER_WAS_GIVEN, refetch);
  return data?.open.totalCount ?? 0;
}
