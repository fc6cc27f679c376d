import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

/** Of each room. The script takes more, to look longer. */
const runs = 60;

it.each(['auth', 'payments', 'accounting', 'analytics'])(
  'answers what graphql-js answers, for random operations on %s',
  async (room) => {
    const script = `${import.meta.dirname}/execution/compare.ts`;
    const compared = promisify(execFile)(process.execPath, [script, room, String(runs)]);
    const { stdout } = await compared.catch((error: Error & { readonly stdout?: string }) => {
      throw new Error(`They differ: ${error.stdout?.slice(0, 20_000)}`, { cause: error });
    });
    expect(Number(stdout)).toBeGreaterThan(runs / 8); // So many had data to compare.
  },
  120_000, // A process of its own, with a schema built anew for each operation.
);
