import { Worker } from 'node:worker_threads';
import { type Answer, WorkerFault } from './task-server.ts';

/** Works on tasks in threads, so that the process goes on answering meanwhile. */
export type WorkerPool<Task, Result> = {
  /**
   * @throws WorkerFault when too many tasks wait, the task took too long, its thread died, or the pool is closed; what
   *   the task itself threw, with its message
   */
  run(task: Task): Promise<Result>;
  /** Ends the threads. What they were working on, and what waits, fails. */
  close(): Promise<void>;
};

export type WorkerPoolOptions = {
  /** The thread's entry, which calls `serveTasks`. */
  readonly script: URL;
  /** Threads at most. Each is started by the first task that finds no other, and stays. */
  readonly size: number;
  /** Tasks that may wait for a thread. */
  readonly maxWaiting: number;
  /** A thread that works longer on one task is ended, and the next task gets a new one. */
  readonly timeoutMs: number;
};

type Job<Task, Result> = {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
};

type Thread<Task, Result> = {
  readonly worker: Worker;
  /** What it works on; null when it waits for work. */
  current: { readonly job: Job<Task, Result>; readonly timer: NodeJS.Timeout } | null;
};

type Pool<Task, Result> = {
  readonly options: WorkerPoolOptions;
  readonly threads: Set<Thread<Task, Result>>;
  readonly waiting: Job<Task, Result>[];
  isClosed: boolean;
};

/** Starts nothing yet: a process that is never asked for a forecast has no thread. */
export function createWorkerPool<Task, Result>(
  options: WorkerPoolOptions,
): WorkerPool<Task, Result> {
  const pool: Pool<Task, Result> = { options, threads: new Set(), waiting: [], isClosed: false };
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (pool.isClosed) return reject(new WorkerFault('CLOSED'));
        if (pool.waiting.length >= options.maxWaiting) return reject(new WorkerFault('BUSY'));
        pool.waiting.push({ task, resolve, reject });
        handOut(pool);
      }),
    close: () => close(pool),
  };
}

/** Gives what waits to threads that have nothing to do, as far as there are any. */
function handOut<Task, Result>(pool: Pool<Task, Result>): void {
  while (pool.waiting.length > 0 && !pool.isClosed) {
    const idle = [...pool.threads].find(({ current }) => current === null);
    if (!idle && pool.threads.size >= pool.options.size) return;
    const job = pool.waiting.shift();
    if (job) begin(pool, idle ?? startThread(pool), job);
  }
}

function startThread<Task, Result>(pool: Pool<Task, Result>): Thread<Task, Result> {
  const worker = new Worker(pool.options.script);
  const thread: Thread<Task, Result> = { worker, current: null };
  pool.threads.add(thread);
  worker.on('message', (answer: Answer<Result>) => {
    const job = release(thread);
    if (answer.kind === 'done') job?.resolve(answer.result);
    else job?.reject(answer.error);
    handOut(pool);
  });
  // An uncaught error ends the thread, and 'exit' follows.
  worker.on('error', (error) => release(thread)?.reject(new WorkerFault('DIED', error)));
  worker.on('exit', () => discard(pool, thread, 'DIED'));
  return thread;
}

function begin<Task, Result>(
  pool: Pool<Task, Result>,
  thread: Thread<Task, Result>,
  job: Job<Task, Result>,
): void {
  const timer = setTimeout(() => {
    void thread.worker.terminate();
    discard(pool, thread, 'TOO_LONG');
  }, pool.options.timeoutMs);
  thread.current = { job, timer };
  thread.worker.postMessage(job.task);
}

/** The thread is of no use any more: its task fails, and the next one gets another. */
function discard<Task, Result>(
  pool: Pool<Task, Result>,
  thread: Thread<Task, Result>,
  reason: 'DIED' | 'TOO_LONG',
): void {
  pool.threads.delete(thread);
  release(thread)?.reject(new WorkerFault(reason));
  handOut(pool);
}

function release<Task, Result>(thread: Thread<Task, Result>): Job<Task, Result> | null {
  const { current } = thread;
  thread.current = null;
  if (current) clearTimeout(current.timer);
  return current?.job ?? null;
}

async function close<Task, Result>(pool: Pool<Task, Result>): Promise<void> {
  pool.isClosed = true;
  for (const { reject } of pool.waiting.splice(0)) reject(new WorkerFault('CLOSED'));
  const threads = [...pool.threads];
  for (const thread of threads) release(thread)?.reject(new WorkerFault('CLOSED'));
  await Promise.all(threads.map(({ worker }) => worker.terminate()));
}
