import { Text } from '@chakra-ui/react';

/** "+24" or "−18": the sign says it, the colour only helps. */
export function Points({ points }: { points: number }) {
  return (
    <Text
      as="span"
      fontWeight="semibold"
      fontVariantNumeric="tabular-nums"
      whiteSpace="nowrap"
      color={points < 0 ? 'money.out' : points > 0 ? 'money.in' : 'fg.muted'}
    >
      {points < 0 ? `\u2212${-points}` : `+${points}`}
    </Text>
  );
}
