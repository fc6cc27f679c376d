import { gatewayMetrics } from './metrics.ts';
import type { PersistedOperations } from './persisted/manifest.ts';
import type { OperationRule } from './rules-in-turn.ts';

/**
 * Counts and times operations, by their type and, for those that the web app was built with, by their name. Of what others write no
 * name is taken: a caller could else make as many series as he likes.
 */
export function operationMetrics(known: PersistedOperations): OperationRule {
  const { operations, operationSeconds } = gatewayMetrics();
  return {
    requestDidStart: () => {
      const startedMs = performance.now();
      return {
        willSendResponse: ({ operation, errors, queryHash }) => {
          const type = operation?.operation ?? 'unreadable';
          const name = known.get(queryHash ?? '')?.name ?? 'other';
          operations.inc({ type, operation: name, outcome: errors?.length ? 'errors' : 'ok' });
          const seconds = (performance.now() - startedMs) / 1000;
          operationSeconds.observe({ type, operation: name }, seconds);
        },
      };
    },
  };
}
