import { HStack, Text } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { Allowed } from '../../apollo/Allowed.tsx';
import { countOf } from '../../lib/count-of.ts';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { AcceptAll } from './AcceptAll.tsx';
import { DecidedList } from './DecidedList.tsx';
import { KeyHints } from './KeyHints.tsx';
import { QueueRows, type Waiting } from './QueueRows.tsx';
import { useDecisions } from './use-decisions.ts';
import { useOpenRow } from './use-open-row.ts';

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

/** The rows that wait, without those that were just decided here or elsewhere, and below them the decisions. */
export function ReviewQueue({ list, onDecided, onMore, whenEmpty }: Props) {
  const { decisions, refusals, decide } = useDecisions(onDecided);
  const decided = new Set(decisions.map(({ id }) => id));
  const edges = list.edges.filter(({ node }) => node.needsReview && !decided.has(node.id));
  const totalCount = list.totalCount - (list.edges.length - edges.length);
  const waiting = edges.map(({ node }) => node);
  const place = useOpenRow(waiting);
  return (
    <>
      {place.rows.length === 0 && whenEmpty}
      {place.rows.length > 0 && (
        <>
          <HStack justify="space-between" wrap="wrap" gap="3" mb="3">
            <Text color="fg.muted" fontSize="sm" aria-live="polite">
              {countOf(totalCount, 'expense')} to look at
            </Text>
            <Allowed right="ledger:write">
              <AcceptAll rows={waiting} onAccept={place.leave} onDone={onDecided} />
            </Allowed>
          </HStack>
          <Allowed right="ledger:write" otherwise={<OnlyToRead />}>
            <KeyHints />
          </Allowed>
        </>
      )}
      <QueueRows
        place={place}
        refusals={refusals}
        onChoose={({ id, text }, category) => void decide({ id, text, category })}
      />
      {edges.length > 0 && <LoadMore list={{ ...list, totalCount, edges }} onMore={onMore} />}
      <DecidedList decisions={decisions} refusals={refusals} onChange={(one) => void decide(one)} />
    </>
  );
}

const OnlyToRead = () => (
  <Text mb="3" color="fg.muted" fontSize="sm">
    Your role does not categorize. An owner, an administrator or the accountant can.
  </Text>
);
