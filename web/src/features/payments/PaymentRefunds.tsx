import { Box, Flex, Stack, Text } from '@chakra-ui/react';
import type { RefundStatus } from '../../__generated__/schema.ts';
import { formatInstant } from '../../lib/format-date.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.tsx';
import type { PaymentDetail } from './payment-page.queries.ts';

const faces: Record<RefundStatus, { readonly word: string; readonly tone: Tone }> = {
  PENDING: { word: 'On its way', tone: 'info' },
  COMPLETED: { word: 'Refunded', tone: 'good' },
  FAILED: { word: 'Failed', tone: 'bad' },
};

/** What was given back, oldest first. */
export function PaymentRefunds({ refunds }: { refunds: PaymentDetail['refunds'] }) {
  if (refunds.length === 0) return null;
  return (
    <Panel title="Refunds">
      <Stack as="ul" listStyleType="none" gap="3" aria-live="polite">
        {refunds.map(({ id, amount, status, reason, createdAt }) => (
          <Box as="li" key={id} fontSize="sm">
            <Flex justify="space-between" gap="3">
              <Money value={amount} fontWeight="medium" />
              <StatusBadge tone={faces[status].tone}>{faces[status].word}</StatusBadge>
            </Flex>
            <Text color="fg.muted" fontSize="xs">
              {formatInstant(createdAt)}
              {reason && ` · ${reason}`}
            </Text>
          </Box>
        ))}
      </Stack>
    </Panel>
  );
}
