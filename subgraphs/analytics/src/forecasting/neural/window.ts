import { monthPlace, type MonthPlace, placeCount } from './month-place.ts';
import type { NetShape } from './net-shape.ts';

/** The past that a net is shown: `values[from]` to `values[end - 1]`. NaN where nothing is known. */
export type Past = {
  readonly values: ArrayLike<number>;
  /** First day of the period of `values[0]`, in days since 1970. */
  readonly startDay: number;
  readonly from: number;
  readonly end: number;
};

/** What a net's numbers are told against: a value is level + spread * number. A constant past has no spread, and stays what it is. */
export type Scale = { readonly level: number; readonly spread: number };

/** Fewer known values than this say nothing worth a net. */
const leastKnown = 4;

/**
 * Writes what the net sees of a past into `inputs` (`inputCount` of them, all written): the window's values against its own level and
 * spread, so that neither the unit nor the size of a business shows; which of them are known; the echo; the summary. Null when
 * too little is known in the window.
 */
export function encodeWindow(past: Past, shape: NetShape, inputs: Float32Array): Scale | null {
  const first = past.end - shape.window;
  const known = knownWithin(past, first, past.end);
  if (known.length < leastKnown) return null;
  const recent = knownWithin(past, past.end - shape.recent, past.end);
  const level = mean(recent.length > 0 ? recent : known);
  const spread = meanDistance(known, level);
  const scale = { level, spread: spread || 1 };
  let at = writeSlots(past, { first, count: shape.window, scale }, inputs, 0);
  if (shape.echo !== null) {
    const echoed = { first: past.end - shape.echo, count: shape.horizon, scale };
    at = writeSlots(past, echoed, inputs, at);
  }
  if (shape.monthly !== null) at = writeMonthly(past, shape, scale, inputs.subarray(at)) + at;
  inputs[at] = Math.asinh(level / scale.spread) / 4;
  inputs[at + 1] = known.length / shape.window;
  inputs[at + 2] = Math.asinh(meanDistance(recent, level) / scale.spread);
  return { level, spread };
}

type Slots = { readonly first: number; readonly count: number; readonly scale: Scale };

/** Values, then for each whether it is known. Gives the place after them. */
function writeSlots(past: Past, slots: Slots, inputs: Float32Array, at: number): number {
  for (let slot = 0; slot < slots.count; slot += 1) {
    const value = valueAt(past, slots.first + slot);
    const isKnown = Number.isFinite(value);
    const told = isKnown ? (value - slots.scale.level) / slots.scale.spread : 0;
    inputs[at + slot] = compress(told);
    inputs[at + slots.count + slot] = isKnown ? 1 : 0;
  }
  return at + 2 * slots.count;
}

/**
 * For each period to forecast, the mean of what came at the same place of earlier months: counted from the start, then from the end.
 * Nothing known counts as the level. Gives how many it wrote.
 */
function writeMonthly(past: Past, shape: NetShape, scale: Scale, inputs: Float32Array): number {
  const first = Math.max(past.from, past.end - (shape.monthly ?? 0));
  const starts = { sums: new Float64Array(placeCount), counts: new Float64Array(placeCount) };
  const ends = { sums: new Float64Array(placeCount), counts: new Float64Array(placeCount) };
  for (let index = first; index < past.end; index += 1) {
    const value = valueAt(past, index);
    if (!Number.isFinite(value)) continue;
    const { fromStart, fromEnd } = placeOf(past, shape, index);
    const told = compress((value - scale.level) / scale.spread);
    tally(starts, fromStart, told);
    tally(ends, fromEnd, told);
  }
  for (let period = 0; period < shape.horizon; period += 1) {
    const { fromStart, fromEnd } = placeOf(past, shape, past.end + period);
    inputs[period] = meanAt(starts, fromStart);
    inputs[shape.horizon + period] = meanAt(ends, fromEnd);
  }
  return 2 * shape.horizon;
}

const placeOf = ({ startDay }: Past, { grain }: NetShape, index: number): MonthPlace =>
  monthPlace(grain, startDay + (grain === 'WEEK' ? 7 * index : index));

type Tally = { readonly sums: Float64Array; readonly counts: Float64Array };

function tally({ sums, counts }: Tally, place: number, told: number): void {
  sums[place] = (sums[place] ?? 0) + told;
  counts[place] = (counts[place] ?? 0) + 1;
}

const meanAt = ({ sums, counts }: Tally, place: number): number =>
  (sums[place] ?? 0) / Math.max(1, counts[place] ?? 0);

/** Nearly itself up to 3 spreads, then growing as the logarithm: one large payment must not drown the rest. */
const compress = (told: number): number => 3 * Math.asinh(told / 3);

const valueAt = ({ values, from, end }: Past, index: number): number =>
  index >= from && index < end ? (values[index] ?? Number.NaN) : Number.NaN;

function knownWithin(past: Past, first: number, end: number): number[] {
  const known: number[] = [];
  for (let index = Math.max(first, past.from); index < end; index += 1) {
    const value = valueAt(past, index);
    if (Number.isFinite(value)) known.push(value);
  }
  return known;
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function meanDistance(values: readonly number[], from: number): number {
  let sum = 0;
  for (const value of values) sum += Math.abs(value - from);
  return values.length === 0 ? 0 : sum / values.length;
}
