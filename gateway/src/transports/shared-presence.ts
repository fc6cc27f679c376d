import { createPresence } from '../presence.ts';
import type { CallerPresence } from '../request-context.ts';

/** The presence of all who wait for one call: they are gone when the last of them is. */
export type SharedPresence = {
  readonly ofAll: CallerPresence;
  /** One more waits. Of whom nothing is known, he stays. */
  readonly join: (caller: CallerPresence | undefined) => void;
};

export function createSharedPresence(first: CallerPresence): SharedPresence {
  const ofAll = createPresence();
  let waiting = 0;
  const leaveOne = () => {
    waiting -= 1;
    if (waiting === 0) ofAll.leave();
  };
  const join: SharedPresence['join'] = (caller) => {
    waiting += 1;
    caller?.onGone(leaveOne);
  };
  join(first);
  return { ofAll, join };
}
