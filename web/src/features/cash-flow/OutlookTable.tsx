import { Box, Table, Text } from '@chakra-ui/react';
import type { MoneyText } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';
import { type Outlook, type OutlookPoint, pointsToCome } from './cash-flow.queries.ts';
import { periodName } from './period-name.ts';

const heads = ['Period', 'Likely', '80 of 100 lie between', 'Known', 'Expected'];

/** The chart's numbers, for reading: what was, then what may come. */
export function OutlookTable({ outlook }: { outlook: Outlook }) {
  const { history, grain } = outlook;
  return (
    // Scrolls sideways by keyboard too, hence a tab stop.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <Box overflowX="auto" maxH="28rem" tabIndex={0} as="section" aria-label="Figures by period">
      <Table.Root size="sm" bg="transparent">
        <Table.Header>
          <Table.Row bg="transparent">
            {heads.map((head, at) => (
              <Table.ColumnHeader key={head} scope="col" textAlign={at === 0 ? 'start' : 'end'}>
                {head}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
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
        </Table.Body>
      </Table.Root>
    </Box>
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

function AmountCell({ value }: { value: MoneyText }) {
  return (
    <Table.Cell textAlign="end">
      <Money value={value} />
    </Table.Cell>
  );
}
