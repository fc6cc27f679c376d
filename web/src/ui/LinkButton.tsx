import { Button, type ButtonProps } from '@chakra-ui/react';
import type { Ref } from 'react';
import { Link, type LinkProps } from 'react-router';

type Props = Omit<ButtonProps, 'asChild'> & {
  readonly to: string;
  /** Lets the focus be put here. */
  readonly ref?: Ref<HTMLButtonElement>;
} & Pick<LinkProps, 'state' | 'preventScrollReset'>;

/** Looks like a button, leads to an address: what goes somewhere is a link. */
export function LinkButton({ to, state, preventScrollReset = false, children, ...look }: Props) {
  return (
    <Button asChild {...look}>
      <Link {...{ to, state, preventScrollReset }}>{children}</Link>
    </Button>
  );
}
