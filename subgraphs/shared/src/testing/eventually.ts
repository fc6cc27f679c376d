import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until the expectation holds; after `limitMs` fails with what was wrong last. */
export async function eventually(
  expectation: () => void | Promise<void>,
  limitMs = 60_000,
): Promise<void> {
  const end = performance.now() + limitMs;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(10);
    }
  }
}
