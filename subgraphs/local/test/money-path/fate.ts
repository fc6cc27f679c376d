/** Decides when a process dies. Every effect (a commit, a call to the provider, a publish) asks it before and after. */
export type Fate = {
  /** Resolves while the process lives; never again once it died, as nothing goes on in a dead process. */
  step(): Promise<void>;
  /** Runs work that may die at its step `diesAt`; null: it lives. True when it died. */
  live(work: () => Promise<unknown>, diesAt: number | null): Promise<boolean>;
};

/** @param afterDeath what the outside world does about a dead process: open transactions are rolled back */
export function createFate(afterDeath: () => void): Fate {
  let left = Number.POSITIVE_INFINITY;
  let die = () => {};
  const step = (): Promise<void> => {
    if (left > 0) {
      left -= 1;
      return Promise.resolve();
    }
    die();
    return new Promise(() => {});
  };
  const live = async (work: () => Promise<unknown>, diesAt: number | null): Promise<boolean> => {
    left = diesAt ?? Number.POSITIVE_INFINITY;
    const death = new Promise<true>((resolve) => {
      die = () => resolve(true);
    });
    const hasDied = await Promise.race([work().then(() => false), death]);
    // What ran beside the dying step comes to its own next step, and stays there.
    if (hasDied) await new Promise((resolve) => setImmediate(resolve));
    left = Number.POSITIVE_INFINITY;
    if (hasDied) afterDeath();
    return hasDied;
  };
  return { step, live };
}
