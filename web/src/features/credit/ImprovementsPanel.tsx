import { Flex, List, Text } from '@chakra-ui/react';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { Improvement, Score } from './credit-page.queries.ts';
import { Points } from './Points.tsx';

/** What the owner can do, and what the score would be. */
export function ImprovementsPanel({ score: { improvements } }: { score: Score }) {
  return (
    <Panel title="What would raise it">
      {improvements.length === 0 ? (
        <Text color="fg.muted">Nothing that stands in the books would move it much.</Text>
      ) : (
        <>
          <List.Root variant="plain" gap="3" aria-label="What would raise it">
            {improvements.map((improvement) => (
              <Step key={improvement.kind} improvement={improvement} />
            ))}
          </List.Root>
          <Text color="fg.muted" fontSize="sm" mt="4">
            Each by itself, all else being as it is.
          </Text>
        </>
      )}
    </Panel>
  );
}

function Step({ improvement }: { improvement: Improvement }) {
  const { sentence, amount, gain, score } = improvement;
  return (
    <List.Item display="block">
      <Flex justify="space-between" gap="4">
        <Text>{sentence}</Text>
        <Points points={gain} />
      </Flex>
      <Text color="fg.muted" fontSize="sm">
        {amount && (
          <>
            That is <Money value={amount} />.{' '}
          </>
        )}
        The score would be {score}.
      </Text>
    </List.Item>
  );
}
