import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { dayNumber } from './day-number.ts';
import type { Ingredients, Stream, Uncertain } from './ingredients.ts';
import { average } from './issuing.ts';
import { gammaAroundOne, normal, poisson, type Generator } from './draws.ts';

export type SimulationOptions = {
  readonly paths: number;
  readonly seed: number;
  /** Variance of what is not known about the level of future invoicing, as a share of the level squared. */
  readonly levelVariance: number;
};

/** Net cash of each path, one period after the other, for bounds are looked for by period: `periods` times `paths` values. */
export type Paths = {
  readonly paths: number;
  readonly periods: number;
  readonly flows: Float64Array;
};

/**
 * Draws what may happen: each open invoice is paid in one period or in none, invoices to come arrive as a Poisson process
 * (payments of such a process, thinned by the delay, are one again) with amounts of the past. Large and few invoices make
 * intervals that no formula by mean and variance gives. The same seed gives the same paths.
 * @param periodOf the index of the period of each day after today
 */
export function simulate(
  { today, uncertain, streams, scheduled }: Ingredients,
  periodOf: Int32Array,
  { paths, seed, levelVariance }: SimulationOptions,
): Paths {
  const periods = (periodOf.at(-1) ?? -1) + 1;
  const next = seededNumbers(seed);
  const flows = new Float64Array(paths * periods);
  const planned = new Float64Array(periods);
  for (const { on, amount } of scheduled) {
    const period = periodOf[dayNumber(on) - dayNumber(today) - 1] ?? 0;
    planned[period] = (planned[period] ?? 0) + amount;
  }
  const draws: Draw[] = [];
  for (const { amount, spread, chances } of uncertain) {
    const until = cumulative(chances, periodOf, periods);
    const sure = spread === 0 ? certainPeriod(until) : -1;
    if (sure < 0) draws.push({ amount, spread, until, notBefore: startsOf(until) });
    else planned[sure] = (planned[sure] ?? 0) + amount;
  }
  const pool = poolOf(streams, periodOf, periods);
  const own = new Float64Array(periods);
  for (let path = 0; path < paths; path += 1) {
    own.set(planned);
    for (const draw of draws) addUncertain(own, draw, next);
    addStreams(own, pool, gammaAroundOne(next, levelVariance), next);
    for (let period = 0; period < periods; period += 1)
      flows[period * paths + path] = own[period] ?? 0;
  }
  return { paths, periods, flows };
}

/** Sums of daily values by period. */
export function byPeriod(daily: Float64Array, periodOf: Int32Array, periods: number): Float64Array {
  const sums = new Float64Array(periods);
  for (let day = 0; day < daily.length; day += 1) {
    const period = periodOf[day] ?? 0;
    sums[period] = (sums[period] ?? 0) + (daily[day] ?? 0);
  }
  return sums;
}

function cumulative(chances: Float64Array, periodOf: Int32Array, periods: number): Float64Array {
  const sums = byPeriod(chances, periodOf, periods);
  for (let period = 1; period < periods; period += 1) {
    sums[period] = (sums[period] ?? 0) + (sums[period - 1] ?? 0);
  }
  return sums;
}

/** The period in which it comes for sure, with no need to draw; -1 when it may come in several, or not at all. */
const certainPeriod = (until: Float64Array): number => {
  const first = until.findIndex((chance) => chance > 1e-9);
  return (until[first] ?? 0) > 1 - 1e-9 ? first : -1;
};

type Draw = Pick<Uncertain, 'amount' | 'spread'> & {
  /** Chance of having come by the end of each period. */
  readonly until: Float64Array;
  readonly notBefore: Uint16Array;
};

/** So many equal stretches of chance know their first period: a thousand paths would else look through a month of days for each invoice. */
const stretches = 64;

/** For each stretch of chance the first period in which what is drawn there may come. */
function startsOf(until: Float64Array): Uint16Array {
  const starts = new Uint16Array(stretches);
  let period = 0;
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    while (period < until.length && (until[period] ?? 1) <= stretch / stretches) period += 1;
    starts[stretch] = period;
  }
  return starts;
}

function addUncertain(
  flows: Float64Array,
  { amount, spread, until, notBefore }: Draw,
  next: Generator,
): void {
  const drawn = next();
  const factor = spread > 0 ? Math.max(0, 1 + spread * normal(next)) : 1;
  let period = notBefore[Math.floor(drawn * stretches)] ?? 0;
  while (period < until.length && drawn >= (until[period] ?? 1)) period += 1;
  if (period < until.length) flows[period] = (flows[period] ?? 0) + amount * factor;
}

/** The streams as one: how many events a period on average, and what one may bring. */
type Pool = {
  readonly counts: Float64Array;
  /** Equally likely amounts of one event, ascending. */
  readonly amounts: Float64Array;
  /** What makes the mean of a period that of its own streams. */
  readonly scale: Float64Array;
  readonly mean: number;
  readonly deviation: number;
};

/** So many amounts stand for all that were seen: drawing from them takes no search. */
const amountsApart = 500;

function poolOf(streams: readonly Stream[], periodOf: Int32Array, periods: number): Pool {
  const counts = new Float64Array(periods);
  const expected = new Float64Array(periods);
  const weighted: { amount: number; weight: number }[] = [];
  for (const stream of streams) {
    const sums = byPeriod(stream.expected, periodOf, periods);
    const usual = average(stream.amounts);
    if (usual === 0) continue;
    sums.forEach((sum, period) => {
      counts[period] = (counts[period] ?? 0) + sum / usual;
      expected[period] = (expected[period] ?? 0) + sum;
    });
    const weight = sums.reduce((a, b) => a + b, 0) / usual / stream.amounts.length;
    for (const amount of stream.amounts) weighted.push({ amount, weight });
  }
  const amounts = quantilesOf(weighted);
  const mean = average(amounts);
  const squares = amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0);
  return {
    counts,
    amounts,
    scale: expected.map((value, period) => value / ((counts[period] ?? 0) * mean || 1)),
    mean,
    deviation: Math.sqrt(squares / amountsApart),
  };
}

/** The amounts at the middles of `amountsApart` equal shares of the weight. */
function quantilesOf(weighted: { amount: number; weight: number }[]): Float64Array {
  weighted.sort((a, b) => a.amount - b.amount);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const amounts = new Float64Array(amountsApart);
  let [index, until] = [0, weighted[0]?.weight ?? 0];
  for (let share = 0; share < amountsApart; share += 1) {
    const wanted = ((share + 0.5) / amountsApart) * total;
    while (until < wanted && index < weighted.length - 1) {
      index += 1;
      until += weighted[index]?.weight ?? 0;
    }
    amounts[share] = weighted[index]?.amount ?? 0;
  }
  return amounts;
}

/** Above so many events their sum is drawn at once, as normal. */
const oneByOne = 20;

function addStreams(
  flows: Float64Array,
  { counts, amounts, scale, mean, deviation }: Pool,
  level: number,
  next: Generator,
): void {
  for (let period = 0; period < counts.length; period += 1) {
    const count = poisson(next, (counts[period] ?? 0) * level);
    let sum = 0;
    if (count > oneByOne) {
      sum = count * mean + Math.sqrt(count) * deviation * normal(next);
    } else {
      for (let event = 0; event < count; event += 1) {
        sum += amounts[Math.floor(next() * amountsApart)] ?? 0;
      }
    }
    flows[period] = (flows[period] ?? 0) + sum * (scale[period] ?? 1);
  }
}
