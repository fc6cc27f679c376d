import { dayNumber } from './day-number.ts';
import type { Ingredients, Stream, Uncertain } from './ingredients.ts';
import { average } from './issuing.ts';
import { gammaAroundOne, normal, normalQuantile, poisson, type Generator } from './draws.ts';
import type { PathOrder } from './path-orders.ts';

export type SimulationOptions = {
  readonly paths: number;
  /** Variance of what is not known about the level of future invoicing, as a share of the level squared. */
  readonly levelVariance: number;
};

/** Net cash of each path, one period after the other, for bounds are looked for by period: `periods` times `paths` values. */
export type Paths = { readonly periods: number; readonly flows: Float64Array };

/** Where draws come from: numbers, and an order of the paths for each thing that is spread over them. */
export type Chance = { readonly next: Generator; readonly nextOrder: () => PathOrder };

/**
 * Draws what may happen: each open invoice is paid in one period or in none, invoices to come arrive as a Poisson process
 * (payments of such a process, thinned by the delay, are one again) with amounts of the past. Large and few invoices make
 * intervals that no formula by mean and variance gives. The same seed gives the same paths.
 * @param periodOf the index of the period of each day after today
 */
export function simulate(
  { today, uncertain, streams, scheduled }: Ingredients,
  periodOf: Int32Array,
  { paths, levelVariance, next, nextOrder }: SimulationOptions & Chance,
): Paths {
  const periods = (periodOf.at(-1) ?? -1) + 1;
  const flows = new Float64Array(paths * periods);
  const columnOf = (period: number) => flows.subarray(period * paths, (period + 1) * paths);
  const planned = new Float64Array(periods);
  for (const { on, amount } of scheduled) {
    const period = periodOf[dayNumber(on) - dayNumber(today) - 1] ?? 0;
    planned[period] = (planned[period] ?? 0) + amount;
  }
  const normals = Float64Array.from({ length: paths }, (_, path) =>
    normalQuantile((path + 0.5) / paths),
  );
  for (const one of uncertain) {
    const until = cumulative(one.chances, periodOf, periods);
    const sure = one.spread === 0 ? certainPeriod(until) : -1;
    if (sure >= 0) planned[sure] = (planned[sure] ?? 0) + one.amount;
    else addUncertain(columnOf, { ...one, until, normals }, { next, nextOrder });
  }
  const pool = poolOf(streams, periodOf, periods);
  const levels = new Float64Array(paths);
  nextOrder().forEach((path, stretch) => {
    levels[path] = gammaAroundOne(normals[stretch] ?? 0, levelVariance);
  });
  planned.forEach((amount, period) =>
    addToPaths(columnOf(period), { amount, levels, pool, period }, next),
  );
  return { periods, flows };
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
  /** Standard normals, as many as paths, evenly spread. */
  readonly normals: Float64Array;
};

/** Adds the amount to each path in the period in which its stretch of chance has it come, if in any. */
function addUncertain(
  columnOf: (period: number) => Float64Array,
  { amount, spread, until, normals }: Draw,
  { next, nextOrder }: Chance,
): void {
  const order = nextOrder();
  const sizes = spread > 0 ? nextOrder() : null;
  const within = next();
  let stretch = 0;
  for (let period = 0; period < until.length; period += 1) {
    const end = Math.min(order.length, Math.ceil((until[period] ?? 0) * order.length - within));
    const column = columnOf(period);
    for (; stretch < end; stretch += 1) {
      const path = order[stretch] ?? 0;
      const factor = sizes ? Math.max(0, 1 + spread * (normals[sizes[stretch] ?? 0] ?? 0)) : 1;
      column[path] = (column[path] ?? 0) + amount * factor;
    }
  }
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

type Coming = {
  /** What comes in every path. */
  readonly amount: number;
  /** The level of the streams in each path. */
  readonly levels: Float64Array;
  readonly pool: Pool;
  readonly period: number;
};

/** Adds to a period's paths what is sure and what the streams bring. */
function addToPaths(
  column: Float64Array,
  { amount, levels, pool, period }: Coming,
  next: Generator,
): void {
  const { amounts, mean, deviation } = pool;
  const usual = pool.counts[period] ?? 0;
  const scale = pool.scale[period] ?? 1;
  for (let path = 0; path < column.length; path += 1) {
    const count = poisson(next, usual * (levels[path] ?? 1));
    let sum = 0;
    if (count > oneByOne) {
      sum = count * mean + Math.sqrt(count) * deviation * normal(next);
    } else {
      for (let event = 0; event < count; event += 1) {
        sum += amounts[Math.floor(next() * amountsApart)] ?? 0;
      }
    }
    column[path] = (column[path] ?? 0) + amount + sum * scale;
  }
}
