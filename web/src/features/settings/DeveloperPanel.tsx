import { Link as ChakraLink, Stack, Text } from '@chakra-ui/react';
import { endpoint } from '../../apollo/client.ts';
import { Panel } from '../../ui/Panel.tsx';

/** Where the same data is for programs. */
export function DeveloperPanel() {
  return (
    <Panel title="For developers">
      <Stack gap="2" fontSize="sm">
        <Text>
          Everything on these pages is one GraphQL endpoint:{' '}
          <Text as="span" fontFamily="mono" wordBreak="break-all">
            {new URL(endpoint, location.href).href}
          </Text>
        </Text>
        <ChakraLink href={endpoint} target="_blank" rel="noreferrer">
          Open Apollo Sandbox
        </ChakraLink>
        <ChakraLink href={`${endpoint}/graphiql`} target="_blank" rel="noreferrer">
          Open GraphiQL, which works offline
        </ChakraLink>
      </Stack>
    </Panel>
  );
}
