import type { CallerPresence } from './request-context.ts';

/** Somebody who waits until `leave` is called. */
export type Presence = CallerPresence & { readonly leave: () => void };

export function createPresence(): Presence {
  const told = new Set<() => void>();
  let isGone = false;
  return {
    isGone: () => isGone,
    onGone: (tell) => {
      told.add(tell);
      return () => void told.delete(tell);
    },
    leave: () => {
      isGone = true;
      for (const tell of told) tell();
    },
  };
}
