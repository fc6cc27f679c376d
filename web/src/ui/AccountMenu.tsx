import { Box, Button, Center, Menu, Portal, Text, VisuallyHidden } from '@chakra-ui/react';
import { ChevronsUpDown, LogOut, Menu as Bars, Moon, Sun } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useColorMode } from '../theme/color-mode.ts';
import { inBottomBar, places } from './navigation.ts';

export type Account = { readonly name: string; readonly organization: string };

type Props = {
  readonly account: Account;
  readonly onSignOut: () => void;
  /** At the top of a narrow screen it also holds the pages that the bottom bar has no room for. */
  readonly at: 'side' | 'top';
};

/** Who is signed in and for whom; the colour mode; the way out. */
export function AccountMenu({ account, onSignOut, at }: Props) {
  const { mode, toggle } = useColorMode();
  const navigate = useNavigate();
  const more = at === 'top' ? places.slice(inBottomBar) : [];
  return (
    <Menu.Root positioning={{ placement: at === 'side' ? 'top-start' : 'bottom-end' }}>
      <Menu.Trigger asChild>
        {at === 'side' ? <SideTrigger {...account} /> : <TopTrigger />}
      </Menu.Trigger>
      <Portal>
        <Menu.Positioner>
          <Menu.Content minW="14rem">
            {at === 'top' && <AccountText {...account} />}
            {more.map(({ to, label, icon: Icon }) => (
              <Menu.Item key={to} value={to} onSelect={() => void navigate(to)}>
                <Icon size={16} aria-hidden /> {label}
              </Menu.Item>
            ))}
            <Menu.Item value="color-mode" closeOnSelect={false} onSelect={toggle}>
              {mode === 'dark' ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
              {mode === 'dark' ? 'Light colours' : 'Dark colours'}
            </Menu.Item>
            <Menu.Item value="sign-out" onSelect={onSignOut}>
              <LogOut size={16} aria-hidden /> Sign out
            </Menu.Item>
          </Menu.Content>
        </Menu.Positioner>
      </Portal>
    </Menu.Root>
  );
}

function SideTrigger({ name, organization, ...trigger }: Account) {
  return (
    <Button variant="ghost" size="lg" px="2" gap="3" justifyContent="start" {...trigger}>
      <VisuallyHidden>Account</VisuallyHidden>
      <Center
        aria-hidden
        boxSize="8"
        rounded="lg"
        bg="brand.muted"
        color="brand.fg"
        fontSize="sm"
        flexShrink="0"
      >
        {organization.slice(0, 1).toUpperCase()}
      </Center>
      <Box flex="1" minW="0" textAlign="start" lineHeight="1.25">
        <Text fontSize="sm" fontWeight="medium" truncate>
          {organization}
        </Text>
        <Text fontSize="xs" color="fg.muted" truncate>
          {name}
        </Text>
      </Box>
      <ChevronsUpDown size={16} aria-hidden />
    </Button>
  );
}

function TopTrigger(trigger: object) {
  return (
    <Button variant="ghost" size="sm" px="2" aria-label="Menu" {...trigger}>
      <Bars size={20} aria-hidden />
    </Button>
  );
}

function AccountText({ name, organization }: Account) {
  return (
    <Box px="2" py="2" borderBottomWidth="1px" mb="1">
      <Text fontSize="sm" fontWeight="medium">
        {organization}
      </Text>
      <Text fontSize="xs" color="fg.muted">
        {name}
      </Text>
    </Box>
  );
}
