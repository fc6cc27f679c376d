import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readLearningSeries } from '../../training/forecast/read-series.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

const unit = 'leeds|unit|parks';
const monthly = {
  set: 'uk_monthly',
  id: unit,
  season: 12,
  start: '2020-01-01',
  history: upTo(12),
  future: [70, 71, 72, 73, 74, 75],
};
const weekly = { ...monthly, set: 'm4_weekly', id: 'W1', season: 52, start: '2000-01-03' };

let folder: string;

async function write(path: string, content: unknown): Promise<void> {
  await writeFile(join(folder, 'series', `${path}.json.gz`), gzipSync(JSON.stringify(content)));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'series-'));
  await mkdir(join(folder, 'series/training'), { recursive: true });
  await write('tasks', [monthly, weekly]);
  await write('training/m1', [
    { id: 'M', freq: 12, start: [1980, 1], x: [1, 2], xx: [3] },
    { id: 'Q', freq: 4, start: [1980, 1], x: [1, 2], xx: [3] },
  ]);
  await write('training/tsdl_econ', [{ id: 9, freq: 52, x: [1, 'NA', null, 4] }]);
  for (const source of ['m3_train', 'aus_retail_train', 'pbs_cost', 'uk_spend_weekly'])
    await write(`training/${source}`, []);
  await write('training/uk_spend_monthly', [
    { id: unit, start: '2020-01', freq: 12, x: [...upTo(12), ...monthly.future] },
  ]);
  await write('training/uk_spend_daily', [
    { id: unit, start: '2020-12-30', freq: 7, x: [5, 6, 7, 8] },
  ]);
});

afterAll(() => rm(folder, { recursive: true }));

describe('what there is to learn from', () => {
  it('is read from the collections, quarters left aside, what is unknown as NaN', async () => {
    const series = await readLearningSeries(folder);
    const valuesOf = (id: string) => series.filter((one) => one.id === id).map((one) => one.values);
    expect(valuesOf('M')).toEqual([[1, 2, 3]]);
    expect(valuesOf('Q')).toEqual([]);
    expect(valuesOf('9')).toEqual([[1, Number.NaN, Number.NaN, 4]]);
    expect(valuesOf('W1')).toEqual([weekly.history]);
  });

  it('holds nothing of a future, in any grain', async () => {
    const series = await readLearningSeries(folder);
    const own = series.filter(({ id }) => id === unit).map(({ grain, values }) => [grain, values]);
    expect(own).toEqual([
      ['MONTH', monthly.history],
      ['DAY', [5, 6]],
    ]);
  });

  it('is refused when a future stands in a collection without dates', async () => {
    const leaky = { id: 'W1', freq: 52, x: [...weekly.history, ...weekly.future] };
    await write('training/tsdl_econ', [leaky]);
    await expect(readLearningSeries(folder)).rejects.toThrow('Futures are in the training set: W1');
    await write('training/tsdl_econ', []);
  });
});
