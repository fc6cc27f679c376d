import { Link as ChakraLink, type LinkProps } from '@chakra-ui/react';
import { Link } from 'react-router';

type Props = Omit<LinkProps, 'asChild' | 'href'> & { readonly to: string };

/** A link among words, to an address of the app. */
export function TextLink({ to, children, ...look }: Props) {
  return (
    <ChakraLink asChild {...look}>
      <Link to={to}>{children}</Link>
    </ChakraLink>
  );
}
