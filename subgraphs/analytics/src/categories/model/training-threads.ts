import { createWorkerPool, type WorkerPool } from '../../threads/worker-pool.ts';
import type { TrainingResult, TrainingTask } from './train-model.ts';

export type TrainingThreads = WorkerPool<TrainingTask, TrainingResult>;

/** One thread trains one model at a time; nobody waits for it. */
export const openTrainingThreads = (): TrainingThreads =>
  createWorkerPool({
    script: new URL('training-worker.ts', import.meta.url),
    size: 1,
    maxWaiting: 1,
    timeoutMs: 120_000,
  });
