import { Button, type ButtonProps } from '@chakra-ui/react';
import { Link, type LinkProps } from 'react-router';

type Props = Omit<ButtonProps, 'asChild'> & {
  readonly to: string;
} & Pick<LinkProps, 'state' | 'preventScrollReset'>;

/** Looks like a button, leads to an address: what goes somewhere is a link. */
export function LinkButton({ to, state, preventScrollReset = false, children, ...look }: Props) {
  return (
    <Button asChild {...look}>
      <Link {...{ to, state, preventScrollReset }}>{children}</Link>
    </Button>
  );
}
