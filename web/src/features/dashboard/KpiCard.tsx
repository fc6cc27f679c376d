import { Box } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import type { MoneyText } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';
import { TextLink } from '../../ui/TextLink.tsx';

type Props = {
  readonly label: string;
  readonly value: MoneyText;
  readonly to: string;
  /** What explains the number, below it. */
  readonly children: ReactNode;
};

/** One question, its number, and where it comes from; the whole card is the link. */
export function KpiCard({ label, value, to, children }: Props) {
  return (
    <Box
      as="li"
      layerStyle="panel"
      p={{ base: 'edge', md: '5' }}
      position="relative"
      _hover={{ borderColor: 'brand.border' }}
    >
      <TextLink
        to={to}
        color="fg.muted"
        fontSize="sm"
        _after={{ content: '""', position: 'absolute', inset: '0', rounded: 'xl' }}
      >
        {label}
      </TextLink>
      <Box mt="2">
        <Money value={value} textStyle="figure" letterSpacing="-0.02em" />
      </Box>
      {children}
    </Box>
  );
}
