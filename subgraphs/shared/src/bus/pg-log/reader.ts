import { performance } from 'node:perf_hooks';
import { log } from '../../log.ts';
import type { Following, Subscribed } from '../message-log.ts';
import { backoffMs, type Bell, createPace, pauseFor } from '../wait.ts';
import { type LogRow, toMessage } from './queries.ts';

/** Where a reader's rows come from: a group's session with its leases, or a cursor in memory. */
export interface Source {
  /** Called now and then between batches. */
  balance(): Promise<void>;
  fetch(): Promise<readonly LogRow[]>;
  commit(rows: readonly LogRow[]): Promise<void>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** For the log: which group it reads for, or that it reads alone. */
  readonly name: string;
  readonly handle: Following['handle'];
  readonly bell: Bell;
  readonly pollMs: number;
  /** Opens a source; again after its connection was lost. */
  readonly open: () => Promise<Source>;
}

const balanceEveryMs = 500;
const retry = { firstMs: 50, capMs: 5_000 };

/** Reads batch after batch, one at a time: what is not fetched waits in the database, not in memory. */
export async function startReader({
  name,
  handle,
  bell,
  pollMs,
  open,
}: ReaderOptions): Promise<Subscribed> {
  const closing = new AbortController();
  const { signal } = closing;
  const pace = createPace(pollMs);
  let paused = false;
  const isPaused = () => paused;
  let source: Source | undefined = await open();
  let balancedAt = performance.now();

  async function step(current: Source): Promise<void> {
    if (performance.now() - balancedAt > balanceEveryMs) {
      await current.balance();
      balancedAt = performance.now();
    }
    const seen = bell.count();
    const rows = isPaused() ? [] : await current.fetch();
    // What a fetch under way at the pause has brought is left unread: nothing was committed, so it comes again.
    if (rows.length === 0 || isPaused()) return listen(seen);
    pace.hurry();
    await handleAll(rows);
    await current.commit(rows);
  }

  async function listen(seen: number): Promise<void> {
    await bell.wait(seen, paused ? pollMs : pace.next());
    if (bell.count() > seen) pace.hurry();
  }

  /** Repeats until the handler succeeds: skipping would lose, going on would break the order. */
  async function handleAll(rows: readonly LogRow[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await handle(rows.map(toMessage));
      } catch (error) {
        log.warn('batch failed, it comes again', { group: name, attempt, error });
        if (signal.aborted) throw error;
        await pauseFor(backoffMs(attempt, retry), signal);
        if (signal.aborted) throw error;
      }
    }
  }

  async function run(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        source ??= await open();
        await step(source);
        failures = 0;
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        log.warn('event log reader lost its connection', { group: name, error });
        await source?.close();
        source = undefined;
        await pauseFor(backoffMs(failures, retry), signal);
      }
    }
    await source?.close();
  }

  const running = run();
  return {
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      bell.ring();
    },
    close: async () => {
      closing.abort();
      bell.ring();
      await running;
    },
  };
}
