import { HStack, Stack, Text } from '@chakra-ui/react';
import { formatMoney } from '../../lib/format-money.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { Outlook } from './cash-flow.queries.ts';

/** How far one may trust the forecast, measured and not felt. */
export function AccuracyPanel({ outlook }: { outlook: Outlook }) {
  const { backtest, members, method, target } = outlook;
  return (
    <Panel title="How sure is it?">
      <Stack gap="3" mt="-2" maxW="72ch">
        <Text color="fg.muted">
          {backtestInWords(backtest, target === 'CASH_FLOW', outlook.grain)}
        </Text>
        {method === 'SEASONAL_BASELINE' ? (
          <Text fontSize="sm" color="fg.muted">
            This is a simple forecast: last year’s months again, with a drift.
          </Text>
        ) : (
          members.length > 0 && (
            <HStack gap="2" wrap="wrap" fontSize="sm" color="fg.muted">
              <Text>Methods and their say:</Text>
              {members.map(({ name, weight }) => (
                <StatusBadge key={name} tone="neutral">
                  {memberName(name)} {Math.round(weight * 100)} %
                </StatusBadge>
              ))}
            </HStack>
          )
        )}
      </Stack>
    </Panel>
  );
}

type Backtest = Outlook['backtest'];

const periods = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;

/** How the methods did when they were asked on days of the past. */
export function backtestInWords(
  backtest: Backtest,
  isCash: boolean,
  grain: Outlook['grain'],
): string {
  if (!backtest) return 'There is too little history yet to measure how far off it is.';
  const what = isCash ? ' about what the books don’t know ahead' : '';
  const off = `Asked on ${backtest.origins} days of the past, the same methods were off by ${formatMoney(backtest.meanError)} a ${periods[grain]} on average${what}`;
  const percent = Math.round((1 - backtest.mase) * 100);
  const beside = 'than if the last season were simply repeated';
  if (percent > 0) return `${off}: ${percent} % less ${beside}.`;
  return percent === 0
    ? `${off}: as much as if the last season were simply repeated.`
    : `${off}: ${-percent} % more ${beside}. Take the range seriously.`;
}

const names: Readonly<Record<string, string>> = {
  theta: 'Theta',
  'theta-log': 'Theta (logarithms)',
  ets: 'Exponential smoothing',
  'ets-log': 'Exponential smoothing (logarithms)',
  arima: 'ARIMA',
  NEURAL: 'Neural net',
  'seasonal-naive': 'Last season',
  'seasonal-baseline': 'Last year with a drift',
  'short-history': 'Mean of a short history',
};

const memberName = (name: string): string => names[name] ?? name;
