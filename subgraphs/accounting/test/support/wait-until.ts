import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until something is so. */
export async function waitUntil(isSo: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not become so in time.');
    await pause(20);
  }
}
