import { HStack, Text } from '@chakra-ui/react';
import type { MoneyText } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';

type Props = { readonly count: number; readonly amount: MoneyText; readonly due: MoneyText };

/** What the whole filtered list comes to, not only the rows on screen. */
export function InvoiceTotals({ count, amount, due }: Props) {
  return (
    <HStack gap="6" rowGap="1" mb="3" wrap="wrap" fontSize="sm" color="fg.muted" aria-live="polite">
      <Text>{count === 1 ? '1 invoice' : `${count} invoices`}</Text>
      <Text>
        Invoiced <Money value={amount} color="fg" fontWeight="medium" />
      </Text>
      <Text>
        Still open <Money value={due} color="fg" fontWeight="medium" />
      </Text>
    </HStack>
  );
}
