import { Box, HStack, Text } from '@chakra-ui/react';
import { formatDate } from '../../lib/format-date.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { Score } from './credit-page.queries.ts';

/** Where the bands end, on the scale's way from 0 to 1000. */
const bandEnds = [400, 550, 650, 750] as const;

/** The number, its band, and its place on the scale. */
export function ScorePanel({ score: { asOf, score, band, ordinaryScore } }: { score: Score }) {
  return (
    <Panel title="Score" aside={<Band band={band} />}>
      <HStack align="baseline" wrap="wrap" gap="2" aria-live="polite" aria-atomic>
        <Text fontSize="5xl" fontWeight="semibold" lineHeight="1" fontVariantNumeric="tabular-nums">
          {score}
        </Text>
        <Text color="fg.muted">of 1000</Text>
      </HStack>
      <Scale score={score} />
      <Text color="fg.muted" fontSize="sm" mt="3">
        As of {formatDate(asOf)}. An ordinary business has {ordinaryScore}.
      </Text>
    </Panel>
  );
}

function Scale({ score }: { score: number }) {
  return (
    <ShareBar
      share={score / 1000}
      color="brand.solid"
      position="relative"
      mt="4"
      h="2"
      bg="bg.emphasized"
    >
      {bandEnds.map((end) => (
        <Box
          key={end}
          position="absolute"
          top="0"
          h="full"
          w="2px"
          bg="bg.panel"
          left={`${end / 10}%`}
        />
      ))}
    </ShareBar>
  );
}

function Band({ band }: { band: Score['band'] }) {
  switch (band) {
    case 'EXCELLENT':
      return <StatusBadge tone="good">Excellent</StatusBadge>;
    case 'GOOD':
      return <StatusBadge tone="good">Good</StatusBadge>;
    case 'FAIR':
      return <StatusBadge tone="info">Fair</StatusBadge>;
    case 'WEAK':
      return <StatusBadge tone="warn">Weak</StatusBadge>;
    case 'POOR':
      return <StatusBadge tone="bad">Poor</StatusBadge>;
    default:
      return unreachable(band);
  }
}
