import type { SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import { gatewayMetrics } from '../metrics.ts';

/** Counts and times one call to a subgraph. */
export type ObservedCall = {
  joined(): void;
  answered(response: SubgraphResponse): void;
  failed(outcome: 'unavailable' | 'late' | 'abandoned'): void;
};

/** Begins to observe a call to the subgraph. */
export function callMetrics(): (subgraph: string) => ObservedCall {
  const { subgraphCalls, subgraphSeconds } = gatewayMetrics();
  return (subgraph) => {
    const startedMs = performance.now();
    const end = (outcome: string) => {
      subgraphCalls.inc({ subgraph, outcome });
      subgraphSeconds.observe({ subgraph }, (performance.now() - startedMs) / 1000);
    };
    let isJoined = false;
    return {
      joined: () => {
        isJoined = true;
      },
      answered: ({ errors }) => {
        if (isJoined) end('shared');
        else end(errors?.length ? 'errors' : 'ok');
      },
      failed: end,
    };
  };
}
