import { gql, type TypedDocumentNode } from '@apollo/client';
import { Box, Grid, Link as ChakraLink, Text } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MoneyText } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';
import { ExpectedCard } from './ExpectedCard.tsx';
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
        Bank and provider clearing
      </KpiCard>
      <ExpectedCard
        openCount={openCount}
        horizons={[
          { days: 30, amount: dashboard.expectedIn30Days },
          { days: 60, amount: dashboard.expectedIn60Days },
          { days: 90, amount: dashboard.expectedIn90Days },
        ]}
      />
      <KpiCard
        label="Overdue"
        value={dashboard.overdue}
        to="/invoices?overdue=yes"
        isAlarming={overdueCount > 0}
      >
        {overdueCount === 0 ? 'Nobody is late' : countOf(overdueCount)}
      </KpiCard>
      <KpiCard label="Paid this month" value={dashboard.paidThisMonth} to="/payments">
        Received since the first
      </KpiCard>
    </Grid>
  );
}

type CardProps = {
  readonly label: string;
  readonly value: MoneyText;
  readonly to: string;
  readonly isAlarming?: boolean;
  readonly children: ReactNode;
};

/** One question, its number, and where it comes from; the whole card is the link. */
function KpiCard({ label, value, to, isAlarming = false, children }: CardProps) {
  return (
    <Box
      as="li"
      layerStyle="panel"
      p="5"
      position="relative"
      _hover={{ borderColor: 'brand.border' }}
    >
      <ChakraLink
        asChild
        color="fg.muted"
        fontSize="sm"
        _after={{ content: '""', position: 'absolute', inset: '0', rounded: 'xl' }}
      >
        <Link to={to}>{label}</Link>
      </ChakraLink>
      <Box mt="2">
        <Money value={value} fontSize="2xl" fontWeight="semibold" letterSpacing="-0.02em" />
      </Box>
      <Text fontSize="sm" mt="1" color={isAlarming ? 'fg.error' : 'fg.muted'}>
        {children}
      </Text>
    </Box>
  );
}

function countOf(invoices: number): string {
  return invoices === 1 ? '1 invoice is late' : `${invoices} invoices are late`;
}
