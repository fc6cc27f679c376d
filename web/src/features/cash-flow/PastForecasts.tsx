import { useQuery } from '@apollo/client/react';
import { Skeleton, Text } from '@chakra-ui/react';
import { Faces } from '../../apollo/Faces.tsx';
import { DataCell, DataRow, DataTable } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { recordInWords } from './accuracy-words.ts';
import { FORECAST_RECORD, type Outlook, type TrackRecord } from './cash-flow.queries.ts';
import { periodName } from './period-name.ts';

type Props = Pick<Outlook, 'target' | 'grain'>;

/** What was said of the last periods, beside what came. */
export function PastForecasts({ target, grain }: Props) {
  const query = useQuery(FORECAST_RECORD, {
    variables: { input: { target, grain, horizon: 1 } },
  });
  return (
    <Faces query={query} skeleton={<Skeleton h="12" />}>
      {({ forecast }) =>
        forecast?.record ? (
          <Compared record={forecast.record} grain={grain} />
        ) : (
          <Text color="fg.muted">No period is old enough yet to compare a forecast with it.</Text>
        )
      }
    </Faces>
  );
}

const columns = [
  { label: 'Period' },
  { label: 'Forecast', align: 'end' },
  { label: 'Range', align: 'end' },
  { label: 'What came', align: 'end' },
  { label: 'Inside', align: 'end' },
] as const;

function Compared({ record, grain }: { record: TrackRecord; grain: Outlook['grain'] }) {
  return (
    <>
      <Text maxW="72ch">{recordInWords(record, grain)}</Text>
      <DataTable label="Past forecasts and what came" columns={columns}>
        {record.forecasts.map((past) => (
          <DataRow key={past.end}>
            <DataCell label="Period" narrow="start">
              {periodName(past, grain)}
              {past.wasPublished ? ', as published' : ''}
            </DataCell>
            <DataCell label="Forecast" align="end">
              <Money value={past.median} />
            </DataCell>
            <DataCell label="Range" align="end">
              <span>
                <Money value={past.low} /> to <Money value={past.high} />
              </span>
            </DataCell>
            <DataCell label="What came" align="end">
              <Money value={past.actual} />
            </DataCell>
            <DataCell label="Inside" align="end" narrow="end">
              <StatusBadge tone={past.isInside ? 'good' : 'warn'}>
                {past.isInside ? 'Inside' : 'Outside'}
              </StatusBadge>
            </DataCell>
          </DataRow>
        ))}
      </DataTable>
      <Text fontSize="sm" color="fg.muted">
        Where nothing was published, the forecast was made afterwards from what the books knew then.
      </Text>
    </>
  );
}
