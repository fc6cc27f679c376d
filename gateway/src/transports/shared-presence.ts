import type { CallerPresence } from '../request-context.ts';

/** The presence of all who wait for one call: they are gone when the last of them is. */
export type SharedPresence = {
  readonly ofAll: CallerPresence;
  /** One more waits. Of whom nothing is known, he stays. */
  readonly join: (caller: CallerPresence | undefined) => void;
};

export function createSharedPresence(first: CallerPresence): SharedPresence {
  const told = new Set<() => void>();
  let waiting = 0;
  const leave = () => {
    waiting -= 1;
    if (waiting === 0) for (const tell of told) tell();
  };
  const join: SharedPresence['join'] = (caller) => {
    waiting += 1;
    caller?.onGone(leave);
  };
  join(first);
  return {
    ofAll: {
      isGone: () => waiting === 0,
      onGone: (tell) => {
        told.add(tell);
        return () => void told.delete(tell);
      },
    },
    join,
  };
}
