import { tellsState, type Signal } from './feeds.ts';

/** Signals that wait for one subscriber. */
export type SignalQueue = AsyncIterableIterator<Signal> & {
  /** False when the subscriber is so slow that the queue is full: nothing was added. */
  push(signal: Signal): boolean;
  /** Ends the iteration; what waits is forgotten. */
  close(): void;
};

/**
 * A bounded queue between the bus and one slow reader. A signal of a state replaces the one of the same entity that waits, and
 * takes its place at the end.
 */
export function createSignalQueue(maxQueued: number): SignalQueue {
  const waiting = new Map<string | symbol, Signal>();
  let reader: ((result: IteratorResult<Signal, undefined>) => void) | null = null;
  let isClosed = false;

  const queue: SignalQueue = {
    push(signal) {
      if (isClosed) return true;
      const key = tellsState(signal.field) ? signal.entityId : Symbol(signal.entityId);
      waiting.delete(key);
      if (waiting.size >= maxQueued) return false;
      waiting.set(key, signal);
      deliver();
      return true;
    },
    close() {
      isClosed = true;
      waiting.clear();
      deliver();
    },
    next: () =>
      new Promise((resolve) => {
        reader = resolve;
        deliver();
      }),
    return: () => {
      queue.close();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => queue,
  };
  return queue;

  function deliver(): void {
    if (!reader) return;
    const [first] = waiting;
    if (!first && !isClosed) return;
    const answer = reader;
    reader = null;
    if (!first) {
      answer({ done: true, value: undefined });
      return;
    }
    waiting.delete(first[0]);
    answer({ done: false, value: first[1] });
  }
}
