import { useApolloClient, useQuery } from '@apollo/client/react';
import { HStack, Progress as Bar, Stack, Text } from '@chakra-ui/react';
import { Faces } from '../../apollo/Faces.tsx';
import { countOf } from '../../lib/count-of.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { IMPORT_PROGRESS, type Progress } from './import.queries.ts';
import { RowErrors } from './RowErrors.tsx';

const pollMs = 1_000;

/** One import, followed until it is done. */
export function ImportProgress({ id }: { id: string }) {
  const client = useApolloClient();
  const variables = { id };
  const isRunning = () =>
    client.readQuery({ query: IMPORT_PROGRESS, variables })?.receivablesImport?.status ===
    'RUNNING';
  const query = useQuery(IMPORT_PROGRESS, {
    variables,
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden || !isRunning(),
  });
  return (
    <Faces query={query} skeleton={<TableSkeleton what="the import" />}>
      {({ receivablesImport }) =>
        receivablesImport ? (
          <Followed progress={receivablesImport} />
        ) : (
          <EmptyState kind="no-match" title="This import does not exist">
            The address may be mistyped.
          </EmptyState>
        )
      }
    </Faces>
  );
}

function Followed({ progress }: { progress: Progress }) {
  const { status, rowsDone, rowsTotal, fileName } = progress;
  return (
    <Stack gap="5" aria-live="polite">
      {status === 'RUNNING' && (
        <Panel title={fileName}>
          <Bar.Root value={rowsDone} max={Math.max(rowsTotal, 1)}>
            <HStack justify="space-between" mb="2">
              <Bar.Label>Importing</Bar.Label>
              <Text fontSize="sm">
                {rowsDone} of {rowsTotal} rows
              </Text>
            </HStack>
            <Bar.Track>
              <Bar.Range />
            </Bar.Track>
          </Bar.Root>
        </Panel>
      )}
      {status === 'COMPLETED' && <Done progress={progress} />}
      {status === 'FAILED' && (
        <FormError message={`Nothing more was written. ${progress.failure ?? ''}`.trim()} />
      )}
      <RowErrors errors={progress.errors} total={progress.rowsRejected} />
    </Stack>
  );
}

function Done({ progress }: { progress: Progress }) {
  const { fileName, invoicesImported, rowsSkipped, rowsRejected } = progress;
  return (
    <Panel title={`${fileName} is in the books`}>
      <Text mb="4">
        Imported: {countOf(invoicesImported, 'invoice')}. There already: {rowsSkipped}. Left out:{' '}
        {rowsRejected}.
      </Text>
      <HStack gap="3" wrap="wrap">
        <LinkButton to="/invoices">Show the invoices</LinkButton>
        <LinkButton to="/receivables" variant="outline">
          Show what is open
        </LinkButton>
      </HStack>
    </Panel>
  );
}
