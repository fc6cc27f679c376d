import { gql, type TypedDocumentNode } from '@apollo/client';
import { Box, Button, HStack, Skeleton, Text } from '@chakra-ui/react';
import { lazy, Suspense, useState } from 'react';
import { formatMonth } from '../../lib/format-date.ts';
import { formatMoney } from '../../lib/format-money.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { CashFlowTable } from './CashFlowTable.tsx';
import { cashFlowSeries } from './cash-flow-series.ts';
import type { CashFlowPanel_DashboardFragment } from './CashFlowPanel.generated.ts';

export const CASH_FLOW_PANEL: TypedDocumentNode<CashFlowPanel_DashboardFragment> = gql`
  fragment CashFlowPanel_dashboard on Dashboard {
    cash {
      minor
      decimal
      currency
    }
    months {
      month
      moneyIn {
        minor
        decimal
        currency
      }
      moneyOut {
        minor
        decimal
        currency
      }
      closingCash {
        minor
        decimal
        currency
      }
    }
    forecast {
      id
      isBaseline
      intervalPercent
      points {
        month
        median {
          minor
          decimal
          currency
        }
        low {
          minor
          decimal
          currency
        }
        high {
          minor
          decimal
          currency
        }
      }
    }
  }
`;

type Props = { readonly dashboard: CashFlowPanel_DashboardFragment };

const CashFlowChart = lazy(() => import('./CashFlowChart.tsx'));
const monthsShown = 12;

/** Where the cash was, is and may go: as a picture, in one sentence, and as a table. */
export function CashFlowPanel({ dashboard }: Props) {
  const [isTable, setTable] = useState(false);
  const { forecast, cash } = dashboard;
  const months = dashboard.months.slice(-monthsShown);
  const points = forecast?.points ?? [];
  return (
    <Panel
      title="Cash flow"
      aside={
        <HStack gap="2">
          {forecast?.isBaseline && <StatusBadge tone="neutral">Simple baseline</StatusBadge>}
          <Button size="xs" variant="outline" onClick={() => setTable(!isTable)}>
            {isTable ? 'Show as chart' : 'Show as table'}
          </Button>
        </HStack>
      }
    >
      <Text color="fg.muted" mb="4" mt="-2" maxW="72ch">
        {outlook(dashboard)}
      </Text>
      {isTable ? (
        <CashFlowTable months={months} points={points} />
      ) : (
        <Box as="figure" aria-label="Chart of cash by month">
          <Suspense fallback={<Skeleton h={{ base: '15rem', md: '20rem' }} />}>
            <CashFlowChart series={cashFlowSeries(months, points)} currency={cash.currency} />
          </Suspense>
        </Box>
      )}
    </Panel>
  );
}

/** The chart in one sentence. */
export function outlook({ cash, forecast }: CashFlowPanel_DashboardFragment): string {
  const now = `Cash is ${formatMoney(cash)} today.`;
  const last = forecast?.points.at(-1);
  if (!forecast || !last) return `${now} A forecast follows with more history.`;
  const range = `${formatMoney(last.low)} and ${formatMoney(last.high)}`;
  return `${now} At the end of ${formatMonth(last.month)} it should be about ${formatMoney(last.median)}, in ${forecast.intervalPercent} of 100 cases between ${range}.`;
}
