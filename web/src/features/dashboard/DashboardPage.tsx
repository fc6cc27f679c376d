import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Faces } from '../../apollo/Faces.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import type { DashboardQuery, DashboardQueryVariables } from './DashboardPage.generated.ts';
import { KPI_CARDS, KpiCards } from './KpiCards.tsx';

export const DASHBOARD: TypedDocumentNode<DashboardQuery, DashboardQueryVariables> = gql`
  query Dashboard {
    dashboard {
      ...KpiCards_dashboard @unmask
    }
  }
  ${KPI_CARDS}
`;

/** The first screen: what there is, what is coming, what is late. */
export function Component() {
  const query = useQuery(DASHBOARD);
  return (
    <>
      <PageHeader title="Dashboard" />
      <Faces query={query} skeleton={<PageSkeleton what="the dashboard" />}>
        {({ dashboard }) =>
          dashboard ? (
            <KpiCards dashboard={dashboard} />
          ) : (
            <EmptyState kind="nothing-yet" title="No figures yet">
              They appear here with your first invoice.
            </EmptyState>
          )
        }
      </Faces>
    </>
  );
}
