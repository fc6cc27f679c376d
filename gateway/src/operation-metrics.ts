import type { ApolloServerPlugin } from '@apollo/server';
import { gatewayMetrics } from './metrics.ts';
import type { GatewayContext } from './request-context.ts';

/** Counts and times operations, by their type; by nothing that a caller can choose. */
export function operationMetrics(): ApolloServerPlugin<GatewayContext> {
  const { operations, operationSeconds } = gatewayMetrics();
  return {
    requestDidStart: async () => {
      const startedMs = performance.now();
      return {
        willSendResponse: async ({ operation, errors }) => {
          const type = operation?.operation ?? 'unreadable';
          operations.inc({ type, outcome: errors?.length ? 'errors' : 'ok' });
          operationSeconds.observe({ type }, (performance.now() - startedMs) / 1000);
        },
      };
    },
  };
}
