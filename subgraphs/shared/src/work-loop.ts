import { log } from './log.ts';

export type WorkLoop = {
  /** There may be something to do: look now. */
  wake(): void;
  /** Ends after the round in hand. */
  close(): Promise<void>;
};

export type WorkLoopOptions = {
  readonly name: string;
  /** How long to wait after a round that found nothing. */
  readonly pollMs: number;
  /** How long after one that failed: longer, so that a database that is down isn't hammered. Default `pollMs`. */
  readonly pollAfterFaultMs?: number;
  /** Does what waits; returns how much it did, so that a full plate is followed by another look at once. */
  readonly round: () => Promise<number>;
};

/** Repeats a round of work until it is closed. A round that fails is logged, and tried again after the pause. */
export function startWorkLoop({
  name,
  pollMs,
  pollAfterFaultMs = pollMs,
  round,
}: WorkLoopOptions): WorkLoop {
  let isClosing = false;
  let isAwake = false;
  let rouse = () => {};

  async function pause(ms: number): Promise<void> {
    if (isAwake || isClosing) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    while (!isClosing) {
      isAwake = false;
      const done = await attempt(name, round);
      if (done === null) await pause(pollAfterFaultMs);
      else if (done === 0) await pause(pollMs);
    }
  }

  const running = run();
  const wake = () => {
    isAwake = true;
    rouse();
  };
  return {
    wake,
    close: () => {
      isClosing = true;
      wake();
      return running;
    },
  };
}

/** Null when it failed. */
async function attempt(name: string, round: () => Promise<number>): Promise<number | null> {
  try {
    return await round();
  } catch (error) {
    log.error('a round of work failed, it is tried again', { work: name, error });
    return null;
  }
}
