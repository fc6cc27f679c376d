import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Does a piece of long work in the next turn of the event loop, so that who asks meanwhile is answered between two pieces.
 * @throws what the piece throws; the signal's reason when the work isn't wanted any more
 */
export type InTurn = <T>(piece: () => T) => Promise<T>;

export const inTurns =
  (signal?: AbortSignal): InTurn =>
  async (piece) => {
    await nextTurn();
    signal?.throwIfAborted();
    return piece();
  };
