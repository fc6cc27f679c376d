import { setTimeout as sleep } from 'node:timers/promises';

/** A wake-up that is not lost when it comes before the wait: who waits says what was already seen. */
export interface Bell {
  /** How often it has rung. */
  readonly count: () => number;
  ring(): void;
  /** Resolves at the first ring after `seen`, or after `timeoutMs`. */
  wait(seen: number, timeoutMs: number): Promise<void>;
}

export function createBell(): Bell {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    count: () => count,
    ring: () => {
      count += 1;
      for (const wake of waiting) wake();
    },
    wait: (seen, timeoutMs) =>
      new Promise((resolve) => {
        if (count > seen) return resolve();
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        waiting.add(wake);
      }),
  };
}

export interface Backoff {
  readonly firstMs: number;
  readonly capMs: number;
}

/** How long to wait before the attempt after `attempt` (from 1): doubling, with up to half taken off by chance. */
export function backoffMs(attempt: number, { firstMs, capMs }: Backoff): number {
  const full = Math.min(capMs, firstMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(full * (1 - Math.random() / 2));
}

/** Waits, or until the signal aborts; never rejects. */
export async function pauseFor(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
}

/**
 * How long to sleep between looks: almost not at all after something happened, doubling up to `capMs` in
 * silence. So a row that an older transaction still hides is found a moment after it shows.
 */
export function createPace(capMs: number, firstMs = 2) {
  let nextMs = firstMs;
  return {
    hurry: () => {
      nextMs = firstMs;
    },
    next: () => {
      const ms = nextMs;
      nextMs = Math.min(capMs, nextMs * 2);
      return ms;
    },
  };
}
