import { Box, HStack, Link as ChakraLink, Text } from '@chakra-ui/react';
import { Link } from 'react-router';
import type { MoneyText } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';

type Horizon = { readonly days: number; readonly amount: MoneyText };

type Props = { readonly openCount: number; readonly horizons: readonly [Horizon, ...Horizon[]] };

/** What open invoices should bring: the nearest horizon large, the further ones below it. */
export function ExpectedCard({ openCount, horizons }: Props) {
  const [nearest, ...further] = horizons;
  return (
    <Box
      as="li"
      layerStyle="panel"
      p="5"
      position="relative"
      _hover={{ borderColor: 'brand.border' }}
    >
      <ChakraLink
        asChild
        color="fg.muted"
        fontSize="sm"
        _after={{ content: '""', position: 'absolute', inset: '0', rounded: 'xl' }}
      >
        <Link to="/invoices?status=OPEN,PARTIALLY_PAID">{`Expected in ${nearest.days} days`}</Link>
      </ChakraLink>
      <Box mt="2">
        <Money
          value={nearest.amount}
          fontSize="2xl"
          fontWeight="semibold"
          letterSpacing="-0.02em"
        />
      </Box>
      <HStack mt="1" gap="3" wrap="wrap" color="fg.muted" fontSize="sm" rowGap="0">
        {openCount === 0 && <Text>No open invoices</Text>}
        {openCount > 0 &&
          further.map(({ days, amount }) => (
            <Text key={days}>
              {days} days <Money value={amount} color="fg" />
            </Text>
          ))}
      </HStack>
    </Box>
  );
}
