/**
 * Numbers from 0 up to, not including, 1 that look random and are the same for the same seed, on every machine: mulberry32 (Tommy Ettinger, public
 * domain). Its 32 bits of state are enough for samples, simulations and made-up worlds. Never for secrets: see random.ts.
 */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
