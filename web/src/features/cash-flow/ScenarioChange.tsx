import { CloseButton, HStack, Text } from '@chakra-ui/react';
import type { Change } from './scenario.ts';
import { changeInWords } from './scenario-words.ts';
import { useCustomerName } from './use-customer-name.ts';

type Props = {
  readonly change: Change;
  readonly currency: string;
  /** What it does to the figure that is shown; null while that is on its way. */
  readonly effect: string | null;
  readonly onTakeBack: () => void;
};

/** One change of the scenario, what it does, and the way to take it back. */
export function ScenarioChange({ change, currency, effect, onTakeBack }: Props) {
  const customerName = useCustomerName('customerId' in change ? change.customerId : null);
  const words = changeInWords(change, { currency, customerName });
  return (
    <HStack as="li" justify="space-between" gap="3">
      <Text>
        {words}
        {effect !== null && <Text as="span" color="fg.muted">{`: ${effect}`}</Text>}
      </Text>
      <CloseButton size="2xs" aria-label={`Take back: ${words}`} onClick={onTakeBack} />
    </HStack>
  );
}
