import { Box, Flex, HStack, Stack } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { AccountMenu, type Account } from './AccountMenu.tsx';
import { Logo } from './Logo.tsx';
import { NavItem } from './NavItem.tsx';
import { inBottomBar, places, type Waiting } from './navigation.ts';
import { SkipLink } from './SkipLink.tsx';

type Props = {
  readonly account: Account;
  readonly onSignOut: () => void;
  readonly waiting?: Waiting;
  readonly children: ReactNode;
};

/** The frame around every page of somebody signed in: navigation at the side, or at the bottom
 * under 48em, and the content. */
export function AppShell({ account, onSignOut, waiting = {}, children }: Props) {
  return (
    <Flex minH="100dvh">
      <SkipLink />
      <SideBar account={account} onSignOut={onSignOut} waiting={waiting} />
      <Box flex="1" minW="0">
        <TopBar account={account} onSignOut={onSignOut} />
        <Box
          as="main"
          id="content"
          tabIndex={-1}
          outline="none"
          maxW="76rem"
          mx="auto"
          px={{ base: 'edge', md: '8' }}
          pt={{ base: '5', md: '8' }}
          pb={{ base: '28', md: '16' }}
        >
          {children}
        </Box>
      </Box>
      <BottomBar />
    </Flex>
  );
}

function SideBar({ account, onSignOut, waiting }: Required<Omit<Props, 'children'>>) {
  return (
    <Flex
      as="aside"
      _print={{ display: 'none' }}
      aria-label="Main"
      hideBelow="md"
      direction="column"
      w="15.5rem"
      flexShrink="0"
      h="100dvh"
      position="sticky"
      top="0"
      bg="bg.panel"
      borderEndWidth="1px"
      p="4"
      gap="6"
    >
      <Box px="2" pt="1">
        <Logo />
      </Box>
      <Stack as="nav" aria-label="Pages" gap="1" flex="1" overflowY="auto">
        {places.map((place) => (
          <NavItem key={place.to} place={place} at="side" waiting={waiting[place.to]} />
        ))}
      </Stack>
      <AccountMenu account={account} onSignOut={onSignOut} at="side" />
    </Flex>
  );
}

function TopBar({ account, onSignOut }: Pick<Props, 'account' | 'onSignOut'>) {
  return (
    <HStack
      as="header"
      _print={{ display: 'none' }}
      hideFrom="md"
      justify="space-between"
      px="4"
      py="2.5"
      bg="bg.panel"
      borderBottomWidth="1px"
      position="sticky"
      top="0"
      zIndex="docked"
    >
      <Logo />
      <AccountMenu account={account} onSignOut={onSignOut} at="top" />
    </HStack>
  );
}

function BottomBar() {
  return (
    <HStack
      as="nav"
      aria-label="Pages, short"
      _print={{ display: 'none' }}
      hideFrom="md"
      position="fixed"
      bottom="0"
      insetInline="0"
      zIndex="docked"
      wrap="wrap"
      gap="0"
      px="2"
      pb="env(safe-area-inset-bottom)"
      bg="bg.panel"
      borderTopWidth="1px"
    >
      {places.slice(0, inBottomBar).map((place) => (
        <NavItem key={place.to} place={place} at="bottom" />
      ))}
    </HStack>
  );
}
