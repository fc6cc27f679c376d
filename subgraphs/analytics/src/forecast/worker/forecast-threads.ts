import type { Outlook, PastForecast } from '../outlook.ts';
import type { ForecastJob, ForecastJobDone, ForecastTask } from './forecast-task.ts';
import { createWorkerPool } from '../../threads/worker-pool.ts';
import { forecasterVersion } from './forecaster-version.ts';
import { packTask } from './packed-task.ts';

/** Where forecasts are made. Each call may throw a WorkerFault. */
export type ForecastThreads = {
  /** Of the code and the models that make them. */
  readonly version: string;
  /** What is to come. */
  outlookOf(task: ForecastTask): Promise<Outlook>;
  /** What the same methods would have said at the ends of past periods, beside what came. */
  pastForecasts(task: ForecastTask): Promise<readonly PastForecast[]>;
  close(): Promise<void>;
};

/** One thread makes some twenty forecasts a second; a second one, so that a slow organization doesn't hold up all others. */
const size = 2;
/** About five seconds of work: who would wait longer is told so at once. */
const maxWaiting = 100;
/** The first task of a thread also waits for its code and models to be loaded. */
const timeoutMs = 15_000;

/** The threads in which this process makes forecasts. Close them when it stops. */
export function openForecastThreads(): ForecastThreads {
  const pool = createWorkerPool<ForecastJob, ForecastJobDone>({
    script: new URL('forecast-worker.ts', import.meta.url),
    size,
    maxWaiting,
    timeoutMs,
  });
  return {
    version: forecasterVersion(),
    outlookOf: async (task) => {
      const done = await pool.run({ kind: 'outlook', task: packTask(task) });
      if (done.kind !== 'outlook') throw new Error('A thread answered another question.');
      return done.outlook;
    },
    pastForecasts: async (task) => {
      const done = await pool.run({ kind: 'past', task: packTask(task) });
      if (done.kind !== 'past') throw new Error('A thread answered another question.');
      return done.forecasts;
    },
    close: () => pool.close(),
  };
}
