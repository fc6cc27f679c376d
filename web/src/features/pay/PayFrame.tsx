import { Box, Container, HStack, Text } from '@chakra-ui/react';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { Logo } from '../../ui/Logo.tsx';

type Props = {
  /** Names the document. */
  readonly title: string;
  readonly children: ReactNode;
};

/** The frame of the public page: no navigation, only whose software this is. */
export function PayFrame({ title, children }: Props) {
  return (
    <Box minH="100dvh" display="flex" flexDirection="column">
      <title>{`${title} · FinFlow`}</title>
      <Container
        as="main"
        maxW="64rem"
        flex="1"
        px={{ base: '4', md: '8' }}
        py={{ base: '6', md: '10' }}
      >
        {children}
      </Container>
      <HStack
        as="footer"
        justify="center"
        wrap="wrap"
        gap="3"
        px="4"
        py="5"
        borderTopWidth="1px"
        color="fg.muted"
        fontSize="xs"
      >
        <Logo />
        <HStack gap="1.5">
          <LockKeyhole size={14} aria-hidden />
          <Text>Card details go straight to the payment provider, never to us.</Text>
        </HStack>
      </HStack>
    </Box>
  );
}
