import { Alert, Box, Button, Skeleton, Stack, Text } from '@chakra-ui/react';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../ui/Panel.tsx';
import { ChartLegend } from '../../ui/ChartLegend.tsx';
import type { Outlook } from './cash-flow.queries.ts';
import { OutlookTable } from './OutlookTable.tsx';
import { outlookMarks } from './outlook-marks.ts';
import { outlookSeries } from './outlook-series.ts';
import { dryPeriod, littleHistory, nameOf, outlookInWords } from './outlook-words.ts';

type Props = {
  readonly outlook: Outlook;
  /** The forecast without the scenario that `outlook` is for; null when it is for none. */
  readonly before: Outlook | null;
};

const OutlookChart = lazy(() => import('./OutlookChart.tsx'));

/** What was and what may come: in words, as a picture, and as a table. */
export function OutlookPanel({ outlook, before }: Props) {
  const [isTable, setTable] = useState(false);
  const name = nameOf(outlook.target);
  const warning = dryPeriod(outlook);
  const little = littleHistory(outlook);
  return (
    <Panel
      title={before ? `${name} in the scenario` : name}
      aside={
        <Button size="xs" variant="outline" onClick={() => setTable(!isTable)}>
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
      }
    >
      <Stack gap="3" mb="4" mt="-2">
        <Text color="fg.muted" maxW="72ch">
          {outlookInWords(outlook)}
        </Text>
        {warning && (
          <Alert.Root status="warning" size="sm" rounded="lg">
            <Alert.Indicator />
            <Alert.Title fontWeight="normal">{warning}</Alert.Title>
          </Alert.Root>
        )}
        {little && (
          <Text fontSize="sm" color="fg.muted">
            {little}
          </Text>
        )}
      </Stack>
      {isTable ? (
        <OutlookTable outlook={outlook} before={before} />
      ) : (
        <Box as="figure" aria-label={`Chart of ${name.toLowerCase()}`}>
          <Suspense fallback={<ChartSkeleton />}>
            <OutlookChart
              series={outlookSeries(outlook, before)}
              grain={outlook.grain}
              currency={outlook.currency}
              name={name}
            />
          </Suspense>
          <ChartLegend marks={outlookMarks(name, before !== null)} />
        </Box>
      )}
    </Panel>
  );
}

/** As high as the chart, so that nothing jumps when it comes. */
export const ChartSkeleton = () => <Skeleton h={{ base: '16rem', md: '22rem' }} />;
