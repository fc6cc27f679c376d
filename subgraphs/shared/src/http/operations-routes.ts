import { collectDefaultMetrics, register } from 'prom-client';
import { log } from '../log.ts';
import { jsonResponse, type Route } from './route.ts';

/** Some parts of a process can't serve. Their names are told to whoever asks, their reasons are not. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
  readonly parts: readonly string[];

  constructor(parts: readonly string[]) {
    super(`Not ready: ${parts.join(', ')}`);
    this.parts = parts;
  }
}

/**
 * What an operator asks of every process: /health (it runs), /ready (it can serve), /metrics (Prometheus).
 * @param ready rejects with the reason when the process can't serve
 */
export function operationsRoutes(ready: () => Promise<void>): Route[] {
  return [
    {
      method: 'GET',
      path: '/health',
      handle: () => Promise.resolve(jsonResponse(200, { status: 'ok' })),
    },
    { method: 'GET', path: '/ready', handle: () => readiness(ready) },
    {
      method: 'GET',
      path: '/metrics',
      handle: async () => ({
        status: 200,
        headers: { 'content-type': register.contentType },
        body: await register.metrics(),
      }),
    },
  ];
}

/** Process metrics (memory, event loop, garbage collection), once a process. */
export function collectProcessMetrics(): void {
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics();
}

async function readiness(ready: () => Promise<void>) {
  try {
    await ready();
    return jsonResponse(200, { status: 'ready' });
  } catch (error) {
    log.warn('not ready', { error });
    const parts = error instanceof NotReady ? { parts: error.parts } : {};
    return jsonResponse(503, { status: 'not ready', ...parts });
  }
}
