import type { CallerPresence } from '../request-context.ts';

/** The presence of all who wait for one call: they are gone when the last of them is. */
export type SharedPresence = {
  readonly ofAll: CallerPresence;
  /** One more waits. Of whom nothing is known, he stays. */
  readonly join: (caller: CallerPresence | undefined) => void;
};

/** Most calls have one who waits, and one who wants to be told: so nothing is made before somebody wants to be. */
export function createSharedPresence(first: CallerPresence): SharedPresence {
  const callers: (CallerPresence | undefined)[] = [first];
  const listeners: Listener[] = [];
  const isGone = () => callers.every((caller) => caller?.isGone());
  return {
    ofAll: {
      isGone,
      onGone: (tell) => {
        const listener: Listener = { tell: () => isGone() && tell(), takenBack: [] };
        for (const caller of callers) listen(listener, caller);
        listeners.push(listener);
        return () => {
          for (const takeBack of listener.takenBack) takeBack();
          listeners.splice(listeners.indexOf(listener), 1);
        };
      },
    },
    join: (caller) => {
      callers.push(caller);
      for (const listener of listeners) listen(listener, caller);
    },
  };
}

type Listener = { readonly tell: () => void; readonly takenBack: (() => void)[] };

function listen({ tell, takenBack }: Listener, caller: CallerPresence | undefined): void {
  const takeBack = caller?.onGone(tell);
  if (takeBack) takenBack.push(takeBack);
}
