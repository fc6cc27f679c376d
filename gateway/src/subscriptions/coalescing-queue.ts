/** What waits for a reader that may be slow. */
export type CoalescingQueue<T> = {
  /** False when the queue is full: nothing was added. */
  push(item: T): boolean;
  /** The oldest, which then waits no more; undefined when nothing waits. */
  take(): T | undefined;
  size(): number;
  clear(): void;
};

/**
 * A bounded queue. An item with a key replaces the one of the same key that waits, and takes its place at the end: of a state only
 * the latest matters. Items without a key (null) are all kept.
 */
export function createCoalescingQueue<T>(
  maxQueued: number,
  keyOf: (item: T) => string | null,
): CoalescingQueue<T> {
  // Most queues of ten thousand readers never hold anything: the map is made when something waits.
  let waiting: Map<string | symbol, T> | null = null;
  return {
    push(item) {
      const key = keyOf(item) ?? Symbol('kept');
      waiting ??= new Map();
      waiting.delete(key);
      if (waiting.size >= maxQueued) return false;
      waiting.set(key, item);
      return true;
    },
    take() {
      const first = waiting?.entries().next().value;
      if (!waiting || !first) return undefined;
      waiting.delete(first[0]);
      if (waiting.size === 0) waiting = null;
      return first[1];
    },
    size: () => waiting?.size ?? 0,
    clear() {
      waiting = null;
    },
  };
}
