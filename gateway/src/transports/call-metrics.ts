import type { SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import { gatewayMetrics } from '../metrics.ts';

export type CallOutcome = 'ok' | 'errors' | 'shared' | 'unavailable' | 'late' | 'abandoned';

/** Counts and times one call to a subgraph that began at `startedMs` (performance.now). */
export type CountCall = (subgraph: string, outcome: CallOutcome, startedMs: number) => void;

export function callMetrics(): CountCall {
  const { subgraphCalls, subgraphSeconds } = gatewayMetrics();
  return (subgraph, outcome, startedMs) => {
    subgraphCalls.inc({ subgraph, outcome });
    subgraphSeconds.observe({ subgraph }, (performance.now() - startedMs) / 1000);
  };
}

/** An answer that another equal call brought counts as shared, whatever it holds. */
export function outcomeOf({ errors }: SubgraphResponse, isJoined: boolean): CallOutcome {
  if (isJoined) return 'shared';
  return errors?.length ? 'errors' : 'ok';
}
