/**
 * Lets equal calls that are under way at the same time share one. Every caller gets a value of its own, so that whoever changes it
 * changes nobody else's.
 */
export type SharedCalls<T> = {
  /**
   * Joins the call under `key`, or begins it.
   * @returns what was begun or joined
   */
  join(
    key: string,
    begin: () => Promise<T>,
  ): { readonly isNew: boolean; readonly value: Promise<T> };
  /** Something was changed: nobody joins what began before. */
  forget(): void;
};

type Waiting<T> = {
  readonly begunAtMs: number;
  readonly followers: PromiseWithResolvers<T>[];
};

/**
 * A call that has been under way for longer is not joined any more: what it reads may be older than what the caller knows has
 * happened since, by an answer of another replica or by an event. Bursts (many subscribers of one event, a screen's parts) are closer.
 */
const joinableMs = 10;

/** @param copy makes a value that shares nothing with its original */
export function createSharedCalls<T>(
  copy: (value: T) => T,
  nowMs: () => number = Date.now,
): SharedCalls<T> {
  const underWay = new Map<string, Waiting<T>>();
  const start = (key: string, begin: () => Promise<T>): Promise<T> => {
    const waiting: Waiting<T> = { begunAtMs: nowMs(), followers: [] };
    underWay.set(key, waiting);
    const leave = () => {
      if (underWay.get(key) === waiting) underWay.delete(key);
    };
    return begin().then(
      (value) => {
        leave();
        // Copied before anybody gets the original.
        for (const follower of waiting.followers) follower.resolve(copy(value));
        return value;
      },
      (error: unknown) => {
        leave();
        for (const follower of waiting.followers) follower.reject(error);
        throw error;
      },
    );
  };
  return {
    join: (key, begin) => {
      const waiting = underWay.get(key);
      if (!waiting || nowMs() - waiting.begunAtMs > joinableMs) {
        return { isNew: true, value: start(key, begin) };
      }
      const follower = Promise.withResolvers<T>();
      waiting.followers.push(follower);
      return { isNew: false, value: follower.promise };
    },
    forget: () => underWay.clear(),
  };
}
