import { Table, Text } from '@chakra-ui/react';
import { AmountCell, FiguresTable } from '../../ui/FiguresTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { type Outlook, type OutlookPoint, pointsToCome } from './cash-flow.queries.ts';
import { periodName } from './period-name.ts';

const heads = ['Period', 'Likely', '80 of 100 lie between', 'Known', 'Expected'];

/** The chart's numbers, for reading: what was, then what may come. */
export function OutlookTable({ outlook }: { outlook: Outlook }) {
  const { history, grain } = outlook;
  return (
    <FiguresTable label="Figures by period" heads={heads} maxH="28rem">
      {history.map((period) => (
        <Table.Row key={period.start} bg="transparent">
          <Table.Cell whiteSpace="nowrap">{periodName(period, grain)}</Table.Cell>
          <AmountCell value={period.value} />
          <Table.Cell colSpan={3} textAlign="end" color="fg.muted">
            As it was
          </Table.Cell>
        </Table.Row>
      ))}
      {pointsToCome(outlook).map((point) => (
        <ComingRow key={point.start} point={point} name={periodName(point, grain)} />
      ))}
    </FiguresTable>
  );
}

function ComingRow({ point, name }: { point: OutlookPoint; name: string }) {
  const range = point.intervals.find(({ percent }) => percent === 80);
  return (
    <Table.Row bg="transparent">
      <Table.Cell whiteSpace="nowrap">{name}, forecast</Table.Cell>
      <AmountCell value={point.median} />
      <Table.Cell textAlign="end" whiteSpace="nowrap">
        {range && (
          <Text as="span">
            <Money value={range.low} /> to <Money value={range.high} />
          </Text>
        )}
      </Table.Cell>
      <AmountCell value={point.known} />
      <AmountCell value={point.expected} />
    </Table.Row>
  );
}
