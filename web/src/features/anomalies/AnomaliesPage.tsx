import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { ViewLinks } from '../../ui/ViewLinks.tsx';
import type {
  AnomaliesQuery,
  AnomaliesQueryVariables,
  AnomalyAnsweredSubscription,
  AnomalyAnsweredSubscriptionVariables,
  AnomalyFoundSubscription,
  AnomalyFoundSubscriptionVariables,
} from './AnomaliesPage.generated.ts';
import { ANOMALY_ROW, AnomalyRow, anomalyColumns } from './AnomalyRow.tsx';
import { anomaliesPath, anomalyViews, readShown } from './anomaly-views.ts';

export const ANOMALIES: TypedDocumentNode<AnomaliesQuery, AnomaliesQueryVariables> = gql`
  query Anomalies($filter: AnomalyFilter, $after: String) {
    anomalies(first: 50, filter: $filter, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          ...AnomalyRow_anomaly
        }
      }
    }
    everything: anomalies(first: 1) {
      totalCount
    }
  }
  ${ANOMALY_ROW}
`;

const ANOMALY_FOUND: TypedDocumentNode<
  AnomalyFoundSubscription,
  AnomalyFoundSubscriptionVariables
> = gql`
  subscription AnomalyFound {
    anomalyDetected {
      id
      ...AnomalyRow_anomaly
    }
  }
  ${ANOMALY_ROW}
`;

const ANOMALY_ANSWERED: TypedDocumentNode<
  AnomalyAnsweredSubscription,
  AnomalyAnsweredSubscriptionVariables
> = gql`
  subscription AnomalyAnswered {
    anomalyReviewed {
      id
      ...AnomalyRow_anomaly
    }
  }
  ${ANOMALY_ROW}
`;

/** What is out of the ordinary and waits for a look, or those the address asks for, live. */
export function Component() {
  const [params] = useSearchParams();
  const shown = readShown(params);
  const query = useQuery(ANOMALIES, {
    variables: { filter: shown === 'ALL' ? null : { status: [shown] } },
  });
  useRefetchOn(ANOMALY_FOUND, query.refetch);
  useRefetchOn(ANOMALY_ANSWERED, query.refetch);
  const views = anomalyViews.map((view) => ({
    label: view.label,
    to: anomaliesPath(view.shown),
    isShown: view.shown === shown,
  }));
  return (
    <>
      <PageHeader
        title="Anomalies"
        lead="What is out of the ordinary in your books. Few on purpose; what you say of one makes the next better."
      />
      <ViewLinks mb="4" label="Kinds of anomalies" views={views} />
      <Faces query={query} skeleton={<TableSkeleton what="anomalies" />}>
        {({ anomalies, everything }) => (
          <PagedTable
            label="Anomalies"
            columns={anomalyColumns}
            list={anomalies}
            onMore={(after) => query.fetchMore({ variables: { after } })}
            whenEmpty={<NoAnomalies total={everything.totalCount} isInbox={shown === 'OPEN'} />}
          >
            {(anomaly) => <AnomalyRow key={anomaly.id} anomaly={anomaly} />}
          </PagedTable>
        )}
      </Faces>
    </>
  );
}

function NoAnomalies({ total, isInbox }: { total: number; isInbox: boolean }) {
  if (total === 0) {
    return (
      <EmptyState
        kind="nothing-yet"
        title="Nothing odd so far"
        action={
          <LinkButton to="/ledger/entries" variant="outline">
            Show the entries
          </LinkButton>
        }
      >
        Entries, invoices and payments are looked at as they come. What stands out appears here,
        with the numbers that speak for it.
      </EmptyState>
    );
  }
  if (isInbox) {
    return (
      <EmptyState kind="all-done" title="All looked at">
        New ones appear here as soon as they are found.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="no-match"
      title="None of these"
      action={
        <LinkButton to={anomaliesPath('ALL')} variant="outline">
          Show all
        </LinkButton>
      }
    >
      Nobody has said so of an anomaly yet.
    </EmptyState>
  );
}
