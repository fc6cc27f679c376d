import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type RoomProcessOptions = {
  readonly name: string;
  /** The file that Node runs. */
  readonly main: string;
  /** Where it answers. */
  readonly url: string;
  /** All that it knows; nothing of ours is handed down. */
  readonly env: Readonly<Record<string, string>>;
  /** Its output is added here. */
  readonly logFile: string;
};

/** One room as a process of its own, that can be ended and started again on the same port. */
export type RoomProcess = {
  /**
   * Starts it and waits until it is ready.
   * @throws Error with the end of its log when it ends or is not ready in time
   */
  start(): Promise<void>;
  /** Ends it and waits; SIGKILL as a power cut would. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

const readyWithinMs = 90_000;
const askEveryMs = 100;
const logTailLength = 4_000;

/** Prepares a process; nothing runs before `start`. It never outlives this one. */
export function createRoomProcess(options: RoomProcessOptions): RoomProcess {
  let running: ChildProcess | undefined;
  process.once('exit', () => running?.kill('SIGKILL'));
  return {
    start: async () => {
      if (running) throw new Error(`${options.name} runs already`);
      running = launch(options);
      await untilReady(running, options);
    },
    kill: async (signal) => {
      const child = running;
      running = undefined;
      if (!child || hasEnded(child)) return;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

function launch({ main, env, logFile }: RoomProcessOptions): ChildProcess {
  const output = openSync(logFile, 'a');
  try {
    const path = process.env['PATH'] ?? '';
    return spawn(process.execPath, [main], {
      env: { PATH: path, ...env },
      stdio: ['ignore', output, output],
    });
  } finally {
    closeSync(output); // The child has its own.
  }
}

async function untilReady(child: ChildProcess, options: RoomProcessOptions): Promise<void> {
  const end = performance.now() + readyWithinMs;
  while (!(await isReady(options.url))) {
    if (hasEnded(child) || performance.now() > end) {
      const tail = readFileSync(options.logFile, 'utf8').slice(-logTailLength);
      throw new Error(`${options.name} did not become ready:\n${tail}`);
    }
    await sleep(askEveryMs);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // Nobody listens yet: that is the answer.
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;
