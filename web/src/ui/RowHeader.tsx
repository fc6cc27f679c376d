import { Table } from '@chakra-ui/react';
import type { ComponentProps } from 'react';

/** The cell that names its row: a screen reader says it with each figure beside it. */
export const RowHeader = (cell: ComponentProps<typeof Table.Cell>) => (
  <Table.Cell as="th" scope="row" fontWeight="normal" {...cell} />
);
