import type { FragmentType } from '@apollo/client';
import { Box, HStack, Text } from '@chakra-ui/react';
import { type ReactNode, useState } from 'react';
import { countOf } from '../../lib/count-of.ts';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { AcceptAll } from './AcceptAll.tsx';
import { CategoryPicker } from './CategoryPicker.tsx';
import type { Named } from './Choices.tsx';
import { DecidedList } from './DecidedList.tsx';
import { KeyHints } from './KeyHints.tsx';
import { useDecisions } from './use-decisions.ts';
import { useOpenRow } from './use-open-row.ts';
import { WaitingRow } from './WaitingRow.tsx';
import type { WaitingRow_TransactionFragment } from './WaitingRow.generated.ts';

type Waiting = FragmentType<WaitingRow_TransactionFragment> & {
  readonly id: string;
  readonly text: string;
  readonly suggestion: {
    readonly confidence: number;
    readonly category: { readonly code: string };
  } | null;
};

type List = {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Waiting }[];
  readonly pageInfo: { readonly endCursor: string | null };
};

type Props = {
  readonly list: List;
  /** Other rows may have better suggestions now, or none any more. */
  readonly onDecided: () => void;
  readonly onMore: (after: string | null) => Promise<unknown>;
  readonly whenEmpty: ReactNode;
};

/** The rows that wait, without those that were just decided, and below them the decisions. */
export function ReviewQueue({ list, onDecided, onMore, whenEmpty }: Props) {
  const { decisions, refusals, decide } = useDecisions(onDecided);
  const decided = new Set(decisions.map(({ id }) => id));
  const edges = list.edges.filter(({ node }) => !decided.has(node.id));
  const totalCount = list.totalCount - (list.edges.length - edges.length);
  const choose = ({ id, text }: Waiting, category: Named) => void decide({ id, text, category });
  return (
    <>
      {edges.length === 0 && whenEmpty}
      {edges.length > 0 && (
        <>
          <HStack justify="space-between" wrap="wrap" gap="3" mb="3">
            <Text color="fg.muted" fontSize="sm" aria-live="polite">
              {countOf(totalCount, 'expense')} to look at
            </Text>
            <AcceptAll rows={edges.map(({ node }) => node)} onDone={onDecided} />
          </HStack>
          <KeyHints />
        </>
      )}
      <Rows rows={edges.map(({ node }) => node)} refusals={refusals} onChoose={choose} />
      {edges.length > 0 && <LoadMore list={{ ...list, totalCount, edges }} onMore={onMore} />}
      <DecidedList decisions={decisions} refusals={refusals} onChange={(one) => void decide(one)} />
    </>
  );
}

type RowsProps = {
  readonly rows: readonly Waiting[];
  readonly refusals: ReadonlyMap<string, string>;
  readonly onChoose: (row: Waiting, category: Named) => void;
};

/** One row is open; letters and arrows go from one to the next while the focus is inside. */
function Rows({ rows, refusals, onChoose }: RowsProps) {
  const { open, listRef, show, goOnFrom, onKeyDown, openButton } = useOpenRow(rows);
  const [picking, setPicking] = useState<Waiting | null>(null);
  const choose = (row: Waiting, category: Named) => {
    goOnFrom(row);
    onChoose(row, category);
  };
  return (
    <>
      <Box
        as="ul"
        ref={listRef}
        hidden={rows.length === 0}
        aria-label="Expenses to categorize"
        listStyleType="none"
        layerStyle="panel"
        overflow="hidden"
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <WaitingRow
            key={row.id}
            transaction={row}
            isOpen={row.id === open?.id}
            refusal={refusals.get(row.id) ?? null}
            onOpen={() => show(row)}
            onChoose={(category) => choose(row, category)}
            onPick={() => setPicking(row)}
          />
        ))}
      </Box>
      <CategoryPicker
        title={`What was “${picking?.text || 'No description'}” for?`}
        isOpen={picking !== null}
        onClose={() => setPicking(null)}
        onPick={(category) => picking && choose(picking, category)}
        focusAfter={openButton}
      />
    </>
  );
}
