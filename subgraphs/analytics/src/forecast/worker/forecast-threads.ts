import type { Outlook } from '../outlook.ts';
import type { ForecastTask } from './forecast-task.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

export type ForecastThreads = WorkerPool<ForecastTask, Outlook>;

/** One thread makes some twenty forecasts a second; a second one, so that a slow organization doesn't hold up all others. */
const size = 2;
/** About five seconds of work: who would wait longer is told so at once. */
const maxWaiting = 100;
/** The first task of a thread also waits for its code and models to be loaded. */
const timeoutMs = 15_000;

/** The threads in which this process makes forecasts. Close them when it stops. */
export const openForecastThreads = (): ForecastThreads =>
  createWorkerPool({
    script: new URL('forecast-worker.ts', import.meta.url),
    size,
    maxWaiting,
    timeoutMs,
  });
