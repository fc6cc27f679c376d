/** Does work when it is its turn. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets so many in at once; the others wait in the order in which they came. */
export function createTurnstile(maxInside: number): Turnstile {
  const waiting = new Set<() => void>();
  let inside = 0;
  const leave = (): void => {
    const [next] = waiting;
    if (!next) {
      inside -= 1;
      return;
    }
    waiting.delete(next);
    next(); // The place goes over: `inside` stays.
  };
  return async (work) => {
    if (inside < maxInside) inside += 1;
    else await new Promise<void>((resolve) => waiting.add(resolve));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
