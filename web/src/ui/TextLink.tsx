import { Link as ChakraLink, type LinkProps } from '@chakra-ui/react';
import { Link, type LinkProps as RouteProps } from 'react-router';

type Props = Omit<LinkProps, 'asChild' | 'href'> & {
  readonly to: string;
} & Pick<RouteProps, 'state' | 'preventScrollReset'>;

/** A link among words, to an address of the app. */
export function TextLink({ to, state, preventScrollReset = false, children, ...look }: Props) {
  return (
    <ChakraLink asChild {...look}>
      <Link {...{ to, state, preventScrollReset }}>{children}</Link>
    </ChakraLink>
  );
}
