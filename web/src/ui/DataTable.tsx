import { Box, Table } from '@chakra-ui/react';
import type { ComponentProps, ReactNode } from 'react';
import { RowHeader } from './RowHeader.tsx';
import { TextLink } from './TextLink.tsx';

export type Column = { readonly label: string; readonly align?: 'start' | 'end' };

type Props = {
  readonly label: string;
  readonly columns: readonly Column[];
  /** DataRow elements. */
  readonly children: ReactNode;
};

/** A table that turns into cards under 48em: the same elements, laid out anew by CSS. Where the text is large, all is below one another. */
export function DataTable({ label, columns, children }: Props) {
  return (
    <Box
      layerStyle="panel"
      overflowX={{ md: 'auto' }}
      containerType="inline-size"
      css={cardsOnNarrow}
    >
      <Table.Root size="md" aria-label={label} bg="transparent">
        <Table.Header>
          <Table.Row bg="transparent">
            {columns.map((column) => (
              <Table.ColumnHeader
                key={column.label}
                scope="col"
                textAlign={column.align ?? 'start'}
                color="fg.muted"
                fontSize="xs"
                fontWeight="medium"
              >
                {column.label}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>{children}</Table.Body>
      </Table.Root>
    </Box>
  );
}

/** One row; the link in its first cell covers all of it. */
export function DataRow({ children }: { children: ReactNode }) {
  return (
    <Table.Row position="relative" bg="transparent" _hover={{ bg: 'bg.subtle' }}>
      {children}
    </Table.Row>
  );
}

type CellProps = Column & {
  /** Its place on the card that a row becomes on a narrow screen: at the start, as what names the row; below that name, or beside it at the
   * end, all without their label; on a line of its own, with it (the usual); or left out. */
  readonly narrow?: 'start' | 'below' | 'end' | 'line' | 'hidden';
  readonly children: ReactNode;
};

/** One cell of a row; the one at the start is the row's header. */
export function DataCell({ label, align = 'start', narrow = 'line', children }: CellProps) {
  const Cell = narrow === 'start' ? RowHeader : Table.Cell;
  return (
    <Cell data-label={label} data-narrow={narrow} textAlign={{ md: align }}>
      {children}
    </Cell>
  );
}

/** The row's own link: stretches over the row, so that a click anywhere follows it. */
export function RowLink(link: ComponentProps<typeof TextLink>) {
  return (
    <TextLink
      fontWeight="medium"
      _after={{ content: '""', position: 'absolute', inset: '0' }}
      {...link}
    />
  );
}

const cardsOnNarrow = {
  '& tbody tr:last-of-type > *': { borderBottomWidth: '0' },
  '@media (max-width: 47.99em)': {
    '& table, & tbody': { display: 'block', width: 'full' },
    '& thead': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
    '& tbody tr': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridAutoFlow: 'row dense',
      columnGap: '4',
      rowGap: '1',
      py: '3',
      px: 'edge',
      borderBottomWidth: '1px',
    },
    '& tbody tr:last-of-type': { borderBottomWidth: '0' },
    '& tbody tr > *': { display: 'block', p: '0', borderBottomWidth: '0' },
    '& tbody tr > :is([data-narrow=start], [data-narrow=below])': { gridColumn: '1' },
    '& tbody tr > [data-narrow=end]': { gridColumn: '2', textAlign: 'end' },
    '& tbody tr > [data-narrow=hidden]': { display: 'none' },
    '& tbody tr > [data-narrow=line]': {
      gridColumn: '1 / -1',
      display: 'flex',
      justifyContent: 'space-between',
      gap: '4',
      textAlign: 'end',
      fontSize: 'sm',
    },
    '& tbody tr > [data-narrow=line]::before': { content: 'attr(data-label)', color: 'fg.muted' },
    '@container (max-width: 14rem)': {
      '& tbody tr': { gridTemplateColumns: 'minmax(0, 1fr)' },
      '& tbody tr > *[data-narrow]': { gridColumn: '1', flexWrap: 'wrap', textAlign: 'start' },
    },
  },
};
