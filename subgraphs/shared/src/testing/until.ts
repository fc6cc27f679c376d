import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Looks again and again until there is something, and gives it.
 * @throws Error after `limitMs`: a busy machine is slow, and what is wrong stays wrong
 */
export async function until<T>(
  look: () => T | Promise<T>,
  limitMs = 60_000,
): Promise<Exclude<T, null | undefined | false>> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (isThere(found)) return found;
    if (performance.now() > end) throw new Error(`It did not come to hold within ${limitMs} ms`);
    await sleep(10);
  }
}

const isThere = <T>(found: T): found is Exclude<T, null | undefined | false> =>
  found !== null && found !== undefined && found !== false;
