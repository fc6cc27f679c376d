import { parentPort } from 'node:worker_threads';

/** What a thread says of its task. */
export type Answer<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: Error };

const sentences = {
  BUSY: 'Too many tasks wait for a thread.',
  TOO_LONG: 'The task took too long; its thread was ended.',
  DIED: 'The thread ended before its task.',
  CLOSED: 'The pool is closed.',
} as const;

/** The task got no answer, for a reason that lies not in the task's own code. */
export class WorkerFault extends Error {
  readonly reason: keyof typeof sentences;

  constructor(reason: keyof typeof sentences, cause?: unknown) {
    super(sentences[reason], { cause });
    this.reason = reason;
  }
}

/**
 * In a thread: does each task that the pool sends, one after the other, and sends back what came of it.
 * @throws Error outside of a thread
 */
export function serveTasks<Task, Result>(work: (task: Task) => Result | Promise<Result>): void {
  const port = parentPort;
  if (!port) throw new Error('Tasks are served in a thread.');
  port.on('message', (task: Task) => {
    void attempt(work, task).then((answer) => port.postMessage(answer));
  });
}

async function attempt<Task, Result>(
  work: (task: Task) => Result | Promise<Result>,
  task: Task,
): Promise<Answer<Result>> {
  try {
    return { kind: 'done', result: await work(task) };
  } catch (error) {
    return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
  }
}
