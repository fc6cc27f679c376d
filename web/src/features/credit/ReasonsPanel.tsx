import { Button, Flex, List, Text } from '@chakra-ui/react';
import { useState } from 'react';
import { countOf } from '../../lib/count-of.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import type { Factor, Score } from './credit-page.queries.ts';
import { Points } from './Points.tsx';

const reasonCount = 5;

/** What moved the score most, against an ordinary business; the rest on demand. */
export function ReasonsPanel({ score: { factors, ordinaryScore, score } }: { score: Score }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? factors : factors.slice(0, reasonCount);
  const most = Math.max(1, ...factors.map(({ points }) => Math.abs(points)));
  return (
    <Panel title="Why">
      <List.Root variant="plain" gap="3" aria-label="Reasons">
        {shown.map((factor) => (
          <Reason key={factor.id} factor={factor} most={most} />
        ))}
      </List.Root>
      {showsAll && (
        <Text color="fg.muted" fontSize="sm" mt="4">
          An ordinary business has {ordinaryScore}. With all of these it makes {score}.
        </Text>
      )}
      <Button
        size="xs"
        variant="outline"
        mt="4"
        aria-expanded={showsAll}
        onClick={() => setShowsAll(!showsAll)}
      >
        {showsAll
          ? `Show the first ${reasonCount}`
          : `Show all ${countOf(factors.length, 'figure')}`}
      </Button>
    </Panel>
  );
}

function Reason({ factor, most }: { factor: Factor; most: number }) {
  const { name, sentence, points } = factor;
  return (
    <List.Item display="block">
      <Flex justify="space-between" gap="4">
        <Text fontWeight="medium">{name}</Text>
        <Points points={points} />
      </Flex>
      <Text color="fg.muted" fontSize="sm">
        {sentence}
      </Text>
      <ShareBar
        share={Math.abs(points) / most}
        color={points < 0 ? 'money.out' : 'money.in'}
        mt="1"
        h="1"
      />
    </List.Item>
  );
}
