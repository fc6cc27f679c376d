import { seededNumbers } from '@finflow/shared/seeded-numbers';

/** A stream of choices that one number determines: the same seed makes the same world and the same operations everywhere. */
export type Random = {
  /** A whole number from 0 to `below` - 1. */
  readonly int: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  /** @throws Error when there is nothing to pick from */
  readonly pick: <T>(from: readonly T[]) => T;
  /** Between `least` and all of them, in their order. */
  readonly some: <T>(from: readonly T[], least?: number) => T[];
};

export function createRandom(seed: number): Random {
  const next = seededNumbers(seed);
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(from: readonly T[]): T => {
    const [picked] = from.slice(int(from.length));
    if (picked === undefined) throw new Error('There is nothing to pick from');
    return picked;
  };
  const some = <T>(from: readonly T[], least = 0): T[] => {
    const wanted = least + int(from.length - least + 1);
    const chosen = new Set<T>();
    while (chosen.size < wanted) chosen.add(pick(from));
    return from.filter((item) => chosen.has(item));
  };
  return { int, chance: (probability) => next() < probability, pick, some };
}

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
