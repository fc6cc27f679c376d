import { operationsRoutes } from '@finflow/shared/http/operations-routes';
import { findRoute } from '@finflow/shared/http/route';
import { toRequest } from '@finflow/shared/http/serve';
import type { Answer } from './answer.ts';

/** /health, /ready and /metrics, as every process of the house has them. */
export function createOperationsAnswer(ready: () => Promise<void>): Answer {
  const routes = operationsRoutes(ready);
  return async ({ message, url }) => {
    const method = message.method === 'HEAD' ? 'GET' : (message.method ?? 'GET');
    const route = findRoute(routes, method, url.pathname);
    return route ? route.handle(toRequest(message, url, Buffer.alloc(0))) : null;
  };
}
