import { Box, Button, Table, Text } from '@chakra-ui/react';
import { useState } from 'react';
import { formatDate } from '../../lib/format-date.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { ScorePoint } from './credit-page.queries.ts';
import { HistoryLine } from './HistoryLine.tsx';

/** The score at the ends of past months: as a line, in a sentence, and as a table. */
export function HistoryPanel({ points }: { points: readonly ScorePoint[] }) {
  const [isTable, setTable] = useState(false);
  const [first, last] = [points[0], points.at(-1)];
  const isLine = first !== undefined && last !== undefined && points.length > 1;
  return (
    <Panel
      title="The last twelve months"
      aside={
        isLine && (
          <Button size="xs" variant="outline" onClick={() => setTable(!isTable)}>
            {isTable ? 'Show as chart' : 'Show as table'}
          </Button>
        )
      }
    >
      {!isLine && <Text color="fg.muted">A line follows with the next month.</Text>}
      {isLine && (
        <Text color="fg.muted" mb="3" mt="-2">
          From {first.score} on {formatDate(first.asOf)} to {last.score} on {formatDate(last.asOf)}.
        </Text>
      )}
      {isLine && (isTable ? <HistoryTable points={points} /> : <HistoryLine points={points} />)}
    </Panel>
  );
}

function HistoryTable({ points }: { points: readonly ScorePoint[] }) {
  return (
    // Scrolls by keyboard too, hence a tab stop.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <Box maxH="12rem" overflowY="auto" tabIndex={0} as="section" aria-label="Score by month">
      <Table.Root size="sm" bg="transparent">
        <Table.Header>
          <Table.Row bg="transparent">
            <Table.ColumnHeader scope="col">At the end of</Table.ColumnHeader>
            <Table.ColumnHeader scope="col" textAlign="end">
              Score
            </Table.ColumnHeader>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {points.toReversed().map(({ asOf, score }) => (
            <Table.Row key={asOf} bg="transparent">
              <Table.Cell>{formatDate(asOf)}</Table.Cell>
              <Table.Cell textAlign="end" fontVariantNumeric="tabular-nums">
                {score}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Root>
    </Box>
  );
}
