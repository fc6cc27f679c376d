/** A box and a start, which is moved into it, for a function of a few parameters. */
export type Search = {
  readonly start: ArrayLike<number>;
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The first steps from the start, as a share of the box: small where the minimum is near. */
  readonly step?: number;
  /** How often the function may be asked. */
  readonly limit: number;
};

export type Minimum = { readonly at: Float64Array; readonly value: number };

type Corner = { readonly at: Float64Array; value: number };

/** A difference of costs that changes no forecast worth having. */
const enough = 1e-5;

/**
 * The simplex search of Nelder and Mead (1965), kept inside a box by moving a point that leaves it to the wall. It needs no
 * derivative, which likelihoods of filters do not offer cheaply. Deterministic; stops when the corners agree or `limit` is used up.
 */
export function minimize(cost: (at: Float64Array) => number, search: Search): Minimum {
  const size = search.start.length;
  if (size === 0) return { at: new Float64Array(0), value: cost(new Float64Array(0)) };
  let asked = 0;
  const ask = (at: Float64Array): Corner => {
    asked += 1;
    const value = cost(at);
    return { at, value: Number.isFinite(value) ? value : Number.MAX_VALUE };
  };
  const corners = firstCorners(search).map(ask).sort(byValue);
  while (asked < search.limit) {
    const best = corners[0] as Corner;
    const worst = corners[size] as Corner;
    if (Math.abs(worst.value - best.value) <= enough * (Math.abs(best.value) + enough)) break;
    const next = replaceWorst(corners, search, ask);
    if (next === null) shrinkToBest(corners, ask);
    else insertLast(corners, next);
  }
  return corners[0] as Corner;
}

const byValue = (a: Corner, b: Corner): number => a.value - b.value;

/** Puts a corner in the place of the last one, and moves it to where it belongs: sorting anew cost as much as a likelihood. */
function insertLast(corners: Corner[], next: Corner): void {
  let place = corners.length - 1;
  for (; place > 0 && (corners[place - 1] as Corner).value > next.value; place -= 1)
    corners[place] = corners[place - 1] as Corner;
  corners[place] = next;
}

function firstCorners({ start, low, high, step: share = 0.2 }: Search): Float64Array[] {
  const origin = Float64Array.from(start, (value, axis) =>
    Math.min(high[axis] ?? value, Math.max(low[axis] ?? value, value)),
  );
  const corners = Array.from(origin, (value, axis) => {
    const corner = origin.slice();
    const step = share * ((high[axis] ?? 1) - (low[axis] ?? 0));
    corner[axis] = value + step > (high[axis] ?? 1) ? value - step : value + step;
    return corner;
  });
  return [origin, ...corners];
}

/** The corner that takes the place of the worst one, or null when no point along the line to it is better. */
function replaceWorst(
  corners: readonly Corner[],
  search: Search,
  ask: (at: Float64Array) => Corner,
): Corner | null {
  const size = corners.length - 1;
  const worst = corners[size] as Corner;
  const second = corners[size - 1] as Corner;
  const best = corners[0] as Corner;
  const middle = centre(corners, size);
  const along = (step: number): Float64Array => between(middle, worst.at, step, search);
  const reflected = ask(along(1));
  if (reflected.value < best.value) {
    const expanded = ask(along(2));
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const contracted = ask(along(reflected.value < worst.value ? 0.5 : -0.5));
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
}

function centre(corners: readonly Corner[], size: number): Float64Array {
  const middle = new Float64Array(size);
  for (let corner = 0; corner < size; corner += 1) {
    const at = (corners[corner] as Corner).at;
    for (let axis = 0; axis < size; axis += 1)
      middle[axis] = (middle[axis] ?? 0) + (at[axis] ?? 0) / size;
  }
  return middle;
}

function between(
  middle: Float64Array,
  worst: Float64Array,
  step: number,
  { low, high }: Search,
): Float64Array {
  const moved = new Float64Array(middle.length);
  for (let axis = 0; axis < middle.length; axis += 1) {
    const value = (middle[axis] ?? 0) + step * ((middle[axis] ?? 0) - (worst[axis] ?? 0));
    moved[axis] = Math.min(high[axis] ?? value, Math.max(low[axis] ?? value, value));
  }
  return moved;
}

function shrinkToBest(corners: Corner[], ask: (at: Float64Array) => Corner): void {
  const best = corners[0] as Corner;
  for (let index = 1; index < corners.length; index += 1) {
    const { at } = corners[index] as Corner;
    corners[index] = ask(at.map((value, axis) => (value + (best.at[axis] ?? 0)) / 2));
  }
  corners.sort(byValue);
}
