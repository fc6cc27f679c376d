import { Button, type ButtonProps } from '@chakra-ui/react';
import { Link } from 'react-router';

type Props = Omit<ButtonProps, 'asChild'> & { readonly to: string };

/** Looks like a button, leads to an address: what goes somewhere is a link. */
export function LinkButton({ to, children, ...look }: Props) {
  return (
    <Button asChild {...look}>
      <Link to={to}>{children}</Link>
    </Button>
  );
}
