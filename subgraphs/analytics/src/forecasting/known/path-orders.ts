import type { Generator } from './draws.ts';

/** For each stretch of chance, of as many equal ones as there are paths, the path whose draw lies there. */
export type PathOrder = Uint16Array;

/** So many orders are made of one shuffle, by moving all paths on by some; then they are shuffled anew. */
const moves = 100;

/**
 * Orders of paths, one for each thing that is drawn: a Latin hypercube (McKay, Beckman and Conover 1979). Every thing's draws are spread evenly
 * over its chances, so that a thousand paths say of one thing what a thousand even quantiles do, and of sums no less than loose draws;
 * and stretch by stretch nothing has to be looked for.
 * @param paths at most 65,536
 */
export function pathOrders(paths: number, next: Generator): () => PathOrder {
  let shuffled = new Uint16Array(0);
  let taken = 0;
  return () => {
    if (taken % moves === 0) shuffled = shuffle(paths, next);
    const by = Math.floor(((taken % moves) * paths) / moves);
    taken += 1;
    return movedOn(shuffled, by);
  };
}

/** Written out, for `map` of a typed array takes as long as the draws themselves. */
function movedOn(order: PathOrder, by: number): PathOrder {
  const moved = new Uint16Array(order.length);
  for (let stretch = 0; stretch < order.length; stretch += 1) {
    const path = (order[stretch] ?? 0) + by;
    moved[stretch] = path < order.length ? path : path - order.length;
  }
  return moved;
}

/** The paths in any order: the shuffle of Fisher and Yates. */
function shuffle(paths: number, next: Generator): Uint16Array<ArrayBuffer> {
  const shuffled = new Uint16Array(paths);
  for (let path = 0; path < paths; path += 1) {
    const place = Math.floor(next() * (path + 1));
    shuffled[path] = shuffled[place] ?? 0;
    shuffled[place] = path;
  }
  return shuffled;
}
