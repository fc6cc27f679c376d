const longestWaitMs = 20_000;

/**
 * Doubles from half a second up to twenty, with jitter so that a restarted server is not met by everybody at once. A browser that comes
 * online again does not wait.
 */
export function waitBeforeRetry(retries: number): Promise<void> {
  const ceilingMs = Math.min(500 * 2 ** retries, longestWaitMs);
  const { promise, resolve } = Promise.withResolvers<void>();
  const wake = () => resolve();
  const timer = setTimeout(wake, ceilingMs / 2 + (Math.random() * ceilingMs) / 2);
  addEventListener('online', wake);
  return promise.finally(() => {
    clearTimeout(timer);
    removeEventListener('online', wake);
  });
}
