import { between, type Chance } from './chance.ts';

/**
 * The series as it is, or one that it might have been: mixed with another, turned upside down, bent, growing, with gaps. The nets learn
 * from few collections, and are to meet businesses that are in none.
 */
export function vary(
  values: readonly number[],
  drawOther: () => readonly number[],
  chance: Chance,
): readonly number[] {
  let varied = values;
  if (chance() < 0.25) varied = mix(varied, drawOther(), between(chance, 0.2, 0.8));
  if (chance() < 0.15) varied = bend(varied, between(chance, 0.6, 1.6));
  if (chance() < 0.15) varied = grow(varied, between(chance, -0.6, 1.2));
  if (chance() < 0.1) varied = varied.map((value) => -value);
  if (chance() < 0.05) varied = varied.map((value) => (chance() < 0.15 ? Number.NaN : value));
  return varied;
}

/** Both at a mean size of one, ends aligned (after Ansari et al. 2024, TSMixup). */
function mix(one: readonly number[], other: readonly number[], share: number): number[] {
  const length = Math.min(one.length, other.length);
  const [a, b] = [sized(one.slice(-length)), sized(other.slice(-length))];
  return a.map((value, index) => share * value + (1 - share) * (b[index] ?? Number.NaN));
}

function sized(values: readonly number[]): number[] {
  const known = values.filter(Number.isFinite);
  const size = known.reduce((sum, value) => sum + Math.abs(value), 0) / known.length || 1;
  return values.map((value) => value / size);
}

/** Peaks made flatter or sharper; the sign stays. */
const bend = (values: readonly number[], power: number): number[] =>
  sized(values).map((value) => Math.sign(value) * Math.abs(value) ** power);

/** Times a straight line from 1 to 1 + `by`. */
const grow = (values: readonly number[], by: number): number[] =>
  values.map((value, index) => value * (1 + (by * index) / values.length));
