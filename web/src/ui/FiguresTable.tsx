import { Box, Table } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import type { MoneyText } from '../lib/format-money.ts';
import { Money } from './Money.tsx';
import { RowHeader } from './RowHeader.tsx';

type Props = {
  /** What the table is about, for who can't see where it stands. */
  readonly label: string;
  /** The first column names its rows, the others hold figures. */
  readonly heads: readonly string[];
  /** A longer one scrolls inside. */
  readonly maxH?: string;
  /** The names stay in sight while the figures are scrolled: for a table that is wider than a phone. */
  readonly keepsNames?: boolean;
  /** Its rows. */
  readonly children: ReactNode;
};

/** A chart's numbers, for reading. */
export function FiguresTable({ label, heads, maxH, keepsNames, children }: Props) {
  return (
    // Scrolls by keyboard too, hence a tab stop.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <Box overflow="auto" {...(maxH && { maxH })} tabIndex={0} as="section" aria-label={label}>
      <Table.Root size="sm" bg="transparent" {...(keepsNames && { css: namesInSight })}>
        <Table.Header>
          <Table.Row bg="transparent">
            {heads.map((head, at) => (
              <Table.ColumnHeader key={head} scope="col" textAlign={at === 0 ? 'start' : 'end'}>
                {head}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>{children}</Table.Body>
      </Table.Root>
    </Box>
  );
}

const namesInSight = {
  '& thead th:first-of-type, & th[scope=row]': {
    position: 'sticky',
    insetInlineStart: '0',
    zIndex: '1',
    bg: 'bg.panel',
  },
};

/** The name of a row; on a phone it may take two lines, to leave room for the figures. */
export function NameCell({ children }: { children: ReactNode }) {
  return (
    <RowHeader whiteSpace={{ base: 'normal', md: 'nowrap' }} minW="7rem">
      {children}
    </RowHeader>
  );
}

/** From an amount to an amount; nothing where there is no range. */
export function RangeCell({
  range,
}: {
  range: { readonly low: MoneyText; readonly high: MoneyText } | null;
}) {
  return (
    <Table.Cell textAlign="end" whiteSpace="nowrap">
      {range && (
        <>
          <Money value={range.low} /> to <Money value={range.high} />
        </>
      )}
    </Table.Cell>
  );
}

/** An amount in such a table. */
export function AmountCell({ value }: { value: MoneyText }) {
  return (
    <Table.Cell textAlign="end">
      <Money value={value} />
    </Table.Cell>
  );
}
