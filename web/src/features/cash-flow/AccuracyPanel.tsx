import { HStack, Stack, Text } from '@chakra-ui/react';
import { Panel } from '../../ui/Panel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { backtestInWords, memberName } from './accuracy-words.ts';
import type { Outlook } from './cash-flow.queries.ts';
import { PastForecasts } from './PastForecasts.tsx';

/** How far one may trust the forecast: measured, and told also where it is bad. */
export function AccuracyPanel({ outlook }: { outlook: Outlook }) {
  return (
    <Panel title="How sure is it?">
      <Stack gap="4" mt="-2">
        <PastForecasts target={outlook.target} grain={outlook.grain} />
        <Text color="fg.muted" fontSize="sm" maxW="72ch">
          {backtestInWords(outlook)}
        </Text>
        <Methods outlook={outlook} />
      </Stack>
    </Panel>
  );
}

function Methods({ outlook: { method, members } }: { outlook: Outlook }) {
  if (method === 'SEASONAL_BASELINE') {
    return (
      <Text fontSize="sm" color="fg.muted">
        This is a simple forecast: last year’s months again, with a drift.
      </Text>
    );
  }
  if (members.length === 0) return null;
  return (
    <HStack gap="2" wrap="wrap" fontSize="sm" color="fg.muted">
      <Text>Methods and their say:</Text>
      {members.map(({ name, weight }) => (
        <StatusBadge key={name} tone="neutral">
          {memberName(name)} {Math.round(weight * 100)} %
        </StatusBadge>
      ))}
    </HStack>
  );
}
