import { Box, Flex } from '@chakra-ui/react';
import { isZero, type MoneyText } from '../lib/format-money.ts';
import type { Paper } from './InvoicePaper.tsx';
import { Money } from './Money.tsx';
import { SumRow } from './SumRow.tsx';

type Props = { readonly paper: Pick<Paper, 'subtotal' | 'discountTotal' | 'taxTotal' | 'total'> };

/** The sums below an invoice's lines. What is zero is left out, except the total. */
export function InvoicePaperTotals({ paper }: Props) {
  return (
    <Box as="dl" ms="auto" mt="4" maxW="18rem" fontSize="sm">
      <SumRow label="Subtotal" value={paper.subtotal} />
      {!isZero(paper.discountTotal.decimal) && (
        <SumRow label="Discount" value={negated(paper.discountTotal)} />
      )}
      {!isZero(paper.taxTotal.decimal) && <SumRow label="Tax" value={paper.taxTotal} />}
      <Flex
        justify="space-between"
        py="2"
        mt="1"
        borderTopWidth="1px"
        fontWeight="semibold"
        fontSize="md"
      >
        <dt>Total</dt>
        <dd>
          <Money value={paper.total} />
        </dd>
      </Flex>
    </Box>
  );
}

function negated({ decimal, currency }: MoneyText): MoneyText {
  return { decimal: decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`, currency };
}
