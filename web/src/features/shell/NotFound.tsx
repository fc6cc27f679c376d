import { Button, Center } from '@chakra-ui/react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** An address that leads nowhere. */
export function Component() {
  return (
    <Center as="main" minH="60dvh">
      <title>Page not found · FinFlow</title>
      <EmptyState
        kind="no-match"
        heading="h1"
        title="This page does not exist"
        action={
          <Button asChild>
            <Link to="/">Go to the dashboard</Link>
          </Button>
        }
      >
        The address may be mistyped, or what it led to was removed.
      </EmptyState>
    </Center>
  );
}
