import { Flex, Stack, Text } from '@chakra-ui/react';
import { Panel } from '../../ui/Panel.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import type { AnomalyDetail } from './anomaly-page.queries.ts';
import { recordLink } from './record-link.ts';

/** The numbers that speak for it; those of a record lead to the record. */
export function EvidenceList({ evidence }: { evidence: AnomalyDetail['evidence'] }) {
  return (
    <Panel title="Compared with">
      {evidence.length === 0 && (
        <Text color="fg.muted" fontSize="sm">
          No single record: the sentence says it all.
        </Text>
      )}
      <Stack as="ul" listStyleType="none" gap="3" fontSize="sm">
        {evidence.map((item, place) => (
          // Evidence has no id and never changes.
          <Flex as="li" key={place} justify="space-between" gap="4">
            <Evidence item={item} />
            <Text
              maxW="60%"
              fontVariantNumeric="tabular-nums"
              textAlign="end"
              overflowWrap="break-word"
            >
              {item.value}
            </Text>
          </Flex>
        ))}
      </Stack>
    </Panel>
  );
}

function Evidence({ item }: { item: AnomalyDetail['evidence'][number] }) {
  const link = recordLink(item);
  if (!link) return <Text color="fg.muted">{item.label}</Text>;
  return <TextLink to={link.to}>{item.label}</TextLink>;
}
