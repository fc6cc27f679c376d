import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { Stack } from '@chakra-ui/react';
import { errorOfPart, withoutPart } from '../../apollo/deferred-part.ts';
import { Faces } from '../../apollo/Faces.tsx';
import { NewInvoice } from '../../apollo/NewLinks.tsx';
import { useRefetchSoon } from '../../apollo/use-refetch-soon.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CASH_FLOW_FORECAST, CASH_FLOW_PANEL, CashFlowPanel } from './CashFlowPanel.tsx';
import { DashboardSkeleton } from './DashboardSkeleton.tsx';
import { DEMO_BANNER, DemoBanner } from './DemoBanner.tsx';
import { InsightsPanel } from './InsightsPanel.tsx';
import { KPI_CARDS, KpiCards } from './KpiCards.tsx';
import type {
  DashboardForecastSubscription,
  DashboardForecastSubscriptionVariables,
  DashboardInvoiceSubscription,
  DashboardInvoiceSubscriptionVariables,
  DashboardQuery,
  DashboardQueryVariables,
} from './DashboardPage.generated.ts';

export const DASHBOARD: TypedDocumentNode<DashboardQuery, DashboardQueryVariables> = gql`
  query Dashboard {
    dashboard {
      ...KpiCards_dashboard @unmask
      ...CashFlowPanel_dashboard @unmask
    }
    ...CashFlowForecast_query @defer
  }
  ${KPI_CARDS}
  ${CASH_FLOW_PANEL}
  ${CASH_FLOW_FORECAST}
`;

export const DASHBOARD_INVOICE: TypedDocumentNode<
  DashboardInvoiceSubscription,
  DashboardInvoiceSubscriptionVariables
> = gql`
  subscription DashboardInvoice {
    invoiceChanged {
      id
    }
  }
`;

export const DASHBOARD_FORECAST: TypedDocumentNode<
  DashboardForecastSubscription,
  DashboardForecastSubscriptionVariables
> = gql`
  subscription DashboardForecast {
    forecastUpdated {
      id
    }
  }
`;

/** The first screen: what there is, what is coming, what is late. */
export function Component() {
  // Part of an answer is shown: the figures stand when only the forecast fails.
  const query = useQuery(DASHBOARD, { errorPolicy: 'all' });
  const refetchSoon = useRefetchSoon(query.refetch);
  useSubscription(DASHBOARD_INVOICE, { onData: refetchSoon, ignoreResults: true });
  useSubscription(DASHBOARD_FORECAST, { onData: refetchSoon, ignoreResults: true });
  const banner = useQuery(DEMO_BANNER);
  // A banner that came later would push down all that stands below it.
  if (banner.loading && !banner.data) return <DashboardSkeleton />;
  return (
    <>
      <DemoBanner />
      <PageHeader title="Dashboard" actions={<NewInvoice />} />
      <Faces query={withoutPart(query, 'forecast')} skeleton={<DashboardSkeleton />}>
        {({ dashboard }) =>
          dashboard ? (
            <Stack gap="6">
              <KpiCards dashboard={dashboard} />
              <CashFlowPanel
                dashboard={dashboard}
                isForecastComing={query.loading}
                forecastError={errorOfPart(query, 'forecast')}
                onRetry={() => void query.refetch()}
              />
              <InsightsPanel />
            </Stack>
          ) : (
            <EmptyState kind="nothing-yet" title="No figures yet" action={<NewInvoice />}>
              Your cash, what is due and what is late appear here with your first invoice.
            </EmptyState>
          )
        }
      </Faces>
    </>
  );
}
