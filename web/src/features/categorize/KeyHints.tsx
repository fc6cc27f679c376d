import { HStack, Kbd, Text } from '@chakra-ui/react';

const hints = [
  { keys: ['j', 'k'], does: 'next, previous' },
  { keys: ['Enter'], does: 'accept' },
  { keys: ['1', '2', '3'], does: 'choose an alternative' },
  { keys: ['c'], does: 'another category' },
];

/** What the keys do while the focus is in the list. */
export function KeyHints() {
  return (
    <HStack as="p" hideBelow="md" wrap="wrap" gap="4" mb="3" color="fg.muted" fontSize="xs">
      {hints.map(({ keys, does }) => (
        <HStack as="span" key={does} gap="1">
          {keys.map((key) => (
            <Kbd key={key} size="sm">
              {key}
            </Kbd>
          ))}
          <Text as="span">{does}</Text>
        </HStack>
      ))}
    </HStack>
  );
}
