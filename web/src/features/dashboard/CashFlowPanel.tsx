import { gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Box, Button, HStack, Skeleton, Text, VisuallyHidden } from '@chakra-ui/react';
import { lazy, Suspense, useState } from 'react';
import { formatMonth } from '../../lib/format-date.ts';
import { describeError } from '../../apollo/error-text.ts';
import { NewInvoice } from '../../apollo/NewLinks.tsx';
import { formatMoney } from '../../lib/format-money.ts';
import { ChartLegend } from '../../ui/ChartLegend.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { CashFlowTable } from './CashFlowTable.tsx';
import { cashFlowMarks } from './cash-flow-marks.ts';
import { cashFlowSeries, hasMoved } from './cash-flow-series.ts';
import type {
  CashFlowForecast_QueryFragment,
  CashFlowPanel_DashboardFragment,
} from './CashFlowPanel.generated.ts';

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
  }
`;

export const CASH_FLOW_FORECAST: TypedDocumentNode<CashFlowForecast_QueryFragment> = gql`
  fragment CashFlowForecast_query on Query {
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

/** A forecast; null when there is none yet. */
export type Forecast = CashFlowForecast_QueryFragment['forecast'];

type Props = {
  readonly dashboard: CashFlowPanel_DashboardFragment;
  /** The forecast is deferred: it comes after the figures. */
  readonly isForecastComing: boolean;
  /** Null when it did not fail. */
  readonly forecastError: unknown;
  readonly onRetry: () => void;
};

const CashFlowChart = lazy(() => import('./CashFlowChart.tsx'));
const monthsShown = 12;

/** Where the cash was, is and may go: as a picture, in one sentence, and as a table. */
export function CashFlowPanel({ dashboard, isForecastComing, forecastError, onRetry }: Props) {
  const [isTable, setTable] = useState(false);
  const { data, complete } = useFragment({ fragment: CASH_FLOW_FORECAST, from: 'ROOT_QUERY' });
  // An older forecast stays until the new one is there.
  const forecast = complete ? data.forecast : null;
  const isWaiting = !complete && isForecastComing;
  const months = dashboard.months.slice(-monthsShown);
  const points = forecast?.points ?? [];
  const percent = forecast && points.length > 0 ? forecast.intervalPercent : null;
  if (!isWaiting && !forecastError && points.length === 0 && !months.some(hasMoved)) {
    return <NothingToDraw />;
  }
  return (
    <Panel
      title="Cash flow"
      aside={
        <HStack gap="2" wrap="wrap">
          {forecast?.isBaseline && <StatusBadge tone="neutral">Simple baseline</StatusBadge>}
          <LinkButton to="/cash-flow" size="xs" variant="ghost">
            Look closer
          </LinkButton>
          <Button size="xs" variant="outline" onClick={() => setTable(!isTable)}>
            {isTable ? 'Show as chart' : 'Show as table'}
          </Button>
        </HStack>
      }
    >
      <Text color="fg.muted" mb="4" mt="-2" maxW="72ch" minH="2lh">
        {`Cash is ${formatMoney(dashboard.cash)} today. `}
        {isWaiting && <Waiting />}
        {!isWaiting && !forecastError && outlook(forecast)}
      </Text>
      {forecastError !== null && <ForecastFailed error={forecastError} onRetry={onRetry} />}
      {isTable && <CashFlowTable months={months} points={points} />}
      {!isTable && isWaiting && <ChartSkeleton />}
      {!isTable && !isWaiting && (
        <Box as="figure" aria-label="Chart of cash by month">
          <Suspense fallback={<ChartSkeleton />}>
            <CashFlowChart
              series={cashFlowSeries(months, points)}
              currency={dashboard.cash.currency}
              percent={percent}
            />
          </Suspense>
          <ChartLegend marks={cashFlowMarks(percent)} />
        </Box>
      )}
    </Panel>
  );
}

/** A line along zero says nothing, and looks broken. */
const NothingToDraw = () => (
  <Panel title="Cash flow">
    <EmptyState kind="nothing-yet" title="Nothing to draw yet" action={<NewInvoice />}>
      With your first invoice it stands here when its money should come in.
    </EmptyState>
  </Panel>
);

/** As high as the chart, so that nothing jumps when it comes. */
const ChartSkeleton = () => <Skeleton h={{ base: '15rem', md: '20rem' }} />;

const Waiting = () => (
  <Box as="output">
    <VisuallyHidden>Loading the forecast</VisuallyHidden>
    <Skeleton as="span" display="inline-block" h="1em" w="18rem" maxW="60%" aria-hidden />
  </Box>
);

type FailedProps = { readonly error: unknown; readonly onRetry: () => void };

function ForecastFailed({ error, onRetry }: FailedProps) {
  const { sentence, reference } = describeError(error);
  return (
    <Box mb="4">
      <ErrorPanel
        sentence={`The forecast could not be loaded. ${sentence}`}
        reference={reference}
        onRetry={onRetry}
      />
    </Box>
  );
}

/** What the forecast says. */
export function outlook(forecast: Forecast): string {
  const last = forecast?.points.at(-1);
  if (!forecast || !last) return 'A forecast follows with more history.';
  const range = `${formatMoney(last.low)} and ${formatMoney(last.high)}`;
  return `At the end of ${formatMonth(last.month)} it should be about ${formatMoney(last.median)}, in ${forecast.intervalPercent} of 100 cases between ${range}.`;
}
