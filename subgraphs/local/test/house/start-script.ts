import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { until } from '../../src/demo/until.ts';

const root = resolve(import.meta.dirname, '../../../..');
const withinMs = 150_000;

export type Script = {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Waits until the text stands in the output; rejects when the script ended before. */
  says(text: string): Promise<void>;
  /** Waits for its end; gives its exit code. */
  ended(): Promise<number | null>;
};

/** Runs one of the scripts behind `npm start` and `npm run reset`, as npm does. */
export function runScript(name: 'start' | 'reset', env: Record<string, string>): Script {
  const child = spawn(process.execPath, [join(root, `subgraphs/local/bin/${name}.mjs`)], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close');
  return {
    process: child,
    output: () => output,
    says: async (text) => {
      await until(
        `"${text}"`,
        () => {
          if (output.includes(text)) return Promise.resolve(true);
          return child.exitCode === null
            ? Promise.resolve(null)
            : Promise.reject(new Error(output));
        },
        withinMs,
      );
    },
    ended: async () => {
      await closed;
      return child.exitCode;
    },
  };
}

/** The process that runs the house on the folder, and that of its Postgres. */
export const houseProcess = (folder: string): number => numberIn(join(folder, 'lock'));
export const postgresProcess = (folder: string): number =>
  numberIn(join(folder, 'postgres/postmaster.pid'));

const numberIn = (file: string): number =>
  existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;

/** Resolves when there is no such process any more. */
export const untilGone = (pid: number) =>
  until(`the end of process ${pid}`, () => Promise.resolve(isAlive(pid) ? null : true), 30_000);

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false; // No such process.
  }
}
