import { HStack, Text } from '@chakra-ui/react';

/** The name and the mark: two currents that meet in one account. */
export function Logo() {
  return (
    <HStack gap="2.5">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#155f58" />
        <path
          d="M8 21c3.5 0 4.5-3 6-5.5S17.5 10 24 10"
          fill="none"
          stroke="#fff"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <path
          d="M8 15c2.5 0 3.5-1 4.5-2.5"
          fill="none"
          stroke="#7accbe"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <circle cx="23" cy="20.5" r="2.5" fill="#7accbe" />
      </svg>
      <Text as="span" fontWeight="semibold" fontSize="lg" letterSpacing="-0.02em">
        FinFlow
      </Text>
    </HStack>
  );
}
