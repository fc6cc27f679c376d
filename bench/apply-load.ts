import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

export type Load = {
  readonly url: string;
  readonly body: object;
  /** One caller a connection, so that equal questions are not of one caller. */
  readonly tokens: readonly string[];
  readonly seconds: number;
  /** To be answered at least, however long that takes. Left out: none. */
  readonly requests?: number;
};

export type Counted = {
  readonly answered: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

/**
 * Asks as load.ts does, in a process of its own.
 * @throws Error when an answer was refused or held errors
 */
export async function applyLoad(load: Load): Promise<Counted> {
  const script = resolve(import.meta.dirname, 'load.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(load)]);
  return JSON.parse(stdout) as Counted;
}
