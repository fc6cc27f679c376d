import { setTimeout as sleep } from 'node:timers/promises';

const askEveryMs = 50;

/**
 * Asks until there is an answer.
 * @throws Error naming what was waited for, after `limitMs`
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null>,
  limitMs = 60_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
    await sleep(askEveryMs);
  }
}
