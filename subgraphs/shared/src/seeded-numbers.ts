/**
 * Numbers from 0 up to, not including, 1 that look random and are the same for the same seed, on every machine: mulberry32 (Tommy Ettinger, public
 * domain). Its 32 bits of state are enough for samples, simulations and made-up worlds. Never for secrets: see random.ts.
 */
export function seededNumbers(seed: number): () => number {
  // In an array, for engines make an object of a number that a closure changes, and a simulation asks a hundred thousand times.
  const state = Int32Array.of(seed);
  return () => {
    const now = ((state[0] ?? 0) + 0x6d2b79f5) | 0;
    state[0] = now;
    let mixed = Math.imul(now ^ (now >>> 15), now | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
