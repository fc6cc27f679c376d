import { Table } from '@chakra-ui/react';
import { fromMinor } from '../../lib/format-money.ts';
import { bandMark, unchangedMark } from '../../ui/chart-marks.ts';
import { AmountCell, FiguresTable, NameCell, RangeCell } from '../../ui/FiguresTable.tsx';
import type { Outlook } from './cash-flow.queries.ts';
import { bands } from './outlook-marks.ts';
import { type ComingPeriod, outlookPeriods } from './outlook-periods.ts';
import { nameOf } from './outlook-words.ts';
import { periodName } from './period-name.ts';

type Props = {
  readonly outlook: Outlook;
  /** The forecast without the scenario that `outlook` is for; null when it is for none. */
  readonly before: Outlook | null;
};

/** The narrowest first, as in the chart's legend. */
const percents = bands.toReversed();

/** The chart's numbers, for reading: what was, then what may come. */
export function OutlookTable({ outlook, before }: Props) {
  const { grain, currency, target } = outlook;
  const { past, coming } = outlookPeriods(outlook);
  const plain = before && outlookPeriods(before).coming;
  return (
    <FiguresTable
      label="Figures by period"
      heads={headsOf(nameOf(target), before !== null)}
      maxH="28rem"
      keepsNames
    >
      {past.map((period) => (
        <Table.Row key={period.end} bg="transparent">
          <NameCell>{periodName(period, grain)}</NameCell>
          <AmountCell value={fromMinor(period.actual, currency)} />
          {/* At the start: at the end of so wide a cell it would be out of sight. */}
          <Table.Cell
            colSpan={percents.length + 2 + (plain ? 1 : 0)}
            textAlign="start"
            color="fg.muted"
          >
            As it was
          </Table.Cell>
        </Table.Row>
      ))}
      {coming.map((period, at) => (
        <ComingRow
          key={period.end}
          period={period}
          name={`${periodName(period, grain)}, forecast`}
          plain={plain && (plain[at] ?? null)}
          currency={currency}
        />
      ))}
    </FiguresTable>
  );
}

/** Bands and lines are called as in the chart's legend. */
const headsOf = (name: string, hasScenario: boolean): readonly string[] => [
  'Period',
  name,
  ...(hasScenario ? [unchangedMark.name] : []),
  ...percents.map((percent) => bandMark(percent).name),
  'Known',
  'Expected',
];

type RowProps = {
  readonly period: ComingPeriod;
  readonly name: string;
  /** The same period without the scenario; null when there is none. */
  readonly plain: ComingPeriod | null;
  readonly currency: string;
};

function ComingRow({ period, name, plain, currency }: RowProps) {
  const money = (minor: bigint) => fromMinor(minor, currency);
  return (
    <Table.Row bg="transparent">
      <NameCell>{name}</NameCell>
      <AmountCell value={money(period.median)} />
      {plain && <AmountCell value={money(plain.median)} />}
      {percents.map((percent) => {
        const found = period.bounds(percent);
        return (
          <RangeCell
            key={percent}
            range={found && { low: money(found.low), high: money(found.high) }}
          />
        );
      })}
      <AmountCell value={money(period.known)} />
      <AmountCell value={money(period.expected)} />
    </Table.Row>
  );
}
