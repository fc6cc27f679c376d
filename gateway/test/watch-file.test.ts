import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import { watchFile, type FileWatch } from '../src/supergraph/watch-file.ts';

let folder: string;
let told: string[];
let watch: FileWatch | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'finflow-watch-'));
  told = [];
  watch = null;
});
afterEach(() => {
  watch?.stop();
  rmSync(folder, { recursive: true });
});

const at = (...names: string[]) => join(folder, ...names);

async function begin(file: string, first: string): Promise<void> {
  watch = watchFile(file, { onChange: async (text) => told.push(text), pollMs: 5 });
  await until(() => told.at(-1) === first);
}
const toBeTold = (text: string) => until(() => told.at(-1) === text);

it('tells what was written over the file', async () => {
  writeFileSync(at('a'), 'one');
  await begin(at('a'), 'one');
  writeFileSync(at('a'), 'two!');
  await toBeTold('two!');
  expect(told).toEqual(['one', 'two!']);
});

it('tells the file that took its place by renaming, as editors and deployments do', async () => {
  writeFileSync(at('a'), 'one');
  await begin(at('a'), 'one');
  writeFileSync(at('next'), 'two');
  renameSync(at('next'), at('a'));
  await toBeTold('two');
  expect(told).toEqual(['one', 'two']);
});

it('follows the symlinks of a mounted ConfigMap', async () => {
  for (const version of ['v1', 'v2']) {
    mkdirSync(at(version));
    writeFileSync(at(version, 'a'), version);
  }
  symlinkSync('v1', at('..data'));
  symlinkSync('..data/a', at('a'));
  await begin(at('a'), 'v1');
  symlinkSync('v2', at('..data_tmp'));
  renameSync(at('..data_tmp'), at('..data'));
  await toBeTold('v2');
  expect(told).toEqual(['v1', 'v2']);
});

it('waits for a file that is away', async () => {
  writeFileSync(at('a'), 'one');
  await begin(at('a'), 'one');
  unlinkSync(at('a'));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(told).toEqual(['one']);
  writeFileSync(at('a'), 'back again');
  await toBeTold('back again');
});

it('tells a newer file although the reader is not done with the one before', async () => {
  writeFileSync(at('a'), 'one');
  const never = new Promise<void>(() => undefined);
  watch = watchFile(at('a'), { onChange: (text) => (told.push(text), never), pollMs: 5 });
  await toBeTold('one');
  writeFileSync(at('a'), 'two!');
  await toBeTold('two!');
  expect(told).toEqual(['one', 'two!']);
});

it('reads at once when it is told to, and goes on when the reader fails', async () => {
  writeFileSync(at('a'), 'one');
  let fails = true;
  watch = watchFile(at('a'), {
    onChange: async (text) => {
      if (fails) throw new Error('not this time');
      told.push(text);
    },
    pollMs: 1_000_000,
  });
  await watch.check();
  fails = false;
  await watch.check();
  expect(told).toEqual(['one']);
});
