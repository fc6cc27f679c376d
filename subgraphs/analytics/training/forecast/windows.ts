import type { Grain } from '../../src/forecasting/series.ts';
import { dayNumber } from '../../src/forecasting/neural/month-place.ts';
import { inputCount, type NetShape } from '../../src/forecasting/neural/net-shape.ts';
import { encodeWindow } from '../../src/forecasting/neural/window.ts';
import { between, type Chance, pick } from './chance.ts';
import { addPeriods } from '../../src/forecasting/grains.ts';
import type { LearningSeries } from './learning-series.ts';
import type { Wanted } from './loss.ts';
import { vary } from './vary.ts';

export type Batch = { readonly inputs: Float32Array; readonly wanted: Wanted };

/** How often each collection is drawn from, where not all alike: those nearest to a business's own figures more often. */
const shares: Readonly<Record<string, number>> = {
  m3_train: 3,
  aus_retail_train: 2.5,
  uk_spend_monthly: 2.5,
  m1: 1.5,
  pbs_cost: 0.5,
  tsdl_econ: 0.5,
  uk_spend_weekly: 4,
  m4_weekly: 2,
  synthetic: 1,
};

/** Gives batches of `rows` windows, each from a series, a point and a length of past drawn by chance. Never ends. */
export function windowsOf(
  series: readonly LearningSeries[],
  shape: NetShape,
  { chance, rows }: { readonly chance: Chance; readonly rows: number },
): () => Batch {
  const sources = [...Map.groupBy(series, ({ source }) => source)];
  const weights = sources.map(([source]) => shares[source] ?? 1);
  const drawSeries = (): LearningSeries =>
    cropped(pick(chance, sources[drawIndex(chance, weights)]?.[1] ?? []), chance);
  return () => {
    const batch = emptyBatch(shape, rows);
    for (let row = 0; row < rows; ) {
      const drawn = drawSeries();
      const values = vary(drawn.values, () => drawSeries().values, chance);
      const startDay = drawn.start === null ? anyDay(chance) : dayNumber(drawn.start);
      if (fillRow(batch, row, { values, startDay, shape, chance })) row += 1;
    }
    return batch;
  };
}

/** Of a long series some part, in which there is still a past beyond the window: the rest would be varied for nothing. */
function cropped(series: LearningSeries, chance: Chance): LearningSeries {
  const { values, start, grain } = series;
  if (values.length <= longest) return series;
  const first = Math.floor(chance() * (values.length - longest + 1));
  return {
    ...series,
    start: start === null ? null : addPeriods(start, grain, first),
    values: values.slice(first, first + longest),
  };
}

const longest = 900;

function drawIndex(chance: Chance, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = chance() * total;
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) < 0),
  );
}

const emptyBatch = (shape: NetShape, rows: number): Batch => ({
  inputs: new Float32Array(rows * inputCount(shape)),
  wanted: {
    told: new Float32Array(rows * shape.horizon),
    counts: new Float32Array(rows * shape.horizon),
  },
});

/** A Monday of forty years: the place in a month is to mean nothing where no date is known. */
const anyDay = (chance: Chance): number => 7 * Math.floor(chance() * 2087) + 4;

type Draw = {
  readonly values: readonly number[];
  readonly startDay: number;
  readonly shape: NetShape;
  readonly chance: Chance;
};

/** False when the draw was no use: nothing known before or after the point. */
function fillRow({ inputs, wanted }: Batch, row: number, draw: Draw): boolean {
  const { values, startDay, shape, chance } = draw;
  const end = 4 + Math.floor(chance() * (values.length - 4));
  const from = chance() < 0.5 ? 0 : Math.max(0, end - drawLength(shape, chance));
  const size = inputCount(shape);
  const into = inputs.subarray(row * size, (row + 1) * size);
  const scale = encodeWindow({ values, startDay, from, end }, shape, into);
  if (scale === null || scale.spread === 0) return false;
  const count = countOf(values.slice(from, end), shape.season, scale.spread);
  let known = 0;
  for (let period = 0; period < shape.horizon; period += 1) {
    const value = values[end + period] ?? Number.NaN;
    const isKnown = Number.isFinite(value);
    const place = row * shape.horizon + period;
    const told = isKnown ? (value - scale.level) / scale.spread : 0;
    wanted.told[place] = Math.max(-farthest, Math.min(farthest, told));
    wanted.counts[place] = isKnown ? count : 0;
    known += isKnown ? 1 : 0;
  }
  return known > 0;
}

/** In spreads: a value farther off teaches no more than this. */
const farthest = 8;

/** Half of the shortened pasts are very short: that is where a net trained on others has most to give. */
const drawLength = (shape: NetShape, chance: Chance): number =>
  Math.round(4 + between(chance, 0, 1) ** 1.5 * shape.window * 1.2);

/**
 * How much a miss of one spread counts: the spread against the seasonal naive error of the past, which is what forecasts are
 * scored by. Held between 0.2 and 3, so that no near-constant series rules the net.
 */
function countOf(past: readonly number[], season: number, spread: number): number {
  const error = naiveError(past, season) ?? naiveError(past, 1);
  if (error === null || error === 0) return 1;
  return Math.max(0.2, Math.min(3, spread / error));
}

/** Mean absolute difference from the value `lag` periods before, over what is known; null with fewer than 3 of them. */
export function naiveError(values: readonly number[], lag: number): number | null {
  let sum = 0;
  let count = 0;
  for (let index = lag; index < values.length; index += 1) {
    const miss = Math.abs((values[index] ?? Number.NaN) - (values[index - lag] ?? Number.NaN));
    if (!Number.isFinite(miss)) continue;
    sum += miss;
    count += 1;
  }
  return count < 3 ? null : sum / count;
}

export const ofGrain = (series: readonly LearningSeries[], grain: Grain): LearningSeries[] =>
  series.filter((one) => one.grain === grain && one.values.filter(Number.isFinite).length >= 10);
