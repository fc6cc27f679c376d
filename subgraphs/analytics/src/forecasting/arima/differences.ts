import type { Differencing } from './arima-form.ts';

/** Differences between values `lag` apart. */
function differenced(values: Float64Array, lag: number): Float64Array {
  return values.subarray(lag).map((value, index) => value - (values[index] ?? 0));
}

export function applyDifferences(
  values: Float64Array,
  { ordinary, seasonal, season }: Differencing,
): Float64Array {
  let out = values;
  for (let round = 0; round < seasonal; round += 1) out = differenced(out, season);
  for (let round = 0; round < ordinary; round += 1) out = differenced(out, 1);
  return out;
}

/** Turns forecasts of the differences back into forecasts of the values. */
export function undoDifferences(
  forecasts: readonly number[],
  values: Float64Array,
  plan: Differencing,
): readonly number[] {
  const lags = [
    ...Array.from({ length: plan.seasonal }, () => plan.season),
    ...Array.from({ length: plan.ordinary }, () => 1),
  ];
  const levels = [values];
  for (const lag of lags) levels.push(differenced(levels.at(-1) ?? values, lag));
  return lags.reduceRight<readonly number[]>(
    (ahead, lag, depth) => summedUp(ahead, levels[depth] ?? values, lag),
    forecasts,
  );
}

function summedUp(ahead: readonly number[], before: Float64Array, lag: number): readonly number[] {
  const out: number[] = [];
  ahead.forEach((value, step) => {
    const base = step < lag ? before[before.length - lag + step] : out[step - lag];
    out.push(value + (base ?? 0));
  });
  return out;
}

/** The share of variance from which a season is differenced or taken out. */
export const seasonalFrom = 0.64;

/**
 * How often to difference: once over the season where it explains at least 64 % of the detrended series' variance (the rule of Wang,
 * Smith and Hyndman 2006), then up to twice while the KPSS test (Kwiatkowski et al. 1992) refuses a constant level at 5 %.
 */
export function planDifferences(
  values: Float64Array,
  season: number,
  seasonalStrength: number,
): Differencing {
  const seasonal = seasonalStrength >= seasonalFrom ? 1 : 0;
  let rest = applyDifferences(values, { ordinary: 0, seasonal, season });
  let ordinary = 0;
  while (ordinary < 2 && rest.length > 5 && kpss(rest) > 0.463) {
    rest = differenced(rest, 1);
    ordinary += 1;
  }
  return { ordinary, seasonal, season };
}

/** The KPSS statistic for a constant level, with a Bartlett window of floor(3 sqrt(n) / 13) lags; 0 for a constant series. */
export function kpss(values: Float64Array): number {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const lags = Math.floor((3 * Math.sqrt(count)) / 13);
  let running = 0;
  let squaredSums = 0;
  for (const value of values) {
    running += value - mean;
    squaredSums += running * running;
  }
  let variance = 0;
  for (let lag = 0; lag <= lags; lag += 1) {
    let product = 0;
    for (let index = lag; index < count; index += 1)
      product += ((values[index] ?? 0) - mean) * ((values[index - lag] ?? 0) - mean);
    variance += (lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * product;
  }
  return variance > 0 ? squaredSums / (count * variance) : 0;
}
