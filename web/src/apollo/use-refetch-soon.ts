import { useMemo } from 'react';
import { throttle } from '../lib/throttle.ts';

/** At most one refetch a second, however many events arrive (an import sends thousands). */
const intervalMs = 1_000;

/** A refetch to call for each live event. A failed one is the query's error (see Faces). */
export function useRefetchSoon(refetch: () => Promise<unknown>): () => void {
  return useMemo(
    () => throttle(() => void refetch().catch(() => undefined), intervalMs),
    [refetch],
  );
}
