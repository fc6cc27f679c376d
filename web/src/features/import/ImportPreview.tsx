import { HStack, Stack, Text } from '@chakra-ui/react';
import { useState } from 'react';
import type { ImportMode } from '../../__generated__/schema.ts';
import { countOf } from '../../lib/count-of.ts';
import { formatDate } from '../../lib/format-date.ts';
import { formatMoney } from '../../lib/format-money.ts';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { DataCell, DataRow, DataTable } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { Preview } from './import.queries.ts';
import { RowErrors } from './RowErrors.tsx';

type Props = {
  readonly preview: Preview;
  readonly isBusy: boolean;
  readonly onImport: (mode: ImportMode) => void;
};

const modes = [
  { value: 'ALL_OR_NOTHING', label: 'All rows, or none' },
  { value: 'GOOD_ROWS_ONLY', label: 'The good rows; leave out the others' },
] as const;

const columns = [
  { label: 'Invoice' },
  { label: 'Customer' },
  { label: 'Issued' },
  { label: 'Due' },
  { label: 'Settled' },
  { label: 'Amount', align: 'end' },
] as const;

/** What an import would do. Nothing is written yet. */
export function ImportPreview({ preview, isBusy, onImport }: Props) {
  const [mode, setMode] = useState<ImportMode>('ALL_OR_NOTHING');
  const { rowsGood, rowsRejected, rowsKnown } = preview;
  const isBlocked = rowsGood === 0 || (mode === 'ALL_OR_NOTHING' && rowsRejected > 0);
  return (
    <Stack gap="5" aria-live="polite">
      <Panel title={preview.fileName}>
        <Text mb="1">
          {rowsGood} of {preview.rowsTotal} rows are good: {countOf(preview.customers, 'customer')},{' '}
          {formatMoney(preview.total)} in all.
        </Text>
        <Text color="fg.muted" fontSize="sm" mb="4">
          In the books already, to be skipped: {countOf(rowsKnown, 'row')}. With a problem:{' '}
          {countOf(rowsRejected, 'row')}.
        </Text>
        <HStack align="end" gap="3" wrap={{ base: 'wrap', sm: 'nowrap' }} maxW="34rem">
          <SelectField
            label="Import"
            options={modes}
            value={mode}
            onChange={(event) =>
              setMode(event.target.value === 'GOOD_ROWS_ONLY' ? 'GOOD_ROWS_ONLY' : 'ALL_OR_NOTHING')
            }
          />
          <BusyButton isBusy={isBusy} disabled={isBlocked} onClick={() => onImport(mode)}>
            Import {countOf(rowsGood, 'row')}
          </BusyButton>
        </HStack>
        {isBlocked && (
          <Text color="fg.muted" fontSize="sm" mt="2">
            {rowsGood === 0
              ? 'There is no row to import.'
              : 'Correct the rows below in the file, or import the good rows only.'}
          </Text>
        )}
      </Panel>
      <RowErrors errors={preview.errors} total={rowsRejected} />
      {preview.sample.length > 0 && <Sample rows={preview.sample} />}
    </Stack>
  );
}

function Sample({ rows }: { rows: Preview['sample'] }) {
  return (
    <DataTable label="The first rows" columns={columns}>
      {rows.map((row) => (
        <DataRow key={row.line}>
          <DataCell label="Invoice" narrow="start">
            {row.number}
          </DataCell>
          <DataCell label="Customer" narrow="start">
            {row.customer}
          </DataCell>
          <DataCell label="Issued" narrow="hidden">
            {formatDate(row.issueDate)}
          </DataCell>
          <DataCell label="Due">{formatDate(row.dueDate)}</DataCell>
          <DataCell label="Settled">{row.settledDate ? formatDate(row.settledDate) : '–'}</DataCell>
          <DataCell label="Amount" align="end" narrow="end">
            <Money value={row.amount} />
          </DataCell>
        </DataRow>
      ))}
    </DataTable>
  );
}
