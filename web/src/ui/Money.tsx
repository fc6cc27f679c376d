import { Text, type TextProps } from '@chakra-ui/react';
import { formatMoney, type MoneyText } from '../lib/format-money.ts';

type Props = TextProps & { readonly value: MoneyText };

/** An amount with its currency, in tabular figures; a minus sign, not a colour, says negative. */
export function Money({ value, ...style }: Props) {
  return (
    <Text as="span" whiteSpace="nowrap" fontVariantNumeric="tabular-nums" {...style}>
      {formatMoney(value)}
    </Text>
  );
}
