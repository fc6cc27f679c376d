import { HStack, Text } from '@chakra-ui/react';
import type { MoneyText } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';
import { KpiCard } from './KpiCard.tsx';

type Horizon = { readonly days: number; readonly amount: MoneyText };

type Props = { readonly openCount: number; readonly horizons: readonly [Horizon, ...Horizon[]] };

/** What open invoices should bring: the nearest horizon large, the further ones below it. */
export function ExpectedCard({ openCount, horizons }: Props) {
  const [nearest, ...further] = horizons;
  return (
    <KpiCard
      label={`Expected in ${nearest.days} days`}
      value={nearest.amount}
      to="/invoices?status=OPEN,PARTIALLY_PAID"
    >
      <HStack mt="1" gap="3" wrap="wrap" color="fg.muted" fontSize="sm" rowGap="0">
        {openCount === 0 && <Text>No open invoices</Text>}
        {openCount > 0 &&
          further.map(({ days, amount }) => (
            <Text key={days}>
              {days} days <Money value={amount} color="fg" />
            </Text>
          ))}
      </HStack>
    </KpiCard>
  );
}
