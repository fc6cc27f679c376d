import { Center } from '@chakra-ui/react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** An address that leads nowhere. */
export function Component() {
  return (
    <Center as="main" minH="60dvh">
      <title>Page not found · FinFlow</title>
      <EmptyState
        kind="no-match"
        heading="h1"
        title="This page does not exist"
        action={<LinkButton to="/">Go to the dashboard</LinkButton>}
      >
        The address may be mistyped, or what it led to was removed.
      </EmptyState>
    </Center>
  );
}
