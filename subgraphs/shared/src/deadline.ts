import { AsyncLocalStorage } from 'node:async_hooks';

/** Milliseconds that a call may still take, as the gateway hands them to subgraphs: a span, because clocks of machines differ. */
export const deadlineHeader = 'x-finflow-deadline-ms';

const storage = new AsyncLocalStorage<number | null>();

/** Runs `work` so that whatever it waits for knows until when an answer is of use (milliseconds since 1970; null: no end). */
export const withDeadline = <T>(deadlineAtMs: number | null, work: () => T): T =>
  storage.run(deadlineAtMs, work);

/** Milliseconds left to the work that runs, at least 0; null without a deadline. */
export function remainingMs(): number | null {
  const deadlineAtMs = storage.getStore() ?? null;
  return deadlineAtMs === null ? null : Math.max(0, deadlineAtMs - Date.now());
}

/** What `work` gives, or what `late` makes of it when that comes first; `work` itself runs on, and nobody hears of its end. */
export async function withinMs<T, L>(ms: number, work: Promise<T>, late: () => L): Promise<T | L> {
  const { promise: timeOver, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, Math.max(0, ms));
  try {
    return await Promise.race([work, timeOver.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}

/** When the call of these headers ends, milliseconds since 1970; null when it has no end or the text is no number. */
export function readDeadline(text: string | undefined, nowMs: number): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? nowMs + Number(text) : null;
}
