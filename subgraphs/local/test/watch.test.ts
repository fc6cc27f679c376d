import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@finflow/shared/testing/free-port';
import { until } from '../src/demo/until.ts';
import { postgresProcess, untilGone } from './house/start-script.ts';

const withinMs = 100_000;
let folder: string;
let sources: string;
let watcher: ChildProcess;
let output = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'finflow-watch-'));
  sources = mkdtempSync(join(tmpdir(), 'finflow-sources-'));
  // As `npm run dev` runs it, but watching a folder of the test's own instead of this project's sources.
  watcher = spawn(
    process.execPath,
    [`--watch-path=${sources}`, '--watch-preserve-output', 'subgraphs/local/src/main.ts'],
    {
      cwd: resolve(import.meta.dirname, '../../..'),
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: String(await freePort()),
        FINFLOW_DATA: folder,
        FINFLOW_DEMO: 'off',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const stream of [watcher.stdout, watcher.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
});
afterAll(async () => {
  const postgres = postgresProcess(folder);
  const ended = once(watcher, 'exit');
  watcher.kill('SIGTERM');
  await ended;
  await untilGone(postgres);
  for (const made of [folder, sources]) rmSync(made, { recursive: true, force: true });
});

const starts = () => output.split('FinFlow runs').length - 1;
const started = (times: number) =>
  until(`start ${times}`, () => Promise.resolve(starts() >= times ? true : null), withinMs / 2);

it(
  'starts anew when a watched source changes, on the same data',
  async () => {
    await started(1);
    writeFileSync(join(sources, 'changed.ts'), 'export {};\n');
    await started(2);
    expect(output).not.toContain('could not start');
  },
  withinMs,
);
