import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useRefetchSoon } from '../../apollo/use-refetch-soon.ts';
import type {
  AnomalyCameSubscription,
  AnomalyCameSubscriptionVariables,
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

/** How many anomalies wait for a look, live. Zero until it is known. */
export function useOpenAnomalies(): number {
  const { data, refetch } = useQuery(OPEN_ANOMALIES);
  const refetchSoon = useRefetchSoon(refetch);
  useSubscription(ANOMALY_CAME, { onData: refetchSoon, ignoreResults: true });
  return data?.open.totalCount ?? 0;
}
