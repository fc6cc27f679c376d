import { gql, type TypedDocumentNode } from '@apollo/client';
import { Grid, Text } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { ExpectedCard } from './ExpectedCard.tsx';
import { KpiCard } from './KpiCard.tsx';
import type { KpiCards_DashboardFragment } from './KpiCards.generated.ts';

export const KPI_CARDS: TypedDocumentNode<KpiCards_DashboardFragment> = gql`
  fragment KpiCards_dashboard on Dashboard {
    asOf
    cash {
      minor
      decimal
      currency
    }
    expectedIn30Days {
      minor
      decimal
      currency
    }
    expectedIn60Days {
      minor
      decimal
      currency
    }
    expectedIn90Days {
      minor
      decimal
      currency
    }
    overdue {
      minor
      decimal
      currency
    }
    overdueCount
    openCount
    paidThisMonth {
      minor
      decimal
      currency
    }
  }
`;

/** The four questions of the morning. Each card leads to the list that its number is made of. */
export function KpiCards({ dashboard }: { dashboard: KpiCards_DashboardFragment }) {
  const { overdueCount, openCount } = dashboard;
  return (
    <Grid
      as="ul"
      listStyleType="none"
      templateColumns={{ base: '1fr', sm: '1fr 1fr', xl: 'repeat(4, 1fr)' }}
      gap="4"
    >
      <KpiCard label="Cash now" value={dashboard.cash} to="/ledger">
        <Note>Bank and provider clearing</Note>
      </KpiCard>
      <ExpectedCard
        openCount={openCount}
        horizons={[
          { days: 30, amount: dashboard.expectedIn30Days },
          { days: 60, amount: dashboard.expectedIn60Days },
          { days: 90, amount: dashboard.expectedIn90Days },
        ]}
      />
      <KpiCard label="Overdue" value={dashboard.overdue} to="/invoices?overdue=yes">
        <Note isAlarming={overdueCount > 0}>
          {overdueCount === 0 ? 'Nobody is late' : countOf(overdueCount)}
        </Note>
      </KpiCard>
      <KpiCard label="Paid this month" value={dashboard.paidThisMonth} to="/payments">
        <Note>Received since the first</Note>
      </KpiCard>
    </Grid>
  );
}

type NoteProps = { readonly isAlarming?: boolean; readonly children: ReactNode };

function Note({ isAlarming = false, children }: NoteProps) {
  return (
    <Text fontSize="sm" mt="1" color={isAlarming ? 'fg.error' : 'fg.muted'}>
      {children}
    </Text>
  );
}

function countOf(invoices: number): string {
  return invoices === 1 ? '1 invoice is late' : `${invoices} invoices are late`;
}
