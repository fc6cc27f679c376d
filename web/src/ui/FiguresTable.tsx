import { Box, Table } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import type { MoneyText } from '../lib/format-money.ts';
import { Money } from './Money.tsx';

type Props = {
  /** What the table is about, for who can't see where it stands. */
  readonly label: string;
  /** The first column names its rows, the others hold figures. */
  readonly heads: readonly string[];
  /** A longer one scrolls inside. */
  readonly maxH?: string;
  /** Its rows. */
  readonly children: ReactNode;
};

/** A chart's numbers, for reading. */
export function FiguresTable({ label, heads, maxH, children }: Props) {
  return (
    // Scrolls by keyboard too, hence a tab stop.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <Box overflow="auto" {...(maxH && { maxH })} tabIndex={0} as="section" aria-label={label}>
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
        <Table.Body>{children}</Table.Body>
      </Table.Root>
    </Box>
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
