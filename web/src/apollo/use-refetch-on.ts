import type { TypedDocumentNode } from '@apollo/client';
import { useSubscription } from '@apollo/client/react';
import { useRefetchSoon } from './use-refetch-soon.ts';

/** Asks anew when the event comes, at most once a second. What the event carries the cache takes up. */
export function useRefetchOn<Data>(
  event: TypedDocumentNode<Data, Record<string, never>>,
  refetch: () => Promise<unknown>,
): void {
  const refetchSoon = useRefetchSoon(refetch);
  useSubscription(event, { onData: refetchSoon, ignoreResults: true });
}
