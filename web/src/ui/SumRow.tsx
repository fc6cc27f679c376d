import { Box, Flex } from '@chakra-ui/react';
import type { MoneyText } from '../lib/format-money.ts';
import { Money } from './Money.tsx';

/** One part of a sum, inside a dl: its name at the left, its amount at the right. */
export function SumRow({ label, value }: { label: string; value: MoneyText }) {
  return (
    <Flex justify="space-between" py="1">
      <Box as="dt" color="fg.muted">
        {label}
      </Box>
      <dd>
        <Money value={value} />
      </dd>
    </Flex>
  );
}
