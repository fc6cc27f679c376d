import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Grain, Series } from '@finflow/analytics/forecasting/series';

/** One thing to forecast, with what came true. Read from the data's folder, which is no part of the project. */
export type Task = {
  readonly set: string;
  readonly id: string;
  readonly season: number;
  readonly start: string;
  readonly history: readonly number[];
  readonly future: readonly number[];
};

/** What another way of forecasting said of a task; null where it gave no answer. */
export type PeerForecast = {
  readonly mean: readonly number[];
  readonly lower80: readonly number[];
  readonly upper80: readonly number[];
};
export type PeerForecasts = {
  readonly set: string;
  readonly id: string;
  readonly forecasts: Readonly<Record<string, PeerForecast | null>>;
};

export const readTasks = (folder: string): readonly Task[] =>
  readGzipped<Task[]>(join(folder, 'series/tasks.json.gz'));
export const readPeers = (folder: string): readonly PeerForecasts[] =>
  readGzipped<PeerForecasts[]>(join(folder, 'series/peers.json.gz'));

/** What the forecaster is given of a task: its history and nothing else but the country, which a business's books know. */
export function toSeries({
  set,
  season,
  start,
  history,
}: Pick<Task, 'set' | 'season' | 'start' | 'history'>): Series {
  return {
    grain: toGrain(season),
    start,
    values: history,
    isNonNegative: history.every((value) => value >= 0),
    country: set.startsWith('uk_') ? 'GB' : undefined,
  };
}

/** The rolling origin inside a history: the same task as of `steps` periods earlier, with what the history says came then. */
export function earlier(task: Task, steps: number): Task {
  const known = Math.max(0, task.history.length - steps);
  return {
    ...task,
    history: task.history.slice(0, known),
    future: task.history.slice(known, known + task.future.length),
  };
}

function toGrain(season: number): Grain {
  if (season === 12) return 'MONTH';
  return season === 52 ? 'WEEK' : 'DAY';
}

const readGzipped = <T>(path: string): T =>
  JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as T;
