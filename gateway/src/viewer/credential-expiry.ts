import type { Caller } from './read-viewer.ts';

/** False from the moment on that the caller's credential has expired. */
export const isGood = ({ expiresAt }: Caller, nowMs: number): boolean =>
  expiresAt === null || expiresAt.getTime() > nowMs;

/** Node takes a longer delay for none at all. */
const longestTimeoutMs = 2 ** 31 - 1;

/** Calls back when the credential expires, however far away that is. Returns how to call it off. */
export function whenExpired(
  { expiresAt }: Caller,
  nowMs: () => number,
  expire: () => void,
): () => void {
  if (expiresAt === null) return () => undefined;
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const leftMs = expiresAt.getTime() - nowMs();
    timer = setTimeout(
      leftMs > longestTimeoutMs ? wait : expire,
      Math.max(0, Math.min(leftMs, longestTimeoutMs)),
    );
    timer.unref();
  };
  wait();
  return () => clearTimeout(timer);
}
