import type { CallerPresence } from './request-context.ts';

/** Somebody who waits until `leave` is called. */
export function createPresence(): {
  readonly presence: CallerPresence;
  readonly leave: () => void;
} {
  const told = new Set<() => void>();
  let isGone = false;
  return {
    presence: {
      isGone: () => isGone,
      onGone: (tell) => {
        told.add(tell);
        return () => void told.delete(tell);
      },
    },
    leave: () => {
      isGone = true;
      for (const tell of told) tell();
    },
  };
}
