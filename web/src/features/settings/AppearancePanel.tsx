import { Button, Flex, Text } from '@chakra-ui/react';
import { Moon, Sun } from 'lucide-react';
import { useColorMode } from '../../theme/color-mode.ts';
import { Panel } from '../../ui/Panel.tsx';

/** Light or dark, on this device. */
export function AppearancePanel() {
  const { mode, toggle } = useColorMode();
  return (
    <Panel title="Appearance">
      <Flex justify="space-between" align="center" gap="3" wrap="wrap">
        <Text>{mode === 'dark' ? 'Dark colours' : 'Light colours'}</Text>
        <Button variant="outline" size="sm" onClick={toggle}>
          {mode === 'dark' ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
          {mode === 'dark' ? 'Use light colours' : 'Use dark colours'}
        </Button>
      </Flex>
    </Panel>
  );
}
