import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Does a piece of long work in a turn of the event loop, so that who asks meanwhile is answered between two pieces.
 * @throws what the piece throws; the signal's reason when the work isn't wanted any more
 */
export type InTurn = <T>(piece: () => T) => Promise<T>;

/** A busy loop has long turns: small pieces that each waited for the next one would come to an end too late. */
const togetherMs = 5;

/** @param perTurnMs when pieces have taken so long, the next one waits for the next turn */
export function inTurns(signal?: AbortSignal, perTurnMs = togetherMs): InTurn {
  let beganMs = -Infinity;
  return async (piece) => {
    if (performance.now() - beganMs >= perTurnMs) {
      await nextTurn();
      beganMs = performance.now();
    }
    signal?.throwIfAborted();
    return piece();
  };
}
