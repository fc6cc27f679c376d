import { Button, Table, Text } from '@chakra-ui/react';
import { useState } from 'react';
import { formatDate } from '../../lib/format-date.ts';
import { FiguresTable, NameCell } from '../../ui/FiguresTable.tsx';
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
    <FiguresTable label="Score by month" heads={['At the end of', 'Score']} maxH="12rem">
      {points.toReversed().map(({ asOf, score }) => (
        <Table.Row key={asOf} bg="transparent">
          <NameCell>{formatDate(asOf)}</NameCell>
          <Table.Cell textAlign="end" fontVariantNumeric="tabular-nums">
            {score}
          </Table.Cell>
        </Table.Row>
      ))}
    </FiguresTable>
  );
}
