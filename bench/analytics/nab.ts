import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A series of the Numenta Anomaly Benchmark with the windows in which people saw something. Times in milliseconds. */
export type NabSeries = {
  readonly id: string;
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly windows: readonly (readonly [from: number, to: number])[];
};

export function readNab(folder: string): NabSeries[] {
  const packed = readFileSync(`${folder}/anomaly/nab_realAdExchange.json.gz`);
  const all: { id: string; windows: [string, string][]; rows: [string, number][] }[] = JSON.parse(
    gunzipSync(packed).toString(),
  );
  const atMs = (text: string) => Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);
  return all.map(({ id, windows, rows }) => ({
    id,
    times: rows.map(([time]) => atMs(time)),
    values: rows.map(([, value]) => value),
    windows: windows.map(([from, to]) => [atMs(from), atMs(to)]),
  }));
}

/** Nothing counts in the first part of a series: detectors learn there. */
const probation = 0.15;
const falseAlarmWeight = 0.11;

const sigmoid = (y: number): number => 2 / (1 + Math.exp(5 * y)) - 1;

/**
 * NAB's score with its standard profile (Lavin and Ahmad 2015), 0 for a detector that says nothing and 100 for one that is right at once: early in a
 * window counts most, each false alarm costs 0.11, least right behind a window. One threshold for all series, the best of those tried, as NAB does.
 */
export function nabScore(
  series: readonly NabSeries[],
  scores: readonly (readonly number[])[],
): { readonly score: number; readonly threshold: number } {
  const tried = [...new Set(scores.flat())].toSorted((a, b) => b - a).slice(0, 400);
  const windows = series.reduce((sum, one) => sum + one.windows.length, 0);
  const perfect = windows * sigmoid(-1);
  return tried
    .map((threshold) => {
      const raw = series.reduce(
        (sum, one, place) => sum + rawScore(one, scores[place] ?? [], threshold),
        0,
      );
      return { score: (100 * (raw + windows)) / (perfect + windows), threshold };
    })
    .reduce((best, one) => (one.score > best.score ? one : best), {
      score: 0,
      threshold: Infinity,
    });
}

function rawScore(series: NabSeries, scores: readonly number[], threshold: number): number {
  const begin = Math.floor(probation * scores.length);
  const alarms = series.times.filter(
    (_, place) => place >= begin && (scores[place] ?? 0) >= threshold,
  );
  const hits = series.windows.reduce((sum, [from, to]) => {
    const first = alarms.find((time) => time >= from && time <= to);
    return sum + (first === undefined ? -1 : sigmoid(-(to - first) / (to - from || 1)));
  }, 0);
  const misses = alarms
    .filter((time) => !series.windows.some(([from, to]) => time >= from && time <= to))
    .reduce((sum, time) => sum + falseAlarmWeight * sigmoid(behind(time, series)), 0);
  return hits + misses;
}

/** How far behind the window before it, in windows' lengths; far, where there is none. */
function behind(time: number, { windows }: NabSeries): number {
  const last = windows.findLast(([, to]) => to < time);
  return last ? (time - last[1]) / (last[1] - last[0] || 1) : 3;
}

/** NAB's own simple peer: how far out a value is in a normal distribution of the last 6,400, refreshed every 100. */
export function windowedGaussian(values: readonly number[]): number[] {
  let [mean, deviation] = [0, 1];
  return values.map((value, place) => {
    if (place > 0 && (place < 6_400 || place % 100 === 0)) {
      const window = values.slice(Math.max(0, place - 6_400), place);
      mean = window.reduce((sum, one) => sum + one, 0) / window.length;
      const variance = window.reduce((sum, one) => sum + (one - mean) ** 2, 0) / window.length;
      deviation = Math.sqrt(variance) || 0.000_001;
    }
    return place === 0 ? 0 : Math.abs(value - mean) / deviation;
  });
}
