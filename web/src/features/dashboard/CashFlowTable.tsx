import { Table, Text } from '@chakra-ui/react';
import { formatMonth } from '../../lib/format-date.ts';
import type { MoneyText } from '../../lib/format-money.ts';
import { AmountCell, FiguresTable, NameCell } from '../../ui/FiguresTable.tsx';
import { Money } from '../../ui/Money.tsx';

type Month = {
  readonly month: string;
  readonly moneyIn: MoneyText;
  readonly moneyOut: MoneyText;
  readonly closingCash: MoneyText;
};
type Point = {
  readonly month: string;
  readonly median: MoneyText;
  readonly low: MoneyText;
  readonly high: MoneyText;
};
type Props = { readonly months: readonly Month[]; readonly points: readonly Point[] };

const heads = ['Month', 'Money in', 'Money out', 'Cash at the end'];

/** The chart's numbers, for reading. */
export function CashFlowTable({ months, points }: Props) {
  return (
    <FiguresTable label="Cash flow by month" heads={heads}>
      {months.map((month) => (
        <Table.Row key={month.month} bg="transparent">
          <NameCell>{formatMonth(month.month)}</NameCell>
          <AmountCell value={month.moneyIn} />
          <AmountCell value={month.moneyOut} />
          <AmountCell value={month.closingCash} />
        </Table.Row>
      ))}
      {points.map((point) => (
        <Table.Row key={`forecast ${point.month}`} bg="transparent">
          <NameCell>{formatMonth(point.month)}, forecast</NameCell>
          <Table.Cell colSpan={3} textAlign="end">
            <Money value={point.median} />{' '}
            <Text as="span" color="fg.muted">
              (<Money value={point.low} /> to <Money value={point.high} />)
            </Text>
          </Table.Cell>
        </Table.Row>
      ))}
    </FiguresTable>
  );
}
