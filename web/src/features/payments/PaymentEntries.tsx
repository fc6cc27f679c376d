import { Flex, Stack, Text } from '@chakra-ui/react';
import { formatDate } from '../../lib/format-date.ts';
import { Panel } from '../../ui/Panel.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import type { PaymentDetail } from './payment-page.queries.ts';

/** What the books say of it. */
export function PaymentEntries({ entries }: { entries: PaymentDetail['journalEntries'] }) {
  return (
    <Panel title="Journal entries">
      {entries.length === 0 && (
        <Text color="fg.muted" fontSize="sm">
          Nothing was posted: no money has moved.
        </Text>
      )}
      <Stack as="ul" listStyleType="none" gap="2" fontSize="sm">
        {entries.map(({ id, sequence, date, description }) => (
          <Flex as="li" key={id} justify="space-between" gap="3">
            <TextLink to={`/ledger/entries/${id}`}>
              {sequence} · {description}
            </TextLink>
            <Text color="fg.muted" whiteSpace="nowrap">
              {formatDate(date)}
            </Text>
          </Flex>
        ))}
      </Stack>
    </Panel>
  );
}
