import { Box, Flex, Heading, Stack, Text } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { Logo } from '../../ui/Logo.tsx';

type Props = {
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the pages before the app: a form, and beside it what FinFlow is for. */
export function SignInFrame({ title, lead, children }: Props) {
  return (
    <Flex minH="100dvh">
      <title>{`${title} · FinFlow`}</title>
      <Flex as="main" flex="1" direction="column" p={{ base: '5', md: '10' }} bg="bg.panel">
        <Logo />
        <Stack flex="1" justify="center" w="full" maxW="24rem" mx="auto" gap="6" py="10">
          <Box>
            <Heading as="h1" size="2xl" fontWeight="semibold" letterSpacing="-0.02em">
              {title}
            </Heading>
            <Text color="fg.muted" mt="1">
              {lead}
            </Text>
          </Box>
          {children}
        </Stack>
      </Flex>
      <WhatItIsFor />
    </Flex>
  );
}

const claims = [
  [
    'Invoices that collect themselves',
    'Send a link; your customer pays; the books follow at once.',
  ],
  ['Books that always balance', 'Every payment, fee and refund is posted to the cent.'],
  ['Cash you can see coming', 'What is due in 30, 60 and 90 days, and how sure that is.'],
] as const;

function WhatItIsFor() {
  return (
    <Flex
      as="aside"
      aria-label="What FinFlow does"
      hideBelow="lg"
      w="46%"
      maxW="44rem"
      direction="column"
      justify="center"
      gap="8"
      p="16"
      bg="#0f3a37"
      color="#eafaf6"
      backgroundImage="radial-gradient(60rem 30rem at 110% -10%, #1f6f66 0%, transparent 60%)"
    >
      <Heading as="p" size="4xl" fontWeight="semibold" letterSpacing="-0.03em" lineHeight="1.1">
        The money side of your business, in one place, live.
      </Heading>
      <Stack gap="5" as="ul" listStyleType="none">
        {claims.map(([claim, detail]) => (
          <Box as="li" key={claim} borderStartWidth="2px" borderColor="#7accbe" ps="4">
            <Text fontWeight="medium">{claim}</Text>
            <Text color="#b5ded5" fontSize="sm">
              {detail}
            </Text>
          </Box>
        ))}
      </Stack>
    </Flex>
  );
}
