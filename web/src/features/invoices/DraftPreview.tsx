import { Box, Button, HStack, Text } from '@chakra-ui/react';
import { useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { InvoicePaper } from '../../ui/InvoicePaper.tsx';
import type { MoneyText } from '../../lib/format-money.ts';
import type { FoundCustomer } from '../../apollo/use-customer-search.tsx';
import { previewDraft } from './draft-preview.ts';
import type { InvoiceValues } from './invoice-form.ts';

type Props = {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly currency: string;
  readonly from: string;
  readonly to: FoundCustomer | null;
};

const storageKey = 'finflow.invoice-preview';

/** The sheet as it would be sent, drawn here without asking the server. Can be folded away for good. */
export function DraftPreview({ form, currency, from, to }: Props) {
  const [isShown, setShown] = useState(() => localStorage.getItem(storageKey) !== 'hidden');
  const values = useWatch({ control: form.control, compute: (all: InvoiceValues) => all });
  const paper = previewDraft(values, { currency, from, to, number: null });
  const toggle = () => {
    localStorage.setItem(storageKey, isShown ? 'hidden' : 'shown');
    setShown(!isShown);
  };
  return (
    <Box position={{ xl: 'sticky' }} top="8">
      <HStack justify="space-between" mb="2">
        <Text fontWeight="medium" fontSize="sm">
          Preview
        </Text>
        <Button variant="ghost" size="xs" aria-expanded={isShown} onClick={toggle}>
          {isShown ? 'Hide preview' : 'Show preview'}
        </Button>
      </HStack>
      <Text as="output" display="block" color="fg.muted" fontSize="sm">
        {!cardsTake(paper.total) &&
          'Cards can’t take the last decimal of this total. It can be paid by bank transfer alone.'}
      </Text>
      {isShown && <InvoicePaper paper={paper} />}
    </Box>
  );
}

/** Of three decimals cards take only those whose last is 0, https://docs.stripe.com/currencies#three-decimal */
const cardsTake = ({ decimal }: MoneyText): boolean => !/\.\d\d[1-9]$/.test(decimal);
