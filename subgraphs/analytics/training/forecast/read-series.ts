import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Grain } from '../../src/forecasting/series.ts';
import { keepApart, findLeaks } from './keep-apart.ts';
import { grainOf, type LearningSeries, ownerOf, type Task } from './learning-series.ts';

/** A series as the collections write it: each has its own way with dates and frequencies. */
type Written = {
  readonly id: string | number;
  readonly freq?: number;
  readonly start?: unknown;
  readonly x: readonly unknown[];
  /** The competition's test part, where it is given. Only that of M1, which no task comes from. */
  readonly xx?: readonly unknown[];
};

const collections: readonly { readonly source: string; readonly grain?: Grain }[] = [
  { source: 'm1' },
  { source: 'm3_train' },
  { source: 'tsdl_econ' },
  { source: 'aus_retail_train', grain: 'MONTH' },
  { source: 'pbs_cost', grain: 'MONTH' },
  { source: 'uk_spend_monthly', grain: 'MONTH' },
  { source: 'uk_spend_weekly', grain: 'WEEK' },
  { source: 'uk_spend_daily', grain: 'DAY' },
];

/**
 * Everything there is to learn from in the data's `folder` (its `series/training` and the histories of tasks that no collection holds), kept
 * apart from the futures of `tasks.json.gz`. Throws when some of a future is left in it.
 */
export async function readLearningSeries(folder: string): Promise<LearningSeries[]> {
  const tasks = await readTasks(folder);
  const read = await Promise.all(collections.map((each) => readCollection(folder, each)));
  const kept = keepApart([...read.flat(), ...historiesOf(tasks, 'm4_weekly')], tasks);
  const leaks = findLeaks(kept, tasks);
  if (leaks.length > 0)
    throw new Error(`Futures are in the training set: ${leaks.map(({ id }) => id).join(', ')}`);
  return kept;
}

async function readTasks(folder: string): Promise<Task[]> {
  const tasks: Task[] = await readPacked(join(folder, 'series/tasks.json.gz'));
  return tasks;
}

async function readPacked<T>(path: string): Promise<T> {
  return JSON.parse(gunzipSync(await readFile(path)).toString('utf8'));
}

const grains: Readonly<Record<number, Grain>> = { 12: 'MONTH', 52: 'WEEK', 7: 'DAY' };

async function readCollection(
  folder: string,
  { source, grain }: (typeof collections)[number],
): Promise<LearningSeries[]> {
  const written: Written[] = await readPacked(join(folder, 'series/training', `${source}.json.gz`));
  return written.flatMap((one) => {
    const found = grain ?? grains[one.freq ?? 0];
    if (found === undefined) return [];
    const id = String(one.id);
    const values = [...one.x, ...(one.xx ?? [])].map(numberOrUnknown);
    return [{ source, id, owner: ownerOf(id), grain: found, start: dateOf(one.start), values }];
  });
}

/** The collections write an unknown value as text or null. */
const numberOrUnknown = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;

/** Dates are written as a day or as a month; the competitions' years and periods are not needed, as they share no owner. */
function dateOf(start: unknown): string | null {
  if (typeof start !== 'string') return null;
  return start.length === 7 ? `${start}-01` : start;
}

/** Their dates are made up. */
const historiesOf = (tasks: readonly Task[], set: string): LearningSeries[] =>
  tasks
    .filter((task) => task.set === set)
    .map((task) => ({
      source: set,
      id: task.id,
      owner: ownerOf(task.id),
      grain: grainOf(task),
      start: null,
      values: task.history,
    }));
