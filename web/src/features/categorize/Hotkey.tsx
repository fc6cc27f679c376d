import { Kbd } from '@chakra-ui/react';

/** The key that does what a button does. Useless without a keyboard, and in the way on a narrow screen. */
export const Hotkey = ({ children }: { children: string }) => (
  <Kbd size="sm" hideBelow="md" aria-hidden>
    {children}
  </Kbd>
);
