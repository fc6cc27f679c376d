import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Box, SimpleGrid, Stack, Text } from '@chakra-ui/react';
import { Faces } from '../../apollo/Faces.tsx';
import { NewInvoice } from '../../apollo/NewLinks.tsx';
import { countOf } from '../../lib/count-of.ts';
import { formatDate } from '../../lib/format-date.ts';
import type { MoneyText } from '../../lib/format-money.ts';
import { DataCell, DataRow, DataTable } from '../../ui/DataTable.tsx';
import { DayFilter } from '../../ui/DayFilter.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { InvoicedPanel } from './InvoicedPanel.tsx';
import { LedgerViews } from './LedgerViews.tsx';
import type { ReceivablesQuery, ReceivablesQueryVariables } from './ReceivablesPage.generated.ts';
import { useDateParam } from './use-date-param.ts';

export const RECEIVABLES: TypedDocumentNode<ReceivablesQuery, ReceivablesQueryVariables> = gql`
  query Receivables($asOf: LocalDate) {
    receivables(asOf: $asOf) {
      asOf
      openCount
      overdueCount
      open {
        minor
        decimal
        currency
      }
      overdue {
        minor
        decimal
        currency
      }
      aging {
        label
        count
        amount {
          minor
          decimal
          currency
        }
      }
    }
  }
`;

type Receivables = ReceivablesQuery['receivables'];

const columns = [{ label: 'Age' }, { label: 'Invoices' }, { label: 'Open', align: 'end' }] as const;

/** What customers owed at the end of a day, by age, and what was invoiced in a span of days. */
export function Component() {
  const [asOf, setAsOf] = useDateParam('asOf');
  const query = useQuery(RECEIVABLES, { variables: { asOf: asOf || null } });
  return (
    <>
      <PageHeader title="Receivables" lead="What customers owe, on any day." />
      <LedgerViews />
      <Stack gap="5">
        <Box maxW="14rem">
          <DayFilter
            label="At the end of"
            value={asOf || (query.data?.receivables.asOf ?? '')}
            onChoose={setAsOf}
          />
        </Box>
        <Faces query={query} skeleton={<TableSkeleton what="the receivables" />}>
          {({ receivables }) => <Owed receivables={receivables} />}
        </Faces>
        <InvoicedPanel />
      </Stack>
    </>
  );
}

function Owed({ receivables }: { receivables: Receivables }) {
  const { asOf, open, openCount, overdue, overdueCount, aging } = receivables;
  if (openCount === 0) {
    return (
      <EmptyState kind="all-done" title="Nobody owed anything" action={<NewInvoice />}>
        No invoice was open at the end of {formatDate(asOf)}.
      </EmptyState>
    );
  }
  return (
    <Stack gap="5" aria-live="polite">
      <SimpleGrid columns={{ base: 1, sm: 2 }} gap="4">
        <Figure title="Open" value={open} count={openCount} />
        <Figure title="Overdue" value={overdue} count={overdueCount} />
      </SimpleGrid>
      <DataTable label="By age" columns={columns}>
        {aging.map(({ label, count, amount }) => (
          <DataRow key={label}>
            <DataCell label="Age" narrow="start">
              {label}
            </DataCell>
            <DataCell label="Invoices">{count}</DataCell>
            <DataCell label="Open" align="end" narrow="end">
              <Money value={amount} />
            </DataCell>
          </DataRow>
        ))}
      </DataTable>
    </Stack>
  );
}

function Figure({ title, value, count }: { title: string; value: MoneyText; count: number }) {
  return (
    <Panel title={title}>
      <Money value={value} fontSize="2xl" fontWeight="semibold" />
      <Text color="fg.muted" fontSize="sm">
        {countOf(count, 'invoice')}
      </Text>
    </Panel>
  );
}
