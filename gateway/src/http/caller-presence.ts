import type { ServerResponse } from 'node:http';
import { once } from '@finflow/shared/once';
import type { CallerPresence } from '../request-context.ts';

/** Whether the client of a request is still there. It listens only from when somebody wants to be told. */
export function presenceOf(outgoing: ServerResponse): CallerPresence {
  const isGone = () => outgoing.destroyed && !outgoing.writableFinished;
  const listening = once(() => {
    const told = new Set<() => void>();
    outgoing.once('close', () => {
      if (isGone()) for (const tell of told) tell();
    });
    return told;
  });
  return {
    isGone,
    onGone: (tell) => {
      const told = listening();
      told.add(tell);
      return () => void told.delete(tell);
    },
  };
}
